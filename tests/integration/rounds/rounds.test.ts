import { describe, expect, test } from '@jest/globals'
import { byKey, type Actor } from '@/lib/accounts/actor'
import { removeMember } from '@/lib/accounts/member-service'
import { createWorkspace, storeMembership } from '@/lib/accounts/repository'
import { deleteAssessment, deleteExpired } from '@/lib/assessments/removal-service'
import { issueResumeCode, redeemResumeCode } from '@/lib/assessments/resume-service'
import { listAssessments, readAssessment } from '@/lib/assessments/service'
import { openDatabase } from '@/lib/db'
import { claimAssessment, closeRound, listRounds, reopenRound, saveFileReference } from '@/lib/rounds/service'
import { startRound } from '@/lib/rounds/start-service'
import { begin, days, later, now, useInstallation } from '../setup/installation'
import { join, signedIn } from '../accounts/people'
import { naming, useScene } from './claimed-check'

useInstallation()
const scene = useScene()
const refused = (code: string) => expect.objectContaining({ code })

describe('taking a check into a workspace', () => {
  test('keeps every answer; keys and codes end at once', async () => {
    const code = await issueResumeCode(byKey(scene.key), scene.id, now)
    const before = await readAssessment(byKey(scene.key), scene.id, now)
    await scene.claim()
    const after = await readAssessment(scene.otto, scene.id, now)
    expect(after.answers).toEqual(before.answers)
    expect(after.round).toEqual({
      workspaceId: scene.workspaceId,
      ...naming,
      status: 'offen',
      revision: 1,
      fileReference: '',
      basedOnId: null,
      targets: {},
    })
    await expect(readAssessment(byKey(scene.key), scene.id, now)).rejects.toEqual(refused('not-found'))
    await expect(scene.save(byKey(scene.key), '1', 1)).rejects.toEqual(refused('not-found'))
    await expect(redeemResumeCode(code, null, now)).rejects.toEqual(refused('bad-code'))
    expect(await listAssessments(scene.key, now)).toEqual([])
    expect((await listRounds(scene.ida, scene.workspaceId)).map((round) => round.id)).toEqual([scene.id])
  })

  test('needs the key of this browser and the coordination of that workspace', async () => {
    await expect(claimAssessment({ ...scene.erika, key: null }, scene.id, scene.workspaceId, naming, now)).rejects.toEqual(
      refused('not-found'),
    )
    await expect(claimAssessment({ ...scene.otto, key: scene.key }, scene.id, scene.workspaceId, naming, now)).rejects.toEqual(
      refused('forbidden'),
    )
    await expect(claimAssessment(byKey(scene.key), scene.id, scene.workspaceId, naming, now)).rejects.toEqual(
      refused('not-found'),
    )
    await expect(
      claimAssessment({ ...signedIn('stranger'), key: scene.key }, scene.id, scene.workspaceId, naming, now),
    ).rejects.toEqual(refused('not-found'))
    expect((await readAssessment(byKey(scene.key), scene.id, now)).round).toBeNull()
  })

  test('happens once, also when asked twice at once or again: whoever did it is answered as the first time', async () => {
    await Promise.all([scene.claim(), scene.claim()])
    await claimAssessment(scene.erika, scene.id, scene.workspaceId, { ...naming, name: 'Ein anderer Name' }, now)
    const { client } = await openDatabase()
    expect(await client.roundEvent.count()).toBe(1)
    expect((await listRounds(scene.erika, scene.workspaceId)).map(({ name }) => name)).toEqual([naming.name])
  })

  test('asked again by somebody else or for another workspace, a round is as absent as one that never was', async () => {
    await scene.claim()
    const { client } = await openDatabase()
    const elsewhere = await createWorkspace(client, 'Anderstadt', now)
    await storeMembership(client, { workspaceId: elsewhere, userId: scene.erika.userId }, 'koordination', now)
    const ada = await join(scene.workspaceId, scene.erika, 'Ada', 'koordination')
    const told = (actor: Actor, id: string, workspaceId: string) =>
      claimAssessment(actor, id, workspaceId, naming, now).then(
        () => 'taken over',
        (error: unknown) => JSON.stringify(error),
      )
    const absent = await told(scene.erika, 'absent', scene.workspaceId)
    expect(absent).toContain('not-found')
    expect(await told(ada, scene.id, scene.workspaceId)).toBe(absent)
    expect(await told(scene.erika, scene.id, elsewhere)).toBe(absent)
    const begun = await startRound(scene.erika, scene.workspaceId, { ...naming, mode: 'voll', basedOn: null, place: null }, now)
    expect(await told(scene.erika, begun, scene.workspaceId)).toBe(absent)
  })

  test('happens whole or not at all: a failure at its end leaves the check with its browser', async () => {
    const { client } = await openDatabase()
    await client.$executeRawUnsafe(
      `CREATE TRIGGER broken BEFORE INSERT ON RoundEvent BEGIN SELECT RAISE(ABORT, 'broken off'); END`,
    )
    const { profile } = await client.workspace.findUniqueOrThrow({ where: { id: scene.workspaceId } })
    await expect(scene.claim()).rejects.toThrow()
    expect(await client.assessment.findUnique({ where: { id: scene.id }, select: { workspaceId: true, name: true } })).toEqual({
      workspaceId: null,
      name: '',
    })
    expect((await client.workspace.findUniqueOrThrow({ where: { id: scene.workspaceId } })).profile).toEqual(profile)
    expect((await readAssessment(byKey(scene.key), scene.id, now)).round).toBeNull()
    await client.$executeRawUnsafe('DROP TRIGGER broken')
    await scene.claim()
  })

  test('no new code is given out for it', async () => {
    await scene.claim()
    await expect(issueResumeCode(scene.erika, scene.id, now)).rejects.toEqual(refused('forbidden'))
  })

  test('it is kept beyond the 36 months of a check without a workspace', async () => {
    const other = await begin()
    await scene.claim()
    expect((await readAssessment(scene.ida, scene.id, now)).deletedOn).toBeNull()
    expect(await deleteExpired(later(days(36 * 31)))).toBe(1)
    await readAssessment(scene.ida, scene.id, now)
    await expect(readAssessment(byKey(other.key), other.id, now)).rejects.toEqual(refused('not-found'))
  })
})

