/** The key that signs the session cookies: a file beside the database, readable for the server's own user only. */
import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const fileName = 'anmeldung.schluessel'
const keyBytes = 48
/** In base64url; anything shorter was only half written: the disk was full, or the process was killed. */
const wholeLength = (keyBytes * 8) / 6

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code

/** Gives the key in a file; null if there is none or only a part of one. */
function readKey(file: string): string | null {
  try {
    const key = readFileSync(file, 'utf8').trim()
    return key.length < wholeLength ? null : key
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/**
 * Gives the key; makes one if there is none, or if what is there is only a part: nobody could ever sign in with that.
 * @throws the system's error if the file can neither be read nor be written; no part of a key is left then
 */
export function signingKey(dataDir: string): string {
  const file = join(dataDir, fileName)
  if (readKey(file) === null) {
    rmSync(file, { force: true })
    try {
      writeFileSync(file, randomBytes(keyBytes).toString('base64url'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // A second process was faster: its key counts.
      if (!isCode(error, 'EEXIST')) {
        rmSync(file, { force: true })
        throw error
      }
    }
  }
  chmodSync(file, 0o600)
  const key = readKey(file)
  if (key === null) throw new Error('the signing key is not whole')
  return key
}
