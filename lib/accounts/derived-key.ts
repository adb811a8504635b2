/** Keys for other purposes than signing sessions, made from the one secret of this server: none of them tells another one. */
import { createHmac, hkdfSync } from 'node:crypto'
import { settings } from '../env'
import { signingKey } from './signing-key'

/** What keys are made for. Another word makes what the old key signed worthless. */
type Purpose = 'known-browser' | 'log-account'

const made = new Map<string, Buffer>()

/**
 * Gives the key of this server for one purpose (HKDF, RFC 5869), the same for as long as `anmeldung.schluessel` is.
 * @throws the system's error if that file can neither be read nor be written
 */
export function derivedKey(purpose: Purpose): Buffer {
  const { dataDir } = settings()
  const name = `${purpose} ${dataDir}`
  const known = made.get(name)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', signingKey(dataDir), '', `drei-ebenen-check ${purpose}`, 32))
  made.set(name, key)
  return key
}

/** Gives a keyed hash (HMAC-SHA-256, base64url): who does not know the key can neither make it nor try what it was made of. */
export function keyedHash(key: Buffer, ...parts: readonly string[]): string {
  // With lengths, so that no two lists of parts look the same.
  return createHmac('sha256', key)
    .update(parts.map((part) => `${part.length}:${part}`).join(','))
    .digest('base64url')
}
