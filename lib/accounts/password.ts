/** What a password must be. Length comes first; the list only catches what everybody tries. */
import { dictionary } from '@zxcvbn-ts/language-common'
import type { FieldError } from '../errors'

export const passwordLength = { min: 12, max: 200 } as const

const common = new Set(dictionary['passwords-common'])
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')

/** „Passwort1234!“ is „passwort“ with something behind it, „abcabcabcabc“ is „abc“. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  const repeated = /^(.{1,6}?)\1+$/.exec(lower)
  return repeated !== null || common.has(lower) || common.has(letters(lower))
}

/**
 * Checks a new password.
 * @param person whose name and e-mail address it must not be
 * @returns what is wrong with it as an error of the field `password`, or null
 */
export function checkPassword(password: string, person: { readonly name: string; readonly email: string }): FieldError | null {
  const weak = (reason: string, values = {}): FieldError => ({
    field: 'password',
    code: 'weak-password',
    values: { reason, min: passwordLength.min, max: passwordLength.max, ...values },
  })
  if ([...password].length < passwordLength.min) return weak('length')
  if ([...password].length > passwordLength.max) return weak('long')
  const own = [person.name, person.email, person.email.split('@')[0] ?? ''].map((text) => text.trim().toLowerCase())
  const lower = password.toLowerCase()
  if (own.some((text) => text !== '' && (lower === text || letters(lower) === letters(text)))) return weak('own')
  return isCommon(password) ? weak('common') : null
}
