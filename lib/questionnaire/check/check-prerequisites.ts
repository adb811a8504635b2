/** Measures that come before others: an order exists only without a cycle. */
import type { ContentParts } from '../content-parts'
import type { Problem } from './problem'

/** Ids on a way from `start` back to itself, or null. */
function cycleFrom(start: string, next: (id: string) => readonly string[]): string[] | null {
  const seen = new Set<string>()
  const search = (id: string, way: readonly string[]): string[] | null => {
    for (const following of next(id)) {
      if (following === start) return [...way, following]
      if (seen.has(following)) continue
      seen.add(following)
      const found = search(following, [...way, following])
      if (found) return found
    }
    return null
  }
  return search(start, [start])
}

/** Cycles, each reported once, at its alphabetically first measure; and a measure for all „Weiß nicht“ that is not placed freely. */
export function checkPrerequisites(parts: ContentParts): Problem[] {
  const prerequisites = new Map(parts.measures.map(({ value }) => [value.id, value.prerequisites]))
  const cycles = parts.measures.flatMap(({ file, value }): Problem[] => {
    const cycle = cycleFrom(value.id, (id) => prerequisites.get(id) ?? [])
    if (!cycle || cycle.some((id) => id < value.id)) return []
    return [{ file, path: ['prerequisites'], code: 'prerequisite-cycle', values: { key: value.id, cycle: cycle.join(' → ') } }]
  })
  const collecting = parts.measures.filter(({ value }) => 'unknowns' in value.trigger)
  const misplaced = collecting.filter(({ value }, index) => index > 0 || value.prerequisites.length > 0)
  return [
    ...cycles,
    ...misplaced.map(({ file, value }): Problem => ({
      file,
      path: ['trigger'],
      code: 'unknowns-measure',
      values: { key: value.id },
    })),
  ]
}