describe('a round and the roles', () => {
  test('who contributes answers, and the history says who; who reads does not', async () => {
    await scene.claim()
    await scene.save(scene.otto, '4', 1)
    await expect(scene.save(scene.ida, '1', 2)).rejects.toEqual(refused('forbidden'))
    expect((await readAssessment(scene.ida, scene.id, now)).answers['rueckhalt-struktur']?.answer).toEqual({
      state: 'answered',
      value: 4,
    })
    const { client } = await openDatabase()
    const history = await client.answerChange.findMany({ orderBy: { version: 'asc' }, select: { actorId: true } })
    expect(history).toEqual([{ actorId: null }, { actorId: scene.otto.userId }])
  })

  test('a removed member is refused with the session still open', async () => {
    await scene.claim()
    await removeMember(scene.erika, scene.workspaceId, scene.otto.userId, now)
    for (const attempt of [
      () => scene.save(scene.otto, '4', 1),
      () => readAssessment(scene.otto, scene.id, now),
      () => listRounds(scene.otto, scene.workspaceId),
    ]) {
      await expect(attempt()).rejects.toEqual(refused('not-found'))
    }
  })

  test('closing, opening again and deleting are for the coordination', async () => {
    await scene.claim()
    for (const member of [scene.otto, scene.ida]) {
      await expect(closeRound(member, scene.id, now)).rejects.toEqual(refused('forbidden'))
      await expect(reopenRound(member, scene.id, 'Fehler', now)).rejects.toEqual(refused('forbidden'))
      await expect(deleteAssessment(member, scene.id, now)).rejects.toEqual(refused('forbidden'))
    }
    for (const attempt of [closeRound, deleteAssessment].flatMap((act) => [
      () => act(signedIn('stranger'), scene.id, now),
      () => act(scene.erika, 'absent', now),
    ])) {
      await expect(attempt()).rejects.toEqual(refused('not-found'))
    }
  })

  test('an Aktenzeichen noted since the form was shown is not overwritten, nor is the round closed with another', async () => {
    await scene.claim()
    const { erika, id } = scene
    const noted = async () => (await readAssessment(erika, id, now)).round
    await saveFileReference(erika, id, { fileReference: '50.1-12', shown: '' }, now)
    for (const attempt of [
      () => saveFileReference(erika, id, { fileReference: '50.1-99', shown: '' }, now),
      () => saveFileReference(erika, id, { fileReference: '', shown: '50' }, now),
      () => closeRound(erika, id, now, { fileReference: '50.1-99', shown: '' }),
    ]) {
      await expect(attempt()).rejects.toEqual(refused('conflict'))
      expect(await noted()).toMatchObject({ fileReference: '50.1-12', status: 'offen' })
    }
    // The same one twice is no conflict, and neither is changing it knowingly.
    await saveFileReference(erika, id, { fileReference: '50.1-12', shown: '' }, now)
    await closeRound(erika, id, now, { fileReference: '50.1-99', shown: '50.1-12' })
    expect(await noted()).toMatchObject({ fileReference: '50.1-99', status: 'abgeschlossen' })
  })

  test('what was begun without an account cannot be closed', async () => {
    await expect(closeRound(scene.erika, scene.id, now)).rejects.toEqual(refused('not-found'))
  })
})
