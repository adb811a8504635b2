import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ratio } from '@/lib/scoring/exact'
import { wholeParts } from '@/lib/report/progress-parts'

const sixths = (n: number) => (n < 0 ? ratio(-n, 6).neg() : ratio(n, 6))
/** Values and parts in sixths of a point: thirds and halves of levels. */
const wholeOf = (before: number, practice: number, known: number, content: number) => {
  const total = practice + known + content
  const parts = { practice: sixths(practice), known: sixths(known), content: sixths(content), total: sixths(total) }
  return wholeParts(sixths(before), sixths(before + total), parts)
}

describe('whole points (V7)', () => {
  test.each<[string, Parameters<typeof wholeOf>, [number, number, number, number, number, number]]>([
    // 41 2/3 → 58 1/3: the reader sees 41 and 58
    ['two thirds of practice', [250, 100, 0, 0], [41, 58, 17, 17, 0, 0]],
    ['evened out where it changes least', [0, 10, 8, 9], [0, 4, 4, 2, 1, 1]],
    ['nothing', [250, 0, 0, 0], [41, 41, 0, 0, 0, 0]],
    ['parts against each other', [300, 75, -75, 0], [50, 50, 0, 13, -13, 0]],
    ['a loss', [350, -100, 0, 0], [58, 41, -17, -17, 0, 0]],
  ])('%s', (_, given, [before, after, total, practice, known, content]) => {
    expect(wholeOf(...given)).toEqual({ before, after, total, practice, known, content })
  })

  const changes = fc
    .tuple(fc.integer({ min: 0, max: 600 }), ...[0, 1, 2].map(() => fc.integer({ min: -600, max: 600 })))
    .filter(([before, ...parts]) => {
      const after = before! + parts.reduce((sum, part) => sum + part, 0)
      return after >= 0 && after <= 600
    }) as fc.Arbitrary<[number, number, number, number]>

  test('always add up, stay near the exact parts, and leave zero at zero', () => {
    fc.assert(
      fc.property(changes, (given) => {
        const { before, after, total, practice, known, content } = wholeOf(...given)
        expect(before + practice + known + content).toBe(after)
        expect(after - before).toBe(total)
        const [, ...exact] = given
        for (const [index, part] of [practice, known, content].entries()) {
          if (exact[index] === 0) expect(part).toBe(0)
          expect(Math.abs(part - exact[index]! / 6)).toBeLessThan(2.5)
        }
      }),
    )
  })

  test('are negated when the rounds are swapped', () => {
    fc.assert(
      fc.property(changes, ([before, ...parts]) => {
        const there = wholeOf(before, ...(parts as [number, number, number]))
        const after = before + parts.reduce((sum, part) => sum + part, 0)
        const back = wholeOf(after, ...(parts.map((part) => -part) as [number, number, number]))
        const values = ({ total, practice, known, content }: typeof there) => [total, practice, known, content]
        expect(values(back).map((value) => -value + 0)).toEqual(values(there).map((value) => value + 0))
      }),
    )
  })
})
