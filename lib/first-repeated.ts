/** Gives the first entry that stands in a list a second time, or undefined: a choice is made once or not at all. */
export function firstRepeated(ids: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return ids.find((id) => seen.size === seen.add(id).size)
}
