/** What the operator's command line takes out of the database, and what it leaves of a workspace in its files: all and nothing. */
import { existsSync, readFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { decideMeasure } from '@/lib/assessments/service'
import { closeRound, reopenRound } from '@/lib/rounds/service'
import { setTarget } from '@/lib/targets/service'
import { add, edit } from '../measures/plan'
import { useScene } from '../rounds/claimed-check'
import { databaseFile } from '../setup/data-dir'
import { now, useInstallation } from '../setup/installation'
import { runAdmin } from './admin'

const installation = useInstallation()
const scene = useScene()
const comment = 'Protokoll 3/26'

type Row = Readonly<Record<string, unknown>>

/** A round that was closed and opened again, its answer changed since, with a target and a measure beside it. */
beforeEach(async () => {
  await scene.claim()
  await decideMeasure(scene.otto, scene.id, 'rueckhalt-ausbauen', { decision: 'spaeter', reason: '' }, now)
  await closeRound(scene.erika, scene.id, now)
  await reopenRound(scene.erika, scene.id, 'Nachtrag', now)
  await scene.save(scene.otto, '4', 1)
  const target = { value: 60, reason: 'Haushaltssperre', dueOn: '2027-12-31' }
  const place = { factorId: 'rueckhalt', subjectId: '' }
  await setTarget(scene.erika, scene.workspaceId, place, target, { shown: 0, now })
  const measure = await add(scene.otto, scene.workspaceId, { title: 'Ratsrunde', factorId: 'rueckhalt' })
  await edit(scene.otto, scene.workspaceId, measure, { note: 'Der Rat tagt im Mai.' })
})

function columnsOf(table: string): string[] {
  const database = new SqliteDatabase(joinPath(installation.dataDir, databaseFile), { readonly: true })
  try {
    return (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  } finally {
    database.close()
  }
}

test('an export holds every column of the members, targets, measures and rounds of a workspace', () => {
  const file = joinPath(installation.dataDir, 'export.json')
  expect(runAdmin(installation.dataDir, 'export', scene.workspaceId, file).status).toBe(0)
  const whole = JSON.parse(readFileSync(file, 'utf8')) as Row
  const within = (rows: readonly Row[], name: string) => rows.flatMap((row) => (row[name] ?? []) as Row[])
  const [measures, rounds] = [within([whole], 'measures'), within([whole], 'assessments')]
  const responses = within(rounds, 'responses')
  const parts: Readonly<Record<string, readonly Row[]>> = {
    Workspace: [whole],
    Membership: within([whole], 'memberships'),
    Target: within([whole], 'targets'),
    Measure: measures,
    MeasureChange: within(measures, 'changes'),
    Assessment: rounds,
    AssessmentPlace: within(rounds, 'places'),
    Response: responses,
    Answer: within(responses, 'answers'),
    AnswerChange: within(responses, 'changes'),
    MeasureDecision: within(rounds, 'decisions'),
    Snapshot: within(rounds, 'snapshots'),
    RoundEvent: within(rounds, 'events'),
  }
  for (const [table, rows] of Object.entries(parts)) {
    const columns = columnsOf(table)
    const missing = columns.filter((column) => rows.some((row) => !Object.hasOwn(row, column)))
    expect([table, rows.length > 0, columns.length > 0, missing]).toEqual([table, true, true, []])
  }
  const roles = (parts.Membership ?? []).map(({ role, user }) => [(user as Row).name, role])
  expect(roles).toHaveLength(3)
  expect(roles).toEqual(
    expect.arrayContaining([
      ['Erika', 'koordination'],
      ['Otto', 'mitarbeit'],
      ['Ida', 'lesen'],
    ]),
  )
  expect(parts.Target).toMatchObject([{ factorId: 'rueckhalt', value: 60, reason: 'Haushaltssperre' }])
  expect(parts.Measure).toMatchObject([{ title: 'Ratsrunde', note: 'Der Rat tagt im Mai.' }])
  expect(parts.Answer).toMatchObject([{ questionId: 'rueckhalt-struktur', value: 4, comment }])
  expect(JSON.parse(String(parts.Snapshot?.[0]?.payload))).toMatchObject({ answers: [{ value: 3, comment }] })
}, 60_000)

test('a deleted workspace leaves no comment of an answer in the database file or its log', () => {
  // This process keeps the database open as a running server does: nobody else empties the log.
  const files = [databaseFile, `${databaseFile}-wal`].map((name) => joinPath(installation.dataDir, name))
  const holding = () => files.filter((file) => existsSync(file) && readFileSync(file).includes(comment))
  expect(holding()).not.toEqual([])
  expect(runAdmin(installation.dataDir, 'delete', scene.workspaceId, 'Musterstadt').status).toBe(0)
  expect(holding()).toEqual([])
}, 60_000)
