import { describe, expect, test } from '@jest/globals'
import { balanceCourse } from '@/lib/charts/balance-course'
import { changeParts, partsScale } from '@/lib/charts/change-parts'
import { changeTrack } from '@/lib/charts/change-track'
import { courseLine } from '@/lib/charts/course-line'
import { neutral, levelLooks } from '@/lib/charts/palette'
import type { Drawing } from '@/lib/charts/shape'
import { shareColumns } from '@/lib/charts/share-columns'
import type { CoursePoint, SplitView } from '@/lib/report/progress-types'

const colour = levelLooks.verwaltung.colour
const point = (position: number | null, joined = true, capped = false): CoursePoint => ({
  stage: null,
  stageText: '',
  position,
  capped,
  joined,
})
const size = { width: 600, band: 20, mark: 16, words: 100, names: 24, nameWidth: 88 }
const linesOf = ({ shapes }: Drawing) => shapes.filter(({ stroke, d }) => stroke === colour && d.includes('L'))
const marksOf = ({ shapes }: Drawing) => shapes.filter(({ fill }) => fill === colour)
const split = (practice: number, known: number, content: number): SplitView => ({
  practice,
  known,
  content,
  total: practice + known + content,
  rows: [],
  alt: '',
})

describe('the course of a level', () => {
  test('puts marks into their bands and joins comparable neighbours only (V4)', () => {
    const drawing = courseLine([point(0.5, false), point(2.5), point(3.5, false), point(4.5)], 'verwaltung', size)
    expect(linesOf(drawing).map(({ d }) => d)).toEqual(['M 162.5 90 L 287.5 50', 'M 412.5 30 L 537.5 10'])
    expect(marksOf(drawing)).toHaveLength(4)
    expect(drawing.bands.map(({ y }) => y)).toEqual([90, 70, 50, 30, 10])
  })

  test('never draws a line to a round without a value, which is marked as missing', () => {
    const drawing = courseLine([point(2), point(null), point(2)], 'verwaltung', size)
    expect(linesOf(drawing)).toEqual([])
    expect(marksOf(drawing)).toHaveLength(2)
    expect(drawing.shapes.filter(({ stroke, dash }) => stroke === neutral.outline && dash)).toHaveLength(1)
  })

  test('puts a bar over a mark that a foundation holds', () => {
    const bars = (capped: boolean) =>
      courseLine([point(3, false, capped)], 'verwaltung', size).shapes.filter(({ stroke }) => stroke === neutral.ink).length
    expect([bars(false), bars(true)]).toEqual([0, 1])
  })

  test.each([1, 2, 6, 40])('stays in its frame with %i rounds, and names the last', (count) => {
    const points = Array.from({ length: count }, (_, index) => point(index % 6, index > 0))
    const { columns, width, shapes } = courseLine(points, 'vor-ort', size)
    expect(columns.at(-1)!.shown).toBe(true)
    const shown = columns.filter((column) => column.shown)
    for (const [index, { x }] of shown.slice(1).entries()) expect(x - shown[index]!.x).toBeGreaterThanOrEqual(88)
    for (const { d } of shapes) {
      const numbers = d.match(/-?[\d.]+/g)!.map(Number)
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-1)
      expect(Math.max(...numbers)).toBeLessThanOrEqual(width)
    }
  })

  test('of nothing is an empty frame', () => {
    expect(courseLine([], 'verwaltung', size)).toMatchObject({ columns: [], height: 124 })
  })
})

describe('a factor in two rounds', () => {
  const stand = (position: number | null) => ({ stage: null, stageText: '', position, capped: false })
  const track = (before: number | null, after: number | null, comparable = true) =>
    changeTrack({ before: stand(before), after: stand(after), comparable }, 'verwaltung', {
      width: 100,
      height: 20,
      gap: 0,
      mark: 10,
    })
  const lines = (drawing: Drawing) => drawing.shapes.filter(({ stroke }) => stroke === colour)

  test('shows before hollow, after filled, and the way between', () => {
    expect(lines(track(1, 4)).map(({ d }) => d)).toEqual(['M 20 10 H 80'])
    expect(track(1, 4).shapes.filter(({ fill }) => fill === neutral.paper)).toHaveLength(1)
  })

  test('draws no line where too little is comparable, nothing changed, or one is missing', () => {
    for (const drawing of [track(1, 4, false), track(2, 2), track(null, 2), track(2, null)]) expect(lines(drawing)).toEqual([])
    expect(marksOf(track(null, null))).toEqual([])
    expect(marksOf(track(null, 2))).toHaveLength(1)
  })
})

describe('the parts of a change', () => {
  const parts = { width: 240, bar: 10, gap: 2, words: 40 }

  test('grow from zero to both sides on one scale', () => {
    const scale = partsScale([split(10, 0, 0), null, split(0, -20, 0)])
    expect(scale).toBe(20)
    const { shapes } = changeParts(split(10, -20, 0), 'verwaltung', scale, parts)
    expect(shapes[0]).toMatchObject({ d: 'M 140 0 H 189.5 V 10 H 140 Z', fill: colour })
    expect(shapes[1]!.d).toBe('M 41 12 H 140 V 22 H 41 Z')
  })

  test('of nothing leave the axis', () => {
    expect(partsScale([])).toBe(1)
    expect(changeParts(split(0, 0, 0), 'verwaltung', 1, parts).shapes).toHaveLength(1)
  })
})

test('the answered share fills a column; what has no share has an empty one', () => {
  const { shapes, columns } = shareColumns([0.5, null, 1], { width: 300, height: 100, names: 20, nameWidth: 40, column: 40 })
  expect(columns.map(({ x }) => x)).toEqual([50, 150, 250])
  expect(shapes.filter(({ fill }) => fill === neutral.quiet).map(({ d }) => d)).toEqual([
    'M 30 50 H 70 V 100 H 30 Z',
    'M 230 0 H 270 V 100 H 230 Z',
  ])
})

describe('the balance over the rounds', () => {
  const marks = (stages: readonly (number | null)[]) => ({
    marks: (['verwaltung', 'intermediaer', 'vor-ort'] as const).map((levelId, index) => ({
      levelId,
      short: levelId,
      stage: stages[index] ?? null,
      stageText: '',
    })),
  })

  test('frames the levels of a round in which all have a stage', () => {
    const { shapes } = balanceCourse([marks([3, 2, 1]), marks([2, 2, 2]), marks([4, null, 0])], size)
    expect(shapes.filter(({ stroke }) => stroke === neutral.outline).map(({ d }) => d)).toHaveLength(2)
    const heights = shapes.flatMap(({ stroke, d }) => {
      const [, , y, , , bottom] = stroke === neutral.outline ? d.match(/M (\S+) (\S+) H (\S+) (V) (\S+)/)! : []
      return y ? [Number(bottom) - Number(y)] : []
    })
    // With half a line width inside on both sides: three bands and one.
    expect(heights).toEqual([58.5, 18.5])
    expect(marksOf({ width: 0, height: 0, shapes })).toHaveLength(3)
  })

  test('never hides a level behind another, also with 40 rounds', () => {
    for (const count of [2, 12, 40]) {
      const { shapes } = balanceCourse(
        Array.from({ length: count }, () => marks([2, 2, 2])),
        size,
      )
      const colours = Object.values(levelLooks).map((look) => look.colour)
      const drawn = shapes.filter(({ fill }) => fill !== null && colours.includes(fill))
      expect(new Set(drawn.map(({ d }) => d.split(' ').slice(1, 3).join(' '))).size).toBe(count * 3)
    }
  })
})
