/**
 * Every built route × role × own, foreign and absent id. The routes come from the build: one that is not listed here fails, so
 * that nobody adds a page or a Route Handler without saying who may use it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { issueSetUpCode, setUp } from '@/lib/accounts/invitation-service'
import { type Action, may, type Role, roleSchema } from '@/lib/accounts/permissions'
import { closeDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { databaseFile } from '../integration/setup/data-dir'
import { makeMembers } from '../setup/members'
import { startSite, type Site } from '../setup/site'
import { withoutId } from './open-addresses'

interface Guarded {
  /** What a member's role has to include; null: no role, because it is for checks without an account only. */
  readonly action: Action | null
  /** Where a member who may do it meets nothing: a round that was never closed, a check that this browser never had. */
  readonly finds?: 404
  /** Sent as JSON; a GET without it. */
  readonly body?: (ids: Ids) => object
}

interface Ids {
  readonly workspaceId: string
  readonly id: string
  readonly measureId: string
  /** A member whose role is to read. */
  readonly reader: string
}

const naming = { name: '2027', periodFrom: '2027-01-01', periodTo: '2027-12-31' }
const measure = { title: 'Runde Tische', factorId: 'schnittstelle', dueOn: '2027-06-30' }

const guarded: Readonly<Record<string, Guarded>> = {
  '/api/assessments/[id]/answers': {
    action: 'round.answer',
    body: () => ({ factor: 'schnittstelle', formId: 'form', answers: {} }),
  },
  '/api/assessments/[id]/challenges': { action: 'round.answer', body: () => ({ challenges: [] }) },
  '/api/assessments/[id]/close': { action: 'round.close', body: () => ({}) },
  '/api/assessments/[id]/coat-of-arms': { action: 'round.answer', body: () => ({ remove: '1' }) },
  '/api/assessments/[id]/decisions': {
    action: 'round.answer',
    body: () => ({ measure: 'raeume-ort-finden', decision: '', reason: '' }),
  },
  '/api/assessments/[id]/delete': { action: 'round.delete', body: () => ({ confirm: 'ja' }) },
  '/api/assessments/[id]/details': { action: 'round.answer', body: () => ({}) },
  '/api/assessments/[id]/export': { action: 'round.read', finds: 404 },
  '/api/assessments/[id]/file-reference': { action: 'round.close', body: () => ({ fileReference: '10-5/27' }) },
  '/api/assessments/[id]/mode': { action: 'round.answer', body: () => ({}) },
  '/api/assessments/[id]/move': { action: 'round.start', body: () => ({ version: '1.0.0' }) },
  '/api/assessments/[id]/place': { action: 'round.answer', body: () => ({ name: 'Nordviertel' }) },
  '/api/assessments/[id]/profile': { action: 'round.answer', body: () => ({}) },
  '/api/assessments/[id]/reopen': { action: 'round.reopen', body: () => ({ reason: 'Nachtrag' }) },
  '/api/assessments/[id]/report': { action: 'round.read' },
  '/api/assessments/[id]/resume-code': { action: null, body: () => ({ action: 'issue' }) },
  '/api/assessments/[id]/state': { action: 'round.read' },
  '/api/workspaces/[workspaceId]/claim': {
    action: 'round.start',
    finds: 404,
    body: () => ({ ...naming, check: 'gibt-es-nicht' }),
  },
  '/api/workspaces/[workspaceId]/invitations': { action: 'member.manage', body: () => ({ role: 'lesen', label: '' }) },
  '/api/workspaces/[workspaceId]/measures': { action: 'measure.edit', body: () => measure },
  '/api/workspaces/[workspaceId]/measures.csv': { action: 'measure.read' },
  '/api/workspaces/[workspaceId]/measures.ics': { action: 'measure.read' },
  '/api/workspaces/[workspaceId]/measures/[measureId]': {
    action: 'measure.edit',
    body: () => ({ ...measure, status: 'laeuft', version: 1 }),
  },
  '/api/workspaces/[workspaceId]/measures/[measureId]/calendar.ics': { action: 'measure.read' },
  '/api/workspaces/[workspaceId]/measures/state': {
    action: 'measure.edit',
    body: ({ id, measureId }) => ({ measure: measureId, runde: id, status: 'laeuft', version: 1 }),
  },
  '/api/workspaces/[workspaceId]/members': {
    action: 'member.manage',
    body: ({ reader }) => ({ action: 'role', member: reader, role: 'lesen' }),
  },
  '/api/workspaces/[workspaceId]/profile': { action: 'workspace.edit', body: () => ({ name: 'Musterstadt' }) },
  '/api/workspaces/[workspaceId]/rounds': { action: 'round.start', body: () => ({ ...naming, mode: 'schnell' }) },
  '/api/workspaces/[workspaceId]/targets': {
    action: 'target.edit',
    body: () => ({ factor: 'rueckendeckung', subject: '', value: '75', reason: '', dueOn: '', version: 0 }),
  },
  '/arbeitsbereich/[workspaceId]': { action: 'workspace.read' },
  '/arbeitsbereich/[workspaceId]/einstellungen': { action: 'workspace.edit' },
  '/arbeitsbereich/[workspaceId]/massnahmen': { action: 'measure.read' },
  '/arbeitsbereich/[workspaceId]/massnahmen/[measureId]': { action: 'measure.read' },
  // Who may only read is told so there.
  '/arbeitsbereich/[workspaceId]/massnahmen/neu': { action: 'measure.read' },
  '/arbeitsbereich/[workspaceId]/massnahmen/stand': { action: 'measure.read' },
  '/arbeitsbereich/[workspaceId]/mitglieder': { action: 'member.read' },
  '/arbeitsbereich/[workspaceId]/neu': { action: 'round.start' },
  '/arbeitsbereich/[workspaceId]/uebergabe': { action: 'member.read' },
  '/arbeitsbereich/[workspaceId]/vergleich': { action: 'round.read' },
  '/arbeitsbereich/[workspaceId]/verlauf': { action: 'round.read' },
  '/arbeitsbereich/[workspaceId]/ziele': { action: 'round.read' },
  ...Object.fromEntries(
    [
      '',
      '/abschluss',
      '/bericht',
      '/empfehlung/[measureId]',
      '/ergebnis',
      '/frage/[factorId]',
      '/frage/[factorId]/verlauf',
      '/herausforderungen',
      '/loeschen',
      '/offene-punkte',
      '/profil',
      '/pruefen',
      '/quartier',
      '/umstellung',
      '/weitergeben',
    ].map((page): [string, Guarded] => [`/check/[id]${page}`, { action: 'round.read' }]),
  ),
}

