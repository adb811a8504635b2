/**
 * Texts that only the browser can have read again: sealed with a key made of a secret that the browser sends and the server
 * does not keep (docs/adr/0015). HKDF-SHA256, AES-256-GCM, a random nonce each time.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16
/** In front of everything sealed; another one would be another way of sealing. */
const kind = 1

/** Bytes that sealing adds. */
export const sealOverhead = 1 + nonceLength + tagLength

const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'drei-ebenen-check kept form', 32))

/**
 * Seals a text.
 * @param secret long and random; a password would not do
 * @param place where it belongs: elsewhere it cannot be opened
 */
export function seal(secret: string, place: string, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength)
  const sealing = createCipheriv(cipher, keyOf(secret), nonce, { authTagLength: tagLength }).setAAD(Buffer.from(place))
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return new Uint8Array(Buffer.concat([Buffer.of(kind), nonce, sealing.getAuthTag(), body]))
}

/** Opens a sealed text. @returns null for another secret or place, and for bytes that were changed */
export function unseal(secret: string, place: string, sealed: Uint8Array): string | null {
  const bytes = Buffer.from(sealed)
  if (bytes.length < sealOverhead || bytes[0] !== kind) return null
  const nonce = bytes.subarray(1, 1 + nonceLength)
  try {
    const opening = createDecipheriv(cipher, keyOf(secret), nonce, { authTagLength: tagLength })
    opening.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(1 + nonceLength, sealOverhead))
    return Buffer.concat([opening.update(bytes.subarray(sealOverhead)), opening.final()]).toString('utf8')
  } catch {
    return null
  }
}
