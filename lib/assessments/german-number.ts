/**
 * Reads a number as Germans write it: `34.500`, `34 500`, `12,5`, also `12.5` where that can be nothing else.
 * @returns the number, or null if the text is none
 */
export function readGermanNumber(text: string): number | null {
  const compact = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/^[−–]/, '-')
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact)) return Number(compact.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,15}(,\d{1,6})?$/.test(compact)) return Number(compact.replace(',', '.'))
  // Three digits after a point are thousands (above); one or two can only be decimals.
  if (/^-?\d{1,15}\.\d{1,2}$/.test(compact)) return Number(compact)
  return null
}
