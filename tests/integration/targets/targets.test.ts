import { beforeEach, describe, expect, test } from '@jest/globals'
import { createWorkspace, storeMembership } from '@/lib/accounts/repository'
import { newId } from '@/lib/assessments/secret'
import { byKey } from '@/lib/accounts/actor'
import { readAssessment, savePlace } from '@/lib/assessments/service'
import { toReportDetails } from '@/lib/assessments/to-report-details'
import { openDatabase } from '@/lib/db'
import type { SetTarget } from '@/lib/recommendations/types'
import { claimAssessment, closeRound, readClosed, reopenRound } from '@/lib/rounds/service'
import { readCheckOrRound } from '@/lib/rounds/read-round'
import { scoreSnapshot } from '@/lib/rounds/snapshot'
import { questionnaireOf } from '@/lib/assessments/content'
import { listTargets, setTarget } from '@/lib/targets/service'
import { naming, useScene } from '../rounds/claimed-check'
import { begin, now, useInstallation } from '../setup/installation'

useInstallation()
const scene = useScene()
const refused = (code: string) => expect.objectContaining({ code })
const kommune = { factorId: 'rueckhalt', subjectId: '' }
const lowered: SetTarget = { value: 60, reason: 'Haushaltssperre bis 2027', dueOn: '2027-12-31' }
const set = (target: SetTarget = lowered, shown = 0, place = kommune, actor = scene.erika, workspaceId = scene.workspaceId) =>
  setTarget(actor, workspaceId, place, target, { shown, now })

/** The Quartier that the round speaks of. */
async function placeId(): Promise<string> {
  return (await readAssessment(scene.erika, scene.id, now)).place!.id
}

beforeEach(async () => await scene.claim())