const built = Object.values(
  JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>,
).toSorted()
const listed = built.filter((route) => Object.hasOwn(guarded, route))

type Who = Role | 'stranger' | 'nobody'
const names: Readonly<Record<Role | 'stranger', string>> = {
  koordination: 'Erika',
  mitarbeit: 'Ida',
  lesen: 'Ada',
  stranger: 'Otto',
}
const password = 'Brücke Kiesel Lampe'

let site: Site
const cookies: Record<string, string> = { nobody: '' }
let own: Ids
let foreign: Ids
const absent: Ids = { workspaceId: 'w'.repeat(22), id: 'a'.repeat(22), measureId: 'm'.repeat(22), reader: 'p'.repeat(22) }

async function send(route: string, ids: Ids, who: Who, body?: object): Promise<{ status: number; text: string }> {
  const path = route
    .replace('[workspaceId]', ids.workspaceId)
    .replace('/check/[id]/empfehlung/[measureId]', '/check/[id]/empfehlung/raeume-ort-finden')
    .replace('[id]', ids.id)
    .replace('[measureId]', ids.measureId)
    .replace('[factorId]', 'schnittstelle')
    .replace(/\/stand$/, `/stand?runde=${ids.id}`)
  const page = !route.startsWith('/api/')
  const answer = await fetch(`${site.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      cookie: cookies[who] ?? '',
      origin: site.url,
      accept: page ? 'text/html' : 'application/json',
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  })
  const text = await answer.text()
  // What the address itself says, and what is drawn by lot for each page, is no difference between two answers.
  const plain = Object.values(ids).reduce((all, id: string) => all.replaceAll(id, 'ID'), text)
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  return { status: answer.status, text: nonce ? plain.replaceAll(nonce, 'NONCE') : plain }
}

async function beginRound(workspaceId: string, who: Who): Promise<string> {
  const { text } = await send('/api/workspaces/[workspaceId]/rounds', { ...absent, workspaceId }, who, {
    ...naming,
    mode: 'schnell',
  })
  // The id is in the answer under the workspace's name for it.
  return (JSON.parse(text) as { id: string }).id
}

async function contentOf(workspaceId: string, who: Who, reader: string): Promise<Ids> {
  const { text } = await send('/api/workspaces/[workspaceId]/measures', { ...absent, workspaceId }, who, measure)
  return { workspaceId, id: await beginRound(workspaceId, who), measureId: (JSON.parse(text) as { id: string }).id, reader }
}

beforeAll(async () => {
  site = await startSite()
  const members = await makeMembers(site, 'Musterstadt', { Ida: 'mitarbeit', Ada: 'lesen' })
  process.env.DATA_DIR = site.dataDir
  resetSettings()
  const code = await issueSetUpCode(new Date(), { further: true })
  const person = { name: 'Otto', email: 'otto@musterstadt.de', password }
  const other = await setUp(code!, 'Zweitstadt', person, new Date())
  await closeDatabase()
  for (const [who, name] of Object.entries(names)) {
    const answer = await fetch(`${site.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', origin: site.url },
      body: JSON.stringify({ email: `${name.toLowerCase()}@musterstadt.de`, password }),
    })
    expect([name, answer.status]).toEqual([name, 200])
    cookies[who] = answer.headers.getSetCookie()[0]!.split(';')[0]!
  }
  const database = new Database(join(site.dataDir, databaseFile), { readonly: true })
  const { id: reader } = database.prepare(`SELECT id FROM "User" WHERE name = 'Ada'`).get() as { id: string }
  database.close()
  own = await contentOf(members.workspaceId, 'koordination', reader)
  foreign = await contentOf(other.workspaceId, 'stranger', other.userId)
}, 120_000)
afterAll(async () => await site.close())

