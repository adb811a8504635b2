/** Settings, or an end that says what is wrong with them: half a configuration is worse than none. */
import { type Expected, settings, type Settings, SettingsError } from './env'
import { createTranslate } from './i18n/translate'
import { tellOperator } from './log'

const t = createTranslate('de')

function inWords(expected: Expected): string {
  if (expected.kind === 'number') return t('errors.operator.expected.number', { min: expected.min, max: expected.max })
  if (expected.kind === 'text') return t('errors.operator.expected.text', { limit: expected.limit })
  return t(`errors.operator.expected.${expected.kind}`)
}

/** Gives the settings; if one cannot be used, says so in one line for each of them and ends the process with status 1. */
export function requireSettings(): Settings {
  try {
    return settings()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    for (const { name, given, expected } of error.problems) {
      // A value may hold line ends; the message is one line.
      const shown = JSON.stringify(given).slice(1, -1).slice(0, 100)
      tellOperator(t('errors.operator.settingInvalid', { name, given: shown, expected: inWords(expected) }))
    }
    process.exit(1)
  }
}
