import { describe, expect, test } from '@jest/globals'
import { lyingLadder, standingLadder, type LadderSize } from '@/lib/charts/ladder'
import { levelLooks, neutral } from '@/lib/charts/palette'
import type { Ladder, RungState } from '@/lib/report/types'

const size: LadderSize = { rung: { width: 72, height: 16, gap: 4 }, mark: 10, overhang: 4 }
const ladder = (rungs: RungState[], current: number | null): Ladder => ({ rungs, current, alt: '' })
const capped = ladder(['reached', 'reached', 'reached', 'capped', 'not-reached'], 2)
const open = ladder(['reached', 'reached', 'open', 'not-reached', 'not-reached'], 1)
const none = ladder(Array<RungState>(5).fill('not-assessable'), null)

describe('a standing ladder', () => {
  test('puts „am Anfang“ at the bottom and „verankert“ on top', () => {
    const { rungs } = standingLadder(capped, 'verwaltung', size)
    expect(rungs).toHaveLength(5)
    const tops = rungs.map(({ y }) => y)
    expect(tops).toEqual([...tops].sort((a, b) => b - a))
  })

  test('draws a white mark on the current rung only', () => {
    const { shapes, rungs } = standingLadder(capped, 'vor-ort', size)
    const white = shapes.filter(({ fill, stroke, d }) => fill === neutral.paper && stroke === null && d.includes('A'))
    expect(white).toHaveLength(1)
    expect(rungs.map(({ current }) => current)).toEqual([false, false, true, false, false])
  })

  test('draws the bar of a cap between the current and the first capped rung, wider than the rungs', () => {
    const { shapes, rungs, width } = standingLadder(capped, 'intermediaer', size)
    const bars = shapes.filter(({ stroke }) => stroke === neutral.ink)
    expect(bars).toHaveLength(1)
    const y = Number(bars[0]!.d.split(' ')[2])
    expect(y).toBeGreaterThan(rungs[3]!.y + rungs[3]!.height - 1)
    expect(y).toBeLessThan(rungs[2]!.y + 1)
    expect(bars[0]!.d.endsWith(`H ${width}`)).toBe(true)
  })

  test('draws no bar and no mark where nothing is held back or assessable', () => {
    const { shapes } = standingLadder(none, 'verwaltung', size)
    expect(shapes.some(({ stroke }) => stroke === neutral.ink)).toBe(false)
    expect(shapes.some(({ fill }) => fill === levelLooks.verwaltung.colour)).toBe(false)
  })
})

describe('a lying ladder', () => {
  test('runs from left to right and leaves room for the bar above and below', () => {
    const { rungs, height, width } = lyingLadder(capped, 'verwaltung', size)
    const lefts = rungs.map(({ x }) => x)
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b))
    expect(height).toBe(16 + 2 * 4)
    expect(width).toBe(5 * 72 + 4 * 4)
  })

  test('draws no mark where none is asked for', () => {
    const { shapes } = lyingLadder(open, 'vor-ort', { ...size, mark: 0 })
    expect(shapes.some(({ d }) => d.includes('A'))).toBe(false)
  })
})

test('the five states differ without colour: filled, hatched, dashed, outlined finely, pale', () => {
  const states: RungState[] = ['reached', 'open', 'capped', 'not-assessable', 'not-reached']
  const looks = states.map((state) => {
    const { shapes } = standingLadder(ladder(Array<RungState>(5).fill(state), null), 'verwaltung', { ...size, overhang: 0 })
    const one = shapes.slice(0, shapes.length / 5)
    return JSON.stringify(
      one.map(({ fill, stroke, strokeWidth, dash }) => [
        fill && fill !== neutral.paper,
        Boolean(stroke),
        strokeWidth,
        dash,
        fill === neutral.pale,
      ]),
    )
  })
  expect(new Set(looks).size).toBe(5)
})
