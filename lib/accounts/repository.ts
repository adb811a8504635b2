/** Persons, sessions, workspaces, members and one-time codes in the database. Callers have checked who asks. */
import { newId } from '../assessments/secret'
import { profileColumnSchema } from '../assessments/stored-json'
import type { DatabaseClient } from '../db'
import type { Profile } from '../questionnaire/questionnaire'
import { type Role, roleSchema } from './permissions'

/** Notes the last use of a session. */
export async function touchSession(client: DatabaseClient, id: string, now: Date): Promise<void> {
  await client.session.updateMany({ where: { id }, data: { updatedAt: now } })
}

/** Ends sessions: one by its token or id, or all of a person but one. @returns how many */
export async function endSessions(
  client: DatabaseClient,
  which: { token: string } | { userId: string; id?: string; exceptId?: string },
): Promise<number> {
  if ('token' in which) return (await client.session.deleteMany({ where: { token: which.token } })).count
  const { userId, id, exceptId } = which
  const { count } = await client.session.deleteMany({
    where: { userId, ...(id === undefined ? {} : { id }), ...(exceptId === undefined ? {} : { NOT: { id: exceptId } }) },
  })
  return count
}

/** Removes sessions whose time is over: nobody asks for those of a browser that was closed. */
export async function removeEndedSessions(client: DatabaseClient, now: Date): Promise<void> {
  await client.session.deleteMany({ where: { expiresAt: { lte: now } } })
}

/** Gives the id of the person with an e-mail address, or null. */
export async function findUserId(client: DatabaseClient, email: string): Promise<string | null> {
  return (await client.user.findUnique({ where: { email }, select: { id: true } }))?.id ?? null
}

/** Gives how many persons there are. */
export async function countUsers(client: DatabaseClient): Promise<number> {
  return await client.user.count()
}

/** Stores a person with a password hash as better-auth expects it. */
export async function createUser(
  client: DatabaseClient,
  { name, email, passwordHash }: { name: string; email: string; passwordHash: string },
  now: Date,
): Promise<string> {
  const id = newId()
  const times = { createdAt: now, updatedAt: now }
  await client.user.create({ data: { id, name, email, ...times } })
  await client.account.create({
    data: { id: newId(), accountId: id, providerId: 'credential', userId: id, password: passwordHash, ...times },
  })
  return id
}

/** Stores a new workspace. @returns its id */
export async function createWorkspace(client: DatabaseClient, name: string, now: Date): Promise<string> {
  const id = newId()
  await client.workspace.create({ data: { id, name, profile: { name }, createdAt: now } })
  return id
}

/** Makes a person a member, or gives a member another role. */
export async function storeMembership(
  client: DatabaseClient,
  place: { workspaceId: string; userId: string },
  role: Role,
  now: Date,
): Promise<void> {
  await client.membership.upsert({
    where: { workspaceId_userId: place },
    create: { ...place, role, createdAt: now },
    update: { role },
  })
}

/** Ends a membership. */
export async function removeMembership(client: DatabaseClient, place: { workspaceId: string; userId: string }): Promise<void> {
  await client.membership.deleteMany({ where: place })
}

export interface Member {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly since: Date
}

/** Gives the members of a workspace by name. */
export async function findMembers(client: DatabaseClient, workspaceId: string): Promise<Member[]> {
  const rows = await client.membership.findMany({
    where: { workspaceId },
    select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
    orderBy: { user: { name: 'asc' } },
  })
  return rows.map(({ role, createdAt, user }) => ({
    userId: user.id,
    name: user.name,
    email: user.email,
    role: roleSchema.parse(role),
    since: createdAt,
  }))
}

export interface WorkspaceSummary {
  readonly id: string
  readonly name: string
  readonly role: Role
}

/** Gives the workspaces of a person by name. */
export async function findWorkspaces(client: DatabaseClient, userId: string): Promise<WorkspaceSummary[]> {
  const rows = await client.membership.findMany({
    where: { userId },
    select: { role: true, workspace: { select: { id: true, name: true } } },
    orderBy: { workspace: { name: 'asc' } },
  })
  return rows.map(({ role, workspace }) => ({ ...workspace, role: roleSchema.parse(role) }))
}

/** Gives a workspace, or null. */
export async function findWorkspace(client: DatabaseClient, id: string) {
  return await client.workspace.findUnique({ where: { id }, select: { id: true, name: true, profile: true } })
}

/** Stores name and profile of a workspace. */
export async function storeWorkspaceProfile(
  client: DatabaseClient,
  id: string,
  { name, profile }: { name: string; profile: Profile },
): Promise<void> {
  await client.workspace.update({ where: { id }, data: { name, profile: profileColumnSchema.parse(profile) } })
}

/** Gives how many members coordinate a workspace. */
export async function countCoordinators(client: DatabaseClient, workspaceId: string): Promise<number> {
  return await client.membership.count({ where: { workspaceId, role: 'koordination' } })
}
