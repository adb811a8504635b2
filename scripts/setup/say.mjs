/** Words of the set-up scripts. They come from the message files, which plain Node can read before anything is installed. */
import { readFileSync } from 'node:fs'
import { projectPath } from './project-path.mjs'

const messages = JSON.parse(readFileSync(projectPath('lib/i18n/messages/de/cli.json'), 'utf8')).setup

/** Gives the message `key` with `{name}` replaced by values; throws on an unknown key. */
export function message(key, values = {}) {
  const text = messages[key]
  if (text === undefined) throw new Error(`no message "setup.${key}"`)
  return text.replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name]))
}

/** Prints a message as one line of progress. */
export function say(key, values) {
  console.log(message(key, values))
}

/** Prints a message as an error and ends the process with status 1. */
export function fail(key, values) {
  console.error(message(key, values))
  process.exit(1)
}
