/**
 * Messages of the interface, by key, in ICU message format. Pure: no request, no environment.
 * Text of the instrument itself (questions, measures …) is content and does not come from here.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { de } from './messages/de'

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>
}[keyof T & string]

export type MessageKey = Leaves<typeof de>
export type MessageValues = Readonly<Record<string, string | number>>
export type Translate = (key: MessageKey, values?: MessageValues) => string

export type Locale = 'de'
const messages = { de } as const
const compiled = new Map<string, IntlMessageFormat>()

function lookUp(locale: Locale, key: string): string {
  const found = key
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], messages[locale])
  if (typeof found !== 'string') throw new Error(`no message "${key}" in ${locale}`)
  return found
}

/**
 * Gives the translate function of a language.
 * @returns `t(key, values)`; throws on an unknown key or a missing value, so that no half-filled sentence reaches a reader.
 */
export function createTranslate(locale: Locale): Translate {
  return (key, values) => {
    const id = `${locale}:${key}`
    let format = compiled.get(id)
    if (!format) {
      format = new IntlMessageFormat(lookUp(locale, key), locale, undefined, { ignoreTag: true })
      compiled.set(id, format)
    }
    return String(format.format(values))
  }
}
