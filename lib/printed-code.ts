/**
 * Codes that are printed and typed again: random characters of Crockford's base 32 and a check character, in groups of four,
 * e.g. `K7QF-2M9X-0ABC-DEFG-HJKM-NPQR`. Typed from paper: case, blanks and hyphens do not matter, O is read as 0, I and L
 * as 1.
 */
import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Characters with the check character: a Wiederaufnahme-Code opens a check for years (115 bits), an invitation works once (75 bits). */
export const codeLengths = { resume: 24, invitation: 16 } as const
export type CodeKind = keyof typeof codeLengths

/** Multiplies by the generator of GF(32), x⁵ + x² + 1. */
const double = (x: number) => (x << 1) ^ (x & 16 ? 0b100101 : 0)

/** Zero for a code that is typed correctly; any one wrong character and any two swapped ones give something else. */
const checksum = (values: readonly number[]) => values.reduce((sum, value) => double(sum) ^ value, 0)

/** Gives a new code in its printed form. */
export function newPrintedCode(kind: CodeKind): string {
  const values = [...randomBytes(codeLengths[kind] - 1)].map((byte) => byte & 31)
  const code = [...values, double(checksum(values))].map((value) => alphabet[value]).join('')
  return code.match(/.{4}/g)!.join('-')
}

export type ReadPrintedCode =
  | { readonly code: string }
  | { readonly problem: 'length'; readonly found: number; readonly expected: number }
  | { readonly problem: 'typo' }

/**
 * Reads what somebody typed.
 * @returns the characters in the form whose hash is stored, or what is wrong with them
 */
export function readPrintedCode(kind: CodeKind, typed: string): ReadPrintedCode {
  const length = codeLengths[kind]
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (code.length !== length) return { problem: 'length', found: code.length, expected: length }
  const values = [...code].map((character) => alphabet.indexOf(character))
  return values.includes(-1) || checksum(values) !== 0 ? { problem: 'typo' } : { code }
}
