import { join as joinPath } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { byKey } from '@/lib/accounts/actor'
import { saveCoatOfArms } from '@/lib/assessments/coat-of-arms-service'
import { questionnaireOf } from '@/lib/assessments/content'
import { deleteAssessment } from '@/lib/assessments/removal-service'
import { decideMeasure, readAssessment, saveChallenges, savePlace, saveProfile } from '@/lib/assessments/service'
import { openDatabase } from '@/lib/db'
import { closeRound, readClosed, reopenRound } from '@/lib/rounds/service'
import { scoreSnapshot } from '@/lib/rounds/snapshot'
import { picture } from '../../factories/png'
import { databaseFile } from '../setup/data-dir'
import { days, later, now, useInstallation } from '../setup/installation'
import { usePictureWorker } from '../setup/picture-worker'
import { naming, useScene } from './claimed-check'

const installation = useInstallation()
const scene = useScene()
usePictureWorker()
const refused = (code: string) => expect.objectContaining({ code })

describe('a closed round', () => {
  beforeEach(async () => {
    await decideMeasure(byKey(scene.key), scene.id, 'rueckhalt-ausbauen', { decision: 'uebernehmen', reason: '' }, now)
    await saveCoatOfArms(byKey(scene.key), scene.id, picture(2, 2), now)
    await scene.claim()
    await closeRound(scene.erika, scene.id, now)
  })

  test('refuses every change through the product and stays readable', async () => {
    const before = await readAssessment(scene.ida, scene.id, now)
    const changes = [
      () => scene.save(scene.otto, '0', 1),
      () => scene.save(scene.otto, '0', 0, 'runde-struktur'),
      () => savePlace(scene.otto, scene.id, 'Süd', now),
      () => saveProfile(scene.otto, scene.id, { name: 'Anderswo' }, now),
      () => saveChallenges(scene.otto, scene.id, [], now),
      () => decideMeasure(scene.otto, scene.id, 'rueckhalt-ausbauen', { decision: null, reason: '' }, now),
      () => saveCoatOfArms(scene.otto, scene.id, null, now),
      () => closeRound(scene.erika, scene.id, now),
    ]
    for (const change of changes) await expect(change()).rejects.toEqual(refused('round-closed'))
    expect(await readAssessment(scene.ida, scene.id, now)).toEqual(before)
    // Reading notes the use once a day: that is no change.
    await readAssessment(scene.ida, scene.id, later(days(2)))
  })

  test.each([
    `UPDATE Answer SET value = 0`,
    `DELETE FROM Answer`,
    `INSERT INTO Answer SELECT responseId, subjectId, 'runde-struktur', state, value, reason, comment, clarifyWith, carriedOver, version, formId, seq, updatedAt FROM Answer`,
    `UPDATE Assessment SET profile = '{}'`,
    `UPDATE Assessment SET challenges = '[]'`,
    `UPDATE Assessment SET contentHash = ''`,
    `UPDATE Assessment SET name = 'anders'`,
    `UPDATE Assessment SET answeredBy = '[]'`,
    `UPDATE Assessment SET revision = 7`,
    `UPDATE AssessmentPlace SET name = 'Süd'`,
    `UPDATE MeasureDecision SET decision = 'spaeter'`,
    `DELETE FROM MeasureDecision`,
    `INSERT INTO MeasureDecision SELECT assessmentId, 'andere', subjectId, decision, reason, version, updatedAt FROM MeasureDecision`,
    `UPDATE CoatOfArms SET png = x'00'`,
    `DELETE FROM CoatOfArms`,
    `UPDATE Assessment SET status = 'offen'`,
    `INSERT OR REPLACE INTO Assessment SELECT * FROM Assessment`,
    `UPDATE AnswerChange SET before = '{}'`,
    `DELETE FROM AnswerChange`,
    `INSERT INTO AnswerChange SELECT responseId, subjectId, questionId, version + 7, before, formId, actorId, at FROM AnswerChange`,
    `DELETE FROM AssessmentPlace`,
    `INSERT INTO AssessmentPlace SELECT assessmentId, 1, placeId || 'x', name FROM AssessmentPlace`,
    `DELETE FROM Response`,
    `UPDATE Response SET kind = 'anders'`,
    `INSERT INTO Response SELECT id || 'x', assessmentId, kind FROM Response`,
    `DELETE FROM RoundEvent`,
    `UPDATE RoundEvent SET reason = 'anders'`,
    `INSERT OR REPLACE INTO Snapshot SELECT * FROM Snapshot`,
    `INSERT INTO Snapshot SELECT id || 'x', assessmentId, 2, payload, hash, scoringVersion, closedAt FROM Snapshot`,
    `UPDATE Snapshot SET payload = '{}'`,
    `UPDATE Snapshot SET hash = ''`,
    `DELETE FROM Snapshot`,
  ])('refuses another program: %s', (statement) => {
    const database = new SqliteDatabase(joinPath(installation.dataDir, databaseFile))
    try {
      expect(() => database.prepare(statement).run()).toThrow('round-closed')
    } finally {
      database.close()
    }
  })

  test('is not closed again by another program without what was closed', async () => {
    await reopenRound(scene.erika, scene.id, 'Frage 3 war missverstanden', now)
    const database = new SqliteDatabase(joinPath(installation.dataDir, databaseFile))
    try {
      expect(() => database.prepare(`UPDATE Assessment SET status = 'abgeschlossen'`).run()).toThrow('round-closed')
    } finally {
      database.close()
    }
  })

  test('holds its answers, scored again to the same bytes under its own questionnaire', async () => {
    const { snapshot, payload, hash } = await readClosed(scene.ida, scene.id, 1, now)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(snapshot.answers).toEqual([
      {
        questionId: 'rueckhalt-struktur',
        subject: 'kommune',
        state: 'answered',
        value: 3,
        reason: null,
        comment: 'Protokoll 3/26',
        clarifyWith: '',
      },
    ])
    expect(snapshot.round).toEqual({ ...naming, revision: 1 })
    const { id: questionnaireId, version: questionnaireVersion } = snapshot.questionnaire
    const again = scoreSnapshot(snapshot, questionnaireOf({ questionnaireId, questionnaireVersion }))
    expect(JSON.stringify(again)).toBe(JSON.stringify(snapshot.result))
    expect(payload).toContain(JSON.stringify(again))
  })

  test('names nobody: a person can be deleted and the hash stays true', async () => {
    const { payload, hash } = await readClosed(scene.ida, scene.id, 1, now)
    for (const name of ['Erika', 'Otto', 'musterstadt.de', scene.erika.userId!, scene.otto.userId])
      expect(payload).not.toContain(name)
    const { client } = await openDatabase()
    await client.user.delete({ where: { id: scene.erika.userId! } })
    expect((await readClosed(scene.ida, scene.id, 1, now)).hash).toBe(hash)
    expect(await client.roundEvent.findMany({ select: { kind: true, actorId: true }, orderBy: { at: 'asc' } })).toEqual(
      expect.arrayContaining([{ kind: 'abgeschlossen', actorId: null }]),
    )
  })

  test('what was changed behind the triggers’ back is noticed', async () => {
    const database = new SqliteDatabase(joinPath(installation.dataDir, databaseFile))
    database.exec('DROP TRIGGER "Snapshot_update_refused"')
    database.prepare(`UPDATE Snapshot SET payload = replace(payload, '"value":3', '"value":4')`).run()
    database.close()
    await expect(readClosed(scene.ida, scene.id, 1, now)).rejects.toEqual(refused('database-corrupt'))
  })

  test('opened again is a new revision with a reason; the first stays', async () => {
    await expect(reopenRound(scene.erika, scene.id, ' ', now)).rejects.toEqual(refused('required'))
    expect(await reopenRound(scene.erika, scene.id, 'Frage 3 war missverstanden', now)).toBe(2)
    await expect(reopenRound(scene.erika, scene.id, 'noch einmal', now)).rejects.toEqual(refused('round-open'))
    await scene.save(scene.otto, '1', 1)
    await closeRound(scene.erika, scene.id, later(days(1)))
    const [first, second] = await Promise.all([1, 2].map((revision) => readClosed(scene.ida, scene.id, revision, now)))
    expect([first, second].map((closed) => closed?.snapshot.answers[0]?.value)).toEqual([3, 1])
    expect(first?.hash).not.toBe(second?.hash)
    await expect(readClosed(scene.ida, scene.id, 3, now)).rejects.toEqual(refused('not-found'))
  })

  test('is deleted whole by the coordination', async () => {
    await deleteAssessment(scene.erika, scene.id, now)
    const { client } = await openDatabase()
    expect([
      await client.assessment.count(),
      await client.snapshot.count(),
      await client.answer.count(),
      await client.roundEvent.count(),
    ]).toEqual([0, 0, 0, 0])
  })
})

