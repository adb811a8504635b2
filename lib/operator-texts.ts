/** Impressum, Datenschutz and Erklärung zur Barrierefreiheit: the operator's own Markdown files, never part of the product. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { settings } from './env'

export const operatorTextNames = ['impressum', 'datenschutz', 'barrierefreiheit'] as const
export type OperatorTextName = (typeof operatorTextNames)[number]

const pathOf = (name: OperatorTextName) => join(settings().operatorDir, `${name}.md`)

/** Gives a text as Markdown, or null while the operator has not written it. Read each time: a change needs no restart. */
export async function readOperatorText(name: OperatorTextName): Promise<string | null> {
  try {
    return await readFile(/* turbopackIgnore: true */ pathOf(name), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Gives the paths of the texts that are still missing. */
export function missingOperatorTexts(): string[] {
  return operatorTextNames.map(pathOf).filter((path) => !existsSync(/* turbopackIgnore: true */ path))
}
