/**
 * Builds the demonstration in the open database, by the product's own services and in the order of time: what it shows is what a
 * town would have after these years, histories and hashes of closed rounds included.
 */
import type { Actor } from '@/lib/accounts/actor'
import { acceptInvitationWithNewAccount, invite, issueSetUpCode, setUp } from '@/lib/accounts/invitation-service'
import { newPrintedCode } from '@/lib/printed-code'
import type { DemoPerson } from './demo-schema'
import { measureEvents, targetEvent } from './measure-events'
import type { DemoContent } from './read-demo'
import { roundEvents } from './round-events'
import { needed, type Scene, timeOf } from './scene'

/** How a person of the demonstration signs in. */
export interface SignIn {
  readonly name: string
  readonly email: string
  readonly role: DemoPerson['role']
  /** Drawn anew each time. */
  readonly password: string
}

async function addPeople({ demo }: DemoContent, now: Date) {
  const people = demo.people.map(({ id, name, email, role }) => ({
    id,
    signIn: { name, email, role, password: newPrintedCode('invitation') },
  }))
  const [first, ...others] = people
  const code = await issueSetUpCode(now)
  if (!first || code === null) throw new Error('the database of the demonstration is not empty')
  const { workspaceId, userId } = await setUp(code, demo.kommune, first.signIn, now)
  const town: Actor = { key: null, userId }
  const actors: Record<string, Actor> = { [first.id]: town }
  for (const { id, signIn } of others) {
    const invitation = await invite(town, workspaceId, { role: signIn.role, label: signIn.name }, now)
    const joined = await acceptInvitationWithNewAccount(invitation.code, signIn, now)
    actors[id] = { key: null, userId: joined.userId }
  }
  return { workspaceId, actors, signIns: people.map(({ signIn }) => signIn) }
}

/**
 * Builds the demonstration in an empty, migrated database.
 * @returns who can sign in, and with which password
 * @throws Error if the database is not empty or a service refuses what the content says
 */
export async function buildDemo(content: DemoContent): Promise<SignIn[]> {
  const { demo } = content
  const { workspaceId, actors, signIns } = await addPeople(content, timeOf(needed(demo.rounds[0], 'a round').begun, 6))
  const scene: Scene = { ...content, workspaceId, actors, rounds: new Map() }
  const events = [...demo.rounds.flatMap(roundEvents), ...demo.measures.flatMap(measureEvents), ...demo.targets.map(targetEvent)]
  for (const { at, run } of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await run(scene, at)
  return signIns
}
