import { AppError } from '../errors'
import { inputLimits } from './limits'

const tooMany = () => new AppError('body-too-large')

/** @throws AppError `bad-request` for the name of a field that is longer than any of ours */
export function requireShortName(name: string): void {
  if (name.length > inputLimits.nameLength) throw new AppError('bad-request')
}

/**
 * Gives the names and values of an address or a form, in their order, unless there are too many: that is found out before they
 * are taken apart.
 * @throws AppError `body-too-large`
 */
export function countedParams(text: string): URLSearchParams {
  if (text.split('&', inputLimits.fields + 1).length > inputLimits.fields) throw tooMany()
  return new URLSearchParams(text)
}

/**
 * Refuses a form with files that has too many parts, before they are taken apart.
 * @param contentType as sent; without a boundary nothing is counted, and nobody can read the body
 * @throws AppError `body-too-large`
 */
export function requireFewParts(bytes: Uint8Array, contentType: string): void {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = Buffer.from(`--${boundary}`)
  let parts = 0
  for (let at = all.indexOf(mark); at >= 0; at = all.indexOf(mark, at + mark.length)) {
    // The last one ends the form.
    parts += 1
    if (parts > inputLimits.fields + 1) throw tooMany()
  }
}

/**
 * Refuses JSON with more entries, further inside or under longer names than any of ours, so that whatever checks it later has
 * little to look at.
 * @param most names and list entries at all depths
 * @throws AppError `body-too-large`, `bad-request` for a name that is too long
 */
export function requireFewEntries(json: unknown, most: number): void {
  // Not by calling itself: a body of nothing but brackets would be as deep as it is long.
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }]
  let entries = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth >= inputLimits.jsonDepth) throw tooMany()
    const names = Array.isArray(value) ? null : Object.keys(value)
    entries += names ? names.length : (value as unknown[]).length
    if (entries > most) throw tooMany()
    names?.forEach(requireShortName)
    for (const inside of Object.values(value)) waiting.push({ value: inside, depth: depth + 1 })
  }
}
