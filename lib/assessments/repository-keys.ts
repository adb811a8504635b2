/** Keys and what they open. */
import { timeForExpiry } from '../clock-trust'
import type { DatabaseClient } from '../db'
import { keyExpiry } from './retention'
import { hashSecret, looksLikeBrowserKey, newBrowserKey, newId } from './secret'

/** A browser key that is known, not revoked and not expired. */
const liveBrowserKey = (keyHash: string, now: Date) => ({
  keyHash,
  kind: 'browser',
  revokedAt: null,
  expiresAt: { gt: timeForExpiry(now) },
})

/** Gives the hash under which a browser key is looked up; a missing or malformed one gets a hash that no key has. */
export function browserKeyHash(key: string | null): string {
  return key !== null && looksLikeBrowserKey(key) ? hashSecret(key) : ''
}

/** The condition under which an assessment belongs to a browser key: never in a workspace. */
export const openedBy = (key: string | null, now: Date) => ({
  workspaceId: null,
  grants: { some: { key: liveBrowserKey(browserKeyHash(key), now) } },
})

/** Gives the id of a live browser key, or null. */
export async function findKey(client: DatabaseClient, key: string | null, now: Date): Promise<string | null> {
  const found = await client.accessKey.findFirst({ where: liveBrowserKey(browserKeyHash(key), now), select: { id: true } })
  return found?.id ?? null
}

/** True if a key opens a check. */
export async function opensSomething(client: DatabaseClient, keyId: string): Promise<boolean> {
  return (await client.keyGrant.findFirst({ where: { keyId }, select: { keyId: true } })) !== null
}

/** Gives the id of the browser's key; makes a new key if it has none that is alive. */
export async function findOrCreateKey(client: DatabaseClient, key: string | null, now: Date) {
  const known = await findKey(client, key, now)
  if (known) return { keyId: known, newKey: null }
  const newKey = newBrowserKey()
  const data = { id: newId(), keyHash: hashSecret(newKey), kind: 'browser', createdAt: now, expiresAt: keyExpiry(now) }
  await client.accessKey.create({ data })
  return { keyId: data.id, newKey }
}

/** Gives the id of the browser key if it opens the assessment, else null. */
export async function findGrant(
  client: DatabaseClient,
  key: string | null,
  assessmentId: string,
  now: Date,
): Promise<string | null> {
  const grant = await client.keyGrant.findFirst({
    where: { assessmentId, key: liveBrowserKey(browserKeyHash(key), now) },
    select: { keyId: true },
  })
  return grant?.keyId ?? null
}

/** Ends every way by key or code into an assessment; keys that opened nothing else are removed. */
export async function removeGrants(client: DatabaseClient, assessmentId: string): Promise<void> {
  const grants = await client.keyGrant.findMany({ where: { assessmentId }, select: { keyId: true } })
  await client.keyGrant.deleteMany({ where: { assessmentId } })
  // The browser that claims it may be filling in a form: its key goes with the unused ones, a code at once.
  const keyIds = grants.map(({ keyId }) => keyId)
  await client.accessKey.deleteMany({ where: { id: { in: keyIds }, kind: 'resume', grants: { none: {} } } })
}

/** Lets a key open an assessment. */
export async function grantAccess(client: DatabaseClient, keyId: string, assessmentId: string): Promise<void> {
  const grant = { keyId, assessmentId }
  await client.keyGrant.upsert({ where: { keyId_assessmentId: grant }, create: grant, update: {} })
}

/** Stores the hash of a resume code for an assessment. */
export async function createResumeKey(client: DatabaseClient, assessmentId: string, code: string, now: Date): Promise<void> {
  const data = { id: newId(), keyHash: hashSecret(code), kind: 'resume', createdAt: now }
  await client.accessKey.create({ data: { ...data, grants: { create: { assessmentId } } } })
}

/** Ends all resume codes of an assessment. */
export async function revokeResumeKeys(client: DatabaseClient, assessmentId: string, now: Date): Promise<void> {
  await client.accessKey.updateMany({
    where: { kind: 'resume', revokedAt: null, grants: { some: { assessmentId } } },
    data: { revokedAt: now },
  })
}

/** Gives the assessment that a resume code opens, or null. */
export async function findByResumeCode(client: DatabaseClient, code: string): Promise<string | null> {
  const grant = await client.keyGrant.findFirst({
    where: { key: { keyHash: hashSecret(code), kind: 'resume', revokedAt: null } },
    select: { assessmentId: true },
  })
  return grant?.assessmentId ?? null
}

/** Removes keys that open nothing any more: all of `keyIds`, and unused ones made before `createdBefore`. */
export async function removeUnusedKeys(
  client: DatabaseClient,
  which: { keyIds: string[] } | { createdBefore: Date },
): Promise<void> {
  await client.accessKey.deleteMany({
    where: {
      grants: { none: {} },
      ...('keyIds' in which ? { id: { in: which.keyIds } } : { createdAt: { lt: which.createdBefore } }),
    },
  })
}