test('each built route is listed', () => {
  expect(built.filter((route) => !withoutId.includes(route) && !Object.hasOwn(guarded, route))).toEqual([])
  expect(built.length).toBeGreaterThan(70)
})

describe.each(listed)('%s', (route) => {
  const { action, body, finds } = guarded[route]!
  const page = !route.startsWith('/api/')

  test.each([...roleSchema.options, 'stranger', 'nobody'] as Who[])('%s', async (who) => {
    // What closes or deletes a round needs one of its own.
    const ids = body && route.includes('[id]') ? { ...own, id: await beginRound(own.workspaceId, 'koordination') } : own
    const role = roleSchema.safeParse(who)
    const { status, text } = await send(route, ids, who, body?.(ids))
    if (role.success) {
      const allowed = action !== null && may(role.data, action)
      if (!allowed) expect(status).toBe(403)
      else if (finds) expect(status).toBe(finds)
      else expect([401, 403, 404]).not.toContain(status)
      expect(status).toBeLessThan(500)
      return
    }
    // A page of a workspace asks for login, the same for each id; everything else is not there.
    if (who === 'nobody' && page && route.startsWith('/arbeitsbereich')) expect(text).toContain('action="/api/session"')
    else expect(status).toBe(404)
  })

  test.each([...roleSchema.options, 'nobody'] as Who[])('%s cannot tell a foreign id from an absent one', async (who) => {
    const [there, nowhere] = [await send(route, foreign, who, body?.(foreign)), await send(route, absent, who, body?.(absent))]
    if (who !== 'nobody') expect(there.status).toBe(404)
    expect(there).toEqual(nowhere)
  })
})
