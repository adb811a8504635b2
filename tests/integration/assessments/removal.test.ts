import { describe, expect, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byKey } from '@/lib/accounts/actor'
import { openDatabase } from '@/lib/db'
import { deleteAssessment, deleteExpired } from '@/lib/assessments/removal-service'
import { issueResumeCode, redeemResumeCode } from '@/lib/assessments/resume-service'
import * as service from '@/lib/assessments/service'
import { begin, days, later, now, useInstallation } from '../setup/installation'

const installation = useInstallation()
const marker = 'Unverwechselbar-Spur-7F3A'

/** Files of the data folder that contain the marker. */
const traces = () =>
  readdirSync(installation.dataDir).filter((name) => readFileSync(join(installation.dataDir, name)).includes(marker))

/** Fills every place where a user's text can be, and changes it, so that old versions lie about too. */
async function leaveTraces({ key, id }: { key: string; id: string }) {
  const one = (comment: string, version: number) => ({ choice: '2', comment, clarifyWith: marker, version })
  const long = `${marker} `.repeat(150)
  const save = (comment: string, version: number) =>
    service.saveAnswers(
      byKey(key),
      id,
      { formId: 'a', answers: { 'rueckhalt-struktur': one(comment, version), 'treffpunkt-struktur': one(comment, version) } },
      now,
    )
  await save(long, 0)
  await save(marker, 1)
  await save(`${long}!`, 2)
  await service.saveProfile(byKey(key), id, { name: marker }, now)
  await service.savePlace(byKey(key), id, marker, now)
  await service.decideMeasure(byKey(key), id, 'treffpunkt-beginnen', { decision: 'spaeter', reason: marker }, now)
  await service.saveDetails(byKey(key), id, { agreedOn: null, answeredBy: [marker] }, now)
  await service.keepRejectedInput(key, `place:${id}`, { payload: { name: marker }, errors: [] }, now)
  await service.keepRejectedInput(key, `answers:${id}:rueckhalt`, { payload: { x: marker }, errors: [] }, now)
}

describe('deleting', () => {
  test('leaves no trace in the database, its log and its index, nor any row', async () => {
    const own = await begin()
    await leaveTraces(own)
    await issueResumeCode(byKey(own.key), own.id, now)
    expect(traces()).not.toEqual([])
    await deleteAssessment(byKey(own.key), own.id, now)
    expect(existsSync(join(installation.dataDir, 'drei-ebenen-check.sqlite-wal'))).toBe(true)
    expect(traces()).toEqual([])
    const { client } = await openDatabase()
    const counts = await Promise.all([
      client.assessment.count(),
      client.place.count(),
      client.response.count(),
      client.answer.count(),
      client.answerChange.count(),
      client.accessKey.count(),
      client.keyGrant.count(),
      client.rejectedInput.count(),
      client.measureDecision.count(),
    ])
    expect(counts).toEqual(Array(9).fill(0))
  })

  test('control: without emptying the log the text is still there', async () => {
    const own = await begin()
    await leaveTraces(own)
    const database = await openDatabase()
    await database.transaction((client) => client.assessment.delete({ where: { id: own.id } }))
    expect(traces()).toContain('drei-ebenen-check.sqlite-wal')
  })

  test('leaves other assessments, and the key of a browser that has more', async () => {
    const own = await begin()
    const other = await service.startAssessment({ key: own.key, mode: 'voll', now })
    const third = await begin()
    await deleteAssessment(byKey(own.key), own.id, now)
    await expect(service.readAssessment(byKey(own.key), own.id, now)).rejects.toMatchObject({ code: 'not-found' })
    expect((await service.readAssessment(byKey(own.key), other.id, now)).id).toBe(other.id)
    expect((await service.readAssessment(byKey(third.key), third.id, now)).id).toBe(third.id)
  })

  test('is refused without access', async () => {
    const own = await begin()
    const other = await begin()
    await expect(deleteAssessment(byKey(other.key), own.id, now)).rejects.toMatchObject({ code: 'not-found' })
    expect((await service.readAssessment(byKey(own.key), own.id, now)).id).toBe(own.id)
  })
})

describe('retention', () => {
  test('deletes after 36 months without use, with every trace, and not a day earlier', async () => {
    const old = await begin()
    await leaveTraces(old)
    const kept = await begin()
    const code = await issueResumeCode(byKey(kept.key), kept.id, now)
    await redeemResumeCode(code, null, later(days(1)))
    expect(await deleteExpired(new Date('2029-11-23T11:59:59Z'))).toBe(0)
    expect(await deleteExpired(new Date('2029-11-23T12:00:01Z'))).toBe(1)
    expect(traces()).toEqual([])
    const { client } = await openDatabase()
    expect((await client.assessment.findMany()).map(({ id }) => id)).toEqual([kept.id])
  })

  test('removes expired refused forms and keys that open nothing', async () => {
    const { newKey } = await service.keepRejectedInput(null, 'resume', { payload: { code: marker }, errors: [] }, now, {
      open: true,
    })
    await deleteExpired(later(days(1) - 1))
    expect(await service.takeRejectedInput(newKey, 'resume', later(1))).not.toBeNull()
    await deleteExpired(later(days(1) + 1))
    const { client } = await openDatabase()
    expect([await client.rejectedInput.count(), await client.accessKey.count()]).toEqual([0, 0])
    expect(traces()).toEqual([])
  })
})
