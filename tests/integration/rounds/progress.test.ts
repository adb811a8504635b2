import { join as joinPath } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { byKey } from '@/lib/accounts/actor'
import { saveAnswers, savePlace } from '@/lib/assessments/service'
import { createTranslate } from '@/lib/i18n/translate'
import { buildCourseView } from '@/lib/report/course-view'
import { buildProgressView } from '@/lib/report/progress-view'
import { readAllRounds, readTwoRounds } from '@/lib/rounds/progress-service'
import { claimAssessment, closeRound, reopenRound } from '@/lib/rounds/service'
import { databaseFile } from '../setup/data-dir'
import { begin, days, later, now, useInstallation } from '../setup/installation'
import { useScene } from './claimed-check'

const installation = useInstallation()
const scene = useScene()
const t = createTranslate('de')
const refused = (code: string) => expect.objectContaining({ code })

/** Another round of the scene's workspace, with one answer. @returns its id */
async function addRound(naming: { name: string; periodFrom: string | null; periodTo: string | null }, choice: string) {
  const { id, key } = await begin()
  await savePlace(byKey(key), id, 'Nord', now)
  const answer = { choice, comment: '', clarifyWith: '', version: 0 }
  await saveAnswers(byKey(key), id, { formId: `form-${id}`, answers: { 'rueckhalt-struktur': answer } }, now)
  await claimAssessment({ ...scene.erika, key }, id, scene.workspaceId, naming, now)
  return id
}
const year = (of: number) => ({ name: String(of), periodFrom: `${of}-01-01`, periodTo: `${of}-12-31` })

/** Does what another program would, past the triggers. */
const alter = (statement: string) => {
  const database = new SqliteDatabase(joinPath(installation.dataDir, databaseFile))
  try {
    for (const { name } of database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
      name: string
    }[]) {
      database.exec(`DROP TRIGGER "${name}"`)
    }
    database.prepare(statement).run()
  } finally {
    database.close()
  }
}

describe('the rounds of a workspace for a comparison', () => {
  test('come in the order of time, closed ones as they were closed, open ones as they stand', async () => {
    await scene.claim()
    await closeRound(scene.erika, scene.id, now)
    const open = await addRound({ name: 'jetzt', periodFrom: null, periodTo: null }, '1')
    const earlier = await addRound(year(2024), '2')
    const { rounds, unreadable } = await readAllRounds(scene.ida, scene.workspaceId, now)
    expect(unreadable).toEqual([])
    expect(rounds.map(({ id }) => id)).toEqual([earlier, scene.id, open])
    expect(rounds[1]).toMatchObject({
      name: '2026',
      closedOn: '2026-11-23',
      asOf: '2026-12-31',
      comments: { 'rueckhalt-struktur': 'Protokoll 3/26' },
      recorded: null,
      sheet: { kommune: { 'rueckhalt-struktur': { state: 'answered', value: 3 } } },
    })
    expect(rounds[2]).toMatchObject({ closedOn: null, asOf: '2026-11-23', comments: {} })
    expect(buildCourseView(rounds, [], t).rounds.map(({ label, open: isOpen }) => [label, isOpen])).toEqual([
      ['2024', true],
      ['2026', false],
      ['jetzt', true],
    ])
  })

  test('two of them, the earlier first whichever way they are named', async () => {
    await scene.claim()
    const earlier = await addRound(year(2024), '1')
    for (const ids of [[scene.id, earlier] as const, [earlier, scene.id] as const]) {
      const [before, after] = await readTwoRounds(scene.ida, scene.workspaceId, ids, now)
      expect([before.id, after.id]).toEqual([earlier, scene.id])
      expect(buildProgressView(before, after, [], t).title).toBe('Vergleich: 2024 und 2026')
    }
  })

  test('a reopened round is open again, as it stands', async () => {
    await scene.claim()
    await closeRound(scene.erika, scene.id, now)
    await reopenRound(scene.erika, scene.id, 'Nachtrag', later(days(1)))
    await scene.save(scene.otto, '1', 1)
    const { rounds } = await readAllRounds(scene.ida, scene.workspaceId, later(days(1)))
    expect(rounds).toMatchObject([{ closedOn: null, sheet: { kommune: { 'rueckhalt-struktur': { value: 1 } } } }])
  })
})

describe('access', () => {
  test('a foreign workspace, an absent one and a foreign round are the same', async () => {
    await scene.claim()
    const stranger = { key: null, userId: 'niemand' }
    await expect(readAllRounds(stranger, scene.workspaceId, now)).rejects.toEqual(refused('not-found'))
    await expect(readAllRounds(scene.erika, 'gibt-es-nicht', now)).rejects.toEqual(refused('not-found'))
    const { id: foreign } = await begin()
    for (const other of [foreign, 'gibt-es-nicht', scene.id]) {
      await expect(readTwoRounds(scene.erika, scene.workspaceId, [scene.id, other], now)).rejects.toEqual(refused('not-found'))
    }
    await expect(readTwoRounds(stranger, scene.workspaceId, [scene.id, foreign], now)).rejects.toEqual(refused('not-found'))
  })
})

test('a round of another workspace is not found, also by who is a member of both', async () => {
  await scene.claim()
  const other = await addRound(year(2024), '1')
  alter(`INSERT INTO Workspace (id, name, profile, createdAt) VALUES ('zweiter', 'Anderswo', '{}', 0)`)
  alter(`INSERT INTO Membership SELECT 'zweiter', userId, role, createdAt FROM Membership WHERE userId = '${scene.erika.userId}'`)
  alter(`UPDATE Assessment SET workspaceId = 'zweiter' WHERE id = '${other}'`)
  await expect(readTwoRounds(scene.erika, scene.workspaceId, [scene.id, other], now)).rejects.toEqual(refused('not-found'))
  const { rounds } = await readAllRounds(scene.erika, scene.workspaceId, now)
  expect(rounds.map(({ id }) => id)).toEqual([scene.id])
})

describe('what is wrong with a stored round', () => {
  test('an altered snapshot is not shown as what was closed', async () => {
    await scene.claim()
    await closeRound(scene.erika, scene.id, now)
    alter(`UPDATE Snapshot SET payload = replace(payload, '"value":3', '"value":4')`)
    await expect(readAllRounds(scene.erika, scene.workspaceId, now)).rejects.toEqual(refused('database-corrupt'))
  })

  test('a version that this installation lacks leaves the other rounds readable', async () => {
    await scene.claim()
    const earlier = await addRound(year(2024), '1')
    alter(`UPDATE Assessment SET questionnaireVersion = '0.9.0' WHERE id = '${earlier}'`)
    const { rounds, unreadable } = await readAllRounds(scene.erika, scene.workspaceId, now)
    expect([rounds.map(({ id }) => id), unreadable]).toEqual([[scene.id], ['2024']])
    await expect(readTwoRounds(scene.erika, scene.workspaceId, [earlier, scene.id], now)).rejects.toEqual(
      refused('questionnaire-missing'),
    )
  })
})
