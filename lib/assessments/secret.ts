/** Ids and keys. Keys are secrets: only their hash is ever stored. */
import { createHash, randomBytes } from 'node:crypto'

/** Gives a new id: 128 random bits, usable in addresses. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}

/** Gives a new browser key: 256 random bits. */
export function newBrowserKey(): string {
  return randomBytes(32).toString('base64url')
}

/** True if a cookie's value can be a browser key at all. */
export function looksLikeBrowserKey(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value)
}

/** SHA-256, hex. No salt and no slow hash: what is hashed here is random and long, not chosen by people. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
