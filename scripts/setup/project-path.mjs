import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Gives the absolute path of a file of this project, wherever the command was called from. */
export function projectPath(...parts) {
  return join(root, ...parts)
}
