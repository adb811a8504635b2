import { expect, test } from '@jest/globals'
import { roundColumns } from '@/lib/charts/round-columns'
import { namesInChart, nameWidthOf } from '@/lib/charts/round-names'

test.each([
  [
    ['Durchgang 2024', 'Durchgang 2026'],
    ['2024', '2026'],
  ],
  [
    ['Runde im Frühjahr 2024', 'Runde im Herbst 2026'],
    ['Frühjahr 2…', 'Herbst 2026'],
  ],
  // Nothing is left out of a name that is alone, or that is the beginning of the others.
  [['Durchgang 2024'], ['Durchgang…']],
  [
    ['Start', 'Start zwei'],
    ['Start', 'Start zwei'],
  ],
  [
    ['2024', '2026'],
    ['2024', '2026'],
  ],
  [
    ['Gleich', 'Gleich'],
    ['Gleich', 'Gleich'],
  ],
  [[], []],
])('%j', (names, shown) => {
  expect(namesInChart(names)).toEqual(shown)
  expect(nameWidthOf(names)).toBe(Math.max(1, ...shown.map(({ length }) => length)) * 9 + 10)
})

test.each([1, 2, 3, 7, 12, 40, 41])('names of %i rounds never run into each other, and the last is shown', (count) => {
  const area = { x: 100, width: 600, y: 0, nameWidth: 109 }
  const shown = roundColumns(count, area).filter((column) => column.shown)
  // The chart pushes a name back that would leave it at the right.
  const middles = shown.map(({ x }) => Math.min(x, area.x + area.width - area.nameWidth / 2))
  expect(shown.at(-1)?.index).toBe(count - 1)
  for (const [index, middle] of middles.slice(1).entries())
    expect(middle - middles[index]!).toBeGreaterThanOrEqual(area.nameWidth)
})