describe('closing while somebody answers', () => {
  test('an answer is either in what was closed or refused, never lost in between', async () => {
    await scene.claim()
    const saves = Array.from({ length: 20 }, (_, n) =>
      scene
        .save(scene.otto, String(n % 5), 0, `${['runde', 'treffpunkt', 'gespraech', 'mithilfe', 'vermittlung'][n % 5]}-praxis`)
        .then(
          (result) => Object.keys(result.versions),
          () => [],
        ),
    )
    const [, ...saved] = await Promise.all([closeRound(scene.erika, scene.id, now), ...saves])
    const { snapshot } = await readClosed(scene.ida, scene.id, 1, now)
    const closed = new Set(snapshot.answers.map(({ questionId }) => questionId))
    expect(saved.flat().filter((question) => !closed.has(question))).toEqual([])
    expect(Object.keys((await readAssessment(scene.ida, scene.id, now)).answers).toSorted()).toEqual([...closed].toSorted())
  })

  test('the same round gives the same bytes in whatever order it was answered', async () => {
    await scene.claim()
    await scene.save(scene.otto, '2', 0, 'runde-struktur')
    const { hash: one } = await closeRound(scene.erika, scene.id, now)
    await reopenRound(scene.erika, scene.id, 'Reihenfolge', now)
    await closeRound(scene.erika, scene.id, now)
    const second = await readClosed(scene.erika, scene.id, 2, now)
    expect(second.payload.replace('"revision":2', '"revision":1')).toBe((await readClosed(scene.erika, scene.id, 1, now)).payload)
    expect(second.hash).not.toBe(one)
  })
})
