/** The demonstration as built by the product's services: rounds, histories, measures, targets, people. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Actor } from '@/lib/accounts/actor'
import { listMembers, listWorkspaces } from '@/lib/accounts/member-service'
import { signIn } from '@/lib/accounts/session-service'
import { readAssessment } from '@/lib/assessments/service'
import { roundBegun } from '@/lib/assessments/change-origin'
import { openDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { createTranslate } from '@/lib/i18n/translate'
import { askedMeasures, listNotPlanned } from '@/lib/measures/round-service'
import { listMeasures, readMeasure } from '@/lib/measures/service'
import { readAllRounds } from '@/lib/rounds/progress-service'
import { listRounds, readClosed, readHistory, type RoundSummary } from '@/lib/rounds/service'
import { listTargets } from '@/lib/targets/service'
import { buildDemo, type SignIn } from '@/scripts/demo/build-demo'
import { readDemo } from '@/scripts/demo/read-demo'
import { migratedDataDir } from '../setup/data-dir'

const now = new Date('2026-11-26T12:00:00Z')
const read = readDemo('questionnaires', createTranslate('de'))
if (!read?.ok) throw new Error('the content of the demonstration is wrong')
const { content } = read

let signIns: SignIn[]
let erika: Actor
let workspaceId: string
/** Latest first. */
let rounds: RoundSummary[]

beforeAll(async () => {
  process.env.DATA_DIR = migratedDataDir()
  process.env.CONTENT_DIR = 'questionnaires'
  resetSettings()
  signIns = await buildDemo(content)
  const { client } = await openDatabase()
  const { id: userId } = await client.user.findFirstOrThrow({ where: { email: signIns[0]!.email } })
  erika = { key: null, userId }
  workspaceId = (await listWorkspaces(erika))[0]!.id
  rounds = await listRounds(erika, workspaceId)
}, 120_000)

describe('the people', () => {
  test('coordinate and work along; each signs in with a password of its own', async () => {
    expect((await listMembers(erika, workspaceId)).map(({ role }) => role).toSorted()).toEqual(['koordination', 'mitarbeit'])
    for (const { email, password } of signIns) {
      expect((await signIn({ email, password, address: null }, null)).cookie).not.toBe('')
    }
    expect(new Set(signIns.map(({ password }) => password)).size).toBe(signIns.length)
  })
})

describe('the rounds', () => {
  test('are three; two are closed, and what was closed carries its hash', async () => {
    expect(rounds.map(({ name, status }) => [name, status])).toEqual([
      ['2026', 'offen'],
      ['2024', 'abgeschlossen'],
      ['2022', 'abgeschlossen'],
    ])
    for (const { id, name } of rounds.slice(1)) {
      const { snapshot, closedAt } = await readClosed(erika, id, null, now)
      expect(closedAt.getUTCFullYear()).toBe(Number(name))
      expect(snapshot.answers).toHaveLength(46)
      expect((await readHistory(erika, id, now)).events.map(({ kind, by }) => [kind, by])).toEqual([
        ['begonnen', 'Erika Mustermann'],
        ['abgeschlossen', 'Erika Mustermann'],
      ])
    }
  })

  test('begin with the answers of the one before; in the open one a few wait for confirmation', async () => {
    const [open, middle, first] = await Promise.all(rounds.map(({ id }) => readAssessment(erika, id, now)))
    expect([open, middle, first].map((view) => view?.round?.basedOnId)).toEqual([rounds[1]!.id, rounds[2]!.id, null])
    const waiting = Object.entries(open!.answers).flatMap(([id, { carried }]) => (carried ? [id] : []))
    expect(waiting.toSorted()).toEqual(['begegnung-praxis', 'landkreis-praxis', 'umsetzung-praxis'])
    expect(Object.values(middle!.answers).filter(({ carried }) => carried)).toEqual([])
  })

  test('move: a gain, a loss, something that was not known, and comments', async () => {
    const { rounds: all } = await readAllRounds(erika, workspaceId, now)
    const answers = all.map(({ sheet }) => ({ ...sheet.kommune, ...sheet.places[0]!.answers }))
    const course = (id: string) => answers.map((sheet) => (sheet[id]?.state === 'answered' ? sheet[id].value : sheet[id]?.state))
    expect(course('raeume-struktur')).toEqual([0, 1, 3])
    expect(course('stadtdialog-struktur')).toEqual([3, 3, 1])
    expect(course('ueberblick-praxis')).toEqual(['unknown', 'unknown', 2])
    expect(all.map(({ comments }) => Object.keys(comments).length > 3)).toEqual([true, true, true])
  })

  test('name who did what: the answers about the Quartier come from the second person', async () => {
    const { client } = await openDatabase()
    const changes = await client.answerChange.findMany({
      // What was taken over when a round began is nobody's answer yet.
      where: { formId: { not: roundBegun } },
      select: { subjectId: true, actor: { select: { name: true } } },
    })
    expect(new Set(changes.map(({ subjectId, actor }) => `${subjectId === ''} ${actor?.name}`))).toEqual(
      new Set(['true Erika Mustermann', 'false Otto Beispiel']),
    )
  })
})

describe('the plan', () => {
  test('holds measures in every state, one overdue, one dropped with its reason', async () => {
    const measures = await listMeasures(erika, workspaceId, now)
    expect(measures.length).toBeGreaterThanOrEqual(8)
    expect(new Set(measures.map(({ status }) => status)).size).toBe(4)
    expect(measures.filter(({ overdue }) => overdue).map(({ factorId }) => factorId)).toEqual(['ressourcen'])
    expect(measures.find(({ status }) => status === 'verworfen')?.reason).not.toBe('')
    expect(measures.filter(({ resolutionNumber }) => resolutionNumber !== '').length).toBeGreaterThanOrEqual(3)
    expect(new Set(measures.map(({ round }) => round?.name))).toEqual(new Set(['2022', '2024', '2026', undefined]))
  })

  test('tells the history of a measure, with what a round asked', async () => {
    const room = (await listMeasures(erika, workspaceId, now)).find(({ factorId }) => factorId === 'raeume')!
    const { history } = await readMeasure(erika, workspaceId, room.id, now)
    expect(history.map(({ at, kind }) => [at.toISOString().slice(0, 10), kind])).toEqual([
      ['2025-03-12', 'changed'],
      ['2024-10-15', 'changed'],
      ['2024-10-08', 'changed'],
      ['2023-03-24', 'changed'],
      ['2022-11-25', 'created'],
    ])
  })

  test('leaves the open round something to ask, and keeps what was not planned', async () => {
    expect((await askedMeasures(erika, workspaceId, rounds[0]!.id, now)).measures).toHaveLength(2)
    expect((await listNotPlanned(erika, workspaceId)).map(({ roundName }) => roundName)).toEqual(['2024', '2022'])
  })

  test('has targets, lowered ones with a reason', async () => {
    const targets = await listTargets(erika, workspaceId)
    expect(targets).toHaveLength(4)
    expect(targets.filter(({ value, reason }) => value < 75 && reason === '')).toEqual([])
  })
})
