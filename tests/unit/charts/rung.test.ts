import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hatchPath, rungShapes } from '@/lib/charts/rung'

const numbersOf = (d: string) => [...d.matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text))

describe('hatching', () => {
  test('never leaves its rectangle and always rises at 45 degrees', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 300 }), fc.integer({ min: 4, max: 60 }), (width, height) => {
        const points = numbersOf(hatchPath({ x: 10, y: 20, width, height }))
        for (let i = 0; i < points.length; i += 4) {
          const [x1, y1, x2, y2] = points.slice(i, i + 4) as [number, number, number, number]
          for (const x of [x1, x2]) expect(x).toBeGreaterThanOrEqual(10 - 0.01)
          for (const x of [x1, x2]) expect(x).toBeLessThanOrEqual(10 + width + 0.01)
          for (const y of [y1, y2]) expect(y).toBeGreaterThanOrEqual(20 - 0.01)
          for (const y of [y1, y2]) expect(y).toBeLessThanOrEqual(20 + height + 0.01)
          expect(Math.abs(x2 - x1 - (y1 - y2))).toBeLessThan(0.03)
        }
      }),
    )
  })

  test('shows at least two lines in the smallest rung of a matrix row', () => {
    expect(hatchPath({ x: 0, y: 0, width: 20, height: 6 }).split('M').length - 1).toBeGreaterThanOrEqual(2)
  })
})

test('outlines stay within the rung', () => {
  for (const state of ['open', 'capped', 'not-assessable'] as const) {
    for (const { d, stroke, strokeWidth } of rungShapes(state, { x: 0, y: 0, width: 30, height: 10 }, '#000000')) {
      if (!stroke || !d.endsWith('Z')) continue
      const [x, y] = numbersOf(d)
      expect(x).toBeGreaterThanOrEqual(strokeWidth / 2)
      expect(y).toBeGreaterThanOrEqual(strokeWidth / 2)
    }
  }
})
