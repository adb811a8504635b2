/** Letters of either case and any space make no other Quartier. */
const plainName = (name: string) => name.normalize('NFKC').toLocaleLowerCase('de-DE').replace(/\s+/g, ' ').trim()

/** True if two names mean one Quartier (V1). A Quartier without a name is no other's. */
export function isSamePlaceName(a: string, b: string): boolean {
  return plainName(a) !== '' && plainName(a) === plainName(b)
}
