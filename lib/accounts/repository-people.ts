/** A person's own account in the database: password, sessions, deletion. Callers have checked who asks. */
import type { DatabaseClient } from '../db'

/** Gives a person, or null. */
export async function findPerson(client: DatabaseClient, id: string) {
  return await client.user.findUnique({ where: { id }, select: { id: true, name: true, email: true } })
}

/** Gives the hash of a person's password, or null. */
export async function findPasswordHash(client: DatabaseClient, userId: string): Promise<string | null> {
  const account = await client.account.findFirst({ where: { userId, providerId: 'credential' }, select: { password: true } })
  return account?.password ?? null
}

/** Replaces the hash of a person's password. */
export async function storePasswordHash(client: DatabaseClient, userId: string, password: string, now: Date): Promise<void> {
  await client.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password, updatedAt: now } })
}

export interface StoredSession {
  readonly id: string
  readonly createdAt: Date
  /** Of its last use. */
  readonly updatedAt: Date
}

/** Gives the sessions of a person, last used first. */
export async function findSessions(client: DatabaseClient, userId: string): Promise<StoredSession[]> {
  return await client.session.findMany({
    where: { userId },
    select: { id: true, createdAt: true, updatedAt: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
}

/** Deletes a person with sessions and memberships. What they did stays, without their name. */
export async function deletePerson(client: DatabaseClient, id: string): Promise<void> {
  await client.user.delete({ where: { id } })
}
