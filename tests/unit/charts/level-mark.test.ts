import { expect, test } from '@jest/globals'
import { levelMark, levelMarkPath } from '@/lib/charts/level-mark'

test('square, diamond and circle stay in their box and differ in shape', () => {
  const paths = (['verwaltung', 'intermediaer', 'vor-ort'] as const).map((level) => levelMarkPath(level, 10, 10, 20))
  expect(new Set(paths).size).toBe(3)
  expect(paths[0]).toContain('H')
  expect(paths[1]).toContain('L')
  expect(paths[2]).toContain('A')
  for (const d of paths) {
    const numbers = [...d.matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text))
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(20)
  }
})

test('a mark alone has the size asked for', () => {
  expect(levelMark('verwaltung', 12)).toMatchObject({ width: 12, height: 12 })
})
