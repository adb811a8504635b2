/**
 * The operator's own texts: Impressum, Datenschutz, Erklärung zur Barrierefreiheit. Markdown files in OPERATOR_DIR, made from
 * `templates/operator/`. A file in which a place to fill in is left counts as unset: nobody should read „[[Name der Stadt]]“.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from './env'

export const operatorTextNames = ['impressum', 'datenschutz', 'barrierefreiheit'] as const
export type OperatorTextName = (typeof operatorTextNames)[number]

/** The instructions of the templates are comments; they are never shown. */
const comments = /<!--[\s\S]*?(?:-->|$)/g
const placeToFillIn = /\[\[[\s\S]*?\]\]/

/** Editors on old Windows PCs save in the system's code page. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function read(file: string): string {
  try {
    return decode(readFileSync(/* turbopackIgnore: true */ file))
  } catch {
    return ''
  }
}

/** The name of the file that holds a text. */
export function operatorTextFile(name: OperatorTextName): string {
  return `${name}.md`
}

/**
 * Reads one of the operator's texts, each time anew: a change needs no restart.
 * @param dir OPERATOR_DIR unless given
 * @returns Markdown without comments, or null while the text is unset: missing, unreadable, empty or not filled in
 */
export function readOperatorText(name: OperatorTextName, dir = settings().operatorDir): string | null {
  const text = read(join(dir, operatorTextFile(name)))
    .replace(comments, '')
    .trim()
  return text === '' || placeToFillIn.test(text) ? null : text
}

/** Gives the paths of the texts that are unset, for the warning at start-up. */
export function missingOperatorTexts(dir = settings().operatorDir): string[] {
  return operatorTextNames.filter((name) => readOperatorText(name, dir) === null).map((name) => join(dir, operatorTextFile(name)))
}

/**
 * Reads whom to tell of a weakness of this installation (RFC 9116), each time anew.
 * @param dir OPERATOR_DIR unless given
 * @returns the text of `security.txt`, or null while it is missing or a place in it is left to fill in
 */
export function readSecurityContact(dir = settings().operatorDir): string | null {
  const lines = read(join(dir, 'security.txt')).split(/\r?\n/)
  const text = lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).join('\n')
  return text === '' || placeToFillIn.test(text) ? null : `${text}\n`
}