describe('targets of a workspace', () => {
  test('are none until somebody sets one, and stay with value, reason and day', async () => {
    expect(await listTargets(scene.ida, scene.workspaceId)).toEqual([])
    expect(await set()).toBe(1)
    expect(await listTargets(scene.ida, scene.workspaceId)).toEqual([{ ...kommune, ...lowered, version: 1 }])
  })

  test('belong to the Kommune or to one Quartier, by what the factor asks', async () => {
    const own = { factorId: 'treffpunkt', subjectId: await placeId() }
    expect(await set(lowered, 0, own)).toBe(1)
    await expect(set(lowered, 0, { ...own, subjectId: '' })).rejects.toEqual(refused('not-found'))
    await expect(set(lowered, 0, { ...own, subjectId: newId() })).rejects.toEqual(refused('not-found'))
    await expect(set(lowered, 0, { ...kommune, subjectId: own.subjectId })).rejects.toEqual(refused('not-found'))
    await expect(set(lowered, 0, { ...kommune, factorId: 'gibt-es-nicht' })).rejects.toEqual(refused('unknown-option'))
    expect(await listTargets(scene.ida, scene.workspaceId)).toEqual([{ ...own, ...lowered, version: 1 }])
  })

  test('can be set beside a newest round of a version that this installation lacks', async () => {
    const { client } = await openDatabase()
    await client.assessment.update({ where: { id: scene.id }, data: { questionnaireVersion: '0.9.0' } })
    expect(await set()).toBe(1)
  })

  test('two people at one target: the later one is told, and nothing is overwritten', async () => {
    await set()
    expect(await set({ ...lowered, value: 70 }, 1)).toBe(2)
    await expect(set({ ...lowered, value: 55 }, 1)).rejects.toEqual(refused('conflict'))
    await expect(set({ ...lowered, value: 55 }, 0)).rejects.toEqual(refused('conflict'))
    // Both wanted the same: there is nothing to choose between.
    expect(await set({ ...lowered, value: 70 }, 1)).toBe(2)
    expect(await set({ ...lowered, value: 55 }, 2)).toBe(3)
    expect((await listTargets(scene.ida, scene.workspaceId))[0]?.value).toBe(55)
  })

  test('of many at once one is stored, the others are told', async () => {
    const results = await Promise.allSettled([50, 55, 60, 65, 70].map((value) => set({ ...lowered, value })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await listTargets(scene.ida, scene.workspaceId)).toHaveLength(1)
  })
})

describe('who may', () => {
  test.each(['otto', 'ida'] as const)('%s reads, and sets none', async (name) => {
    await set()
    await expect(set({ ...lowered, value: 50 }, 1, kommune, scene[name])).rejects.toEqual(refused('forbidden'))
    expect(await listTargets(scene[name], scene.workspaceId)).toHaveLength(1)
  })

  test('a foreign and an absent workspace are the same', async () => {
    const { client } = await openDatabase()
    const foreign = await createWorkspace(client, 'Anderstadt', now)
    for (const workspaceId of [foreign, newId()]) {
      await expect(listTargets(scene.erika, workspaceId)).rejects.toEqual(refused('not-found'))
      await expect(set(lowered, 0, kommune, scene.erika, workspaceId)).rejects.toEqual(refused('not-found'))
    }
  })

  test('a Quartier of another workspace is none of this one', async () => {
    const { client } = await openDatabase()
    const other = await createWorkspace(client, 'Anderstadt', now)
    await storeMembership(client, { workspaceId: other, userId: scene.erika.userId }, 'koordination', now)
    const own = { factorId: 'treffpunkt', subjectId: await placeId() }
    await expect(set(lowered, 0, own, scene.erika, other)).rejects.toEqual(refused('not-found'))
  })
})

describe('in a round', () => {
  test('an open one reads them as they are now, those of its own Quartier only', async () => {
    await set()
    await set({ ...lowered, value: 50 }, 0, { factorId: 'treffpunkt', subjectId: await placeId() })
    const { client } = await openDatabase()
    const elsewhere = { factorId: 'gespraech', subjectId: 'anderswo', ...lowered, version: 1, updatedAt: now }
    await client.target.create({ data: { workspaceId: scene.workspaceId, ...elsewhere } })
    const view = await readAssessment(scene.ida, scene.id, now)
    expect(view.round?.targets).toEqual({ rueckhalt: lowered, treffpunkt: { ...lowered, value: 50 } })
    expect(toReportDetails(view, { date: now, edition: 'gremien', since: null }).targets).toEqual(view.round?.targets)
  })

  test('a Quartier of the same name is the same, whatever its id; what was set under the own id comes first', async () => {
    const { client } = await openDatabase()
    const second = await begin()
    await savePlace(byKey(second.key), second.id, ' NORD ', now)
    await claimAssessment({ ...scene.erika, key: second.key }, second.id, scene.workspaceId, { ...naming, name: '2028' }, now)
    const place = { factorId: 'treffpunkt', subjectId: await placeId() }
    await set({ ...lowered, value: 50 }, 0, place)
    const seen = async () => (await readAssessment(scene.ida, second.id, now)).round?.targets['treffpunkt']?.value
    expect(await seen()).toBe(50)
    const { placeId: ownId } = await client.assessmentPlace.findFirstOrThrow({ where: { assessmentId: second.id } })
    expect(ownId).not.toBe(place.subjectId)
    await set({ ...lowered, value: 55 }, 0, { ...place, subjectId: ownId })
    expect(await seen()).toBe(55)
    await savePlace(scene.erika, second.id, 'Süd', now)
    await client.target.deleteMany({ where: { subjectId: ownId } })
    expect(await seen()).toBeUndefined()
  })

  test('a closed one keeps those of its day, and its order of measures', async () => {
    await scene.save(scene.otto, '2', 1)
    await set()
    await closeRound(scene.erika, scene.id, now)
    await set({ ...lowered, value: 50 }, 1)
    const { view } = await readCheckOrRound(scene.ida, scene.id, now)
    expect(view.round?.targets).toEqual({ rueckhalt: lowered })
    const { snapshot } = await readClosed(scene.ida, scene.id, 1, now)
    const questionnaire = questionnaireOf(view)
    expect(JSON.stringify(scoreSnapshot(snapshot, questionnaire))).toBe(JSON.stringify(snapshot.result))
    // At 50 the factor has no gap any more, at 60 it has: the stored targets make the difference.
    const titles = ({ measures }: typeof snapshot.result) => measures.filter(({ factor }) => factor === 'rueckhalt').length
    expect(titles(snapshot.result)).toBeGreaterThan(0)
    await reopenRound(scene.erika, scene.id, 'Ziel gesenkt', now)
    await closeRound(scene.erika, scene.id, now)
    expect(titles((await readClosed(scene.ida, scene.id, 2, now)).snapshot.result)).toBe(0)
  })

  test('a closed one scored again takes the targets it was closed with: without them its measures are others', async () => {
    await scene.save(scene.otto, '2', 1)
    await set({ ...lowered, value: 50 })
    await closeRound(scene.erika, scene.id, now)
    const { snapshot } = await readClosed(scene.ida, scene.id, 1, now)
    const questionnaire = questionnaireOf(await readAssessment(scene.ida, scene.id, now))
    const factorsOf = (given: typeof snapshot) => scoreSnapshot(given, questionnaire).measures.map(({ factor }) => factor)
    expect(factorsOf(snapshot)).not.toContain('rueckhalt')
    expect(factorsOf({ ...snapshot, targets: [] })).toContain('rueckhalt')
  })
})
