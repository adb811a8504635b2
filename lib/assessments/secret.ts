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

/**
 * Gives the id under which a workspace stores what a form with an id of its own made: the same form sent twice makes one, and
 * no id says whether there is such a thing in another workspace.
 */
export function idWithin(workspaceId: string, formId: string): string {
  return createHash('sha256').update(`${workspaceId}:${formId}`).digest('base64url').slice(0, 22)
}

/** True if a cookie's value can be a browser key at all. */
export function looksLikeBrowserKey(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value)
}

/** SHA-256, hex. No salt and no slow hash: what is hashed here is random and long, not chosen by people. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
