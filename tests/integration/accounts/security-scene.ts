/** Where the actions happen that the operator is told of. */
import { claimAssessment, closeRound } from '@/lib/rounds/service'
import { begin } from '../setup/installation'
import { firstWorkspace, join, password } from './people'
import { PersonBrowser } from './person-browser'

export const erika = 'erika@musterstadt.de'
export const fresh = 'Regen Teppich Ziegel'
export const wrong = 'falsch falsch falsch'

/** Ida reads, Erika coordinates; a check begun without an account, an open round, a closed one. */
/** The lines so far. */
export const lines: string[] = []

export interface Scene {
  readonly workspace: string
  readonly erika: string
  readonly ida: string
  readonly own: PersonBrowser
  readonly reader: PersonBrowser
  readonly stranger: PersonBrowser
  readonly check: string
  readonly closed: string
}
export let scene: Scene

/** Makes it anew. */
export async function buildScene(): Promise<void> {
  const { workspaceId, userId, koordination } = await firstWorkspace()
  const ida = await join(workspaceId, koordination, 'Ida', 'lesen')
  const own = new PersonBrowser('192.0.2.1')
  const reader = new PersonBrowser('192.0.2.2')
  await own.tries(password)
  await reader.tries(password, 'ida@musterstadt.de')
  const [check, round] = [await begin(), await begin()]
  own.jar.set('dec-key', check.key)
  const now = new Date()
  const naming = { name: 'Runde 2026', periodFrom: null, periodTo: null }
  await claimAssessment({ key: round.key, userId }, round.id, workspaceId, naming, now)
  await closeRound({ key: null, userId }, round.id, now)
  const stranger = new PersonBrowser('192.0.2.3')
  scene = { workspace: workspaceId, erika: userId, ida: ida.userId, own, reader, stranger, check: check.id, closed: round.id }
}
