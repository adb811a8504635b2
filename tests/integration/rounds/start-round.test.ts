import { beforeEach, describe, expect, test } from '@jest/globals'
import { questionnaireOf } from '@/lib/assessments/content'
import { openPoints } from '@/lib/assessments/open-points'
import { newId } from '@/lib/assessments/secret'
import { decideMeasure, readAssessment, saveAnswers, saveChallenges, savePlace, saveProfile } from '@/lib/assessments/service'
import { exportState } from '@/lib/assessments/state-service'
import { toSheet } from '@/lib/assessments/to-sheet'
import type { Actor } from '@/lib/accounts/actor'
import { openDatabase } from '@/lib/db'
import { readProgress } from '@/lib/questionnaire/progress'
import { resultFigures } from '@/lib/report/result-figures'
import { closeRound, listRounds, readClosed } from '@/lib/rounds/service'
import { readRoundsToStartFrom, startRound } from '@/lib/rounds/start-service'
import { signedIn } from '../accounts/people'
import { begin, days, later, now, useInstallation } from '../setup/installation'
import { useScene } from './claimed-check'

useInstallation()
const scene = useScene()
const refused = (code: string) => expect.objectContaining({ code })
const next = { name: '2028', periodFrom: '2028-01-01', periodTo: '2028-12-31', mode: 'voll' as const, place: null }
const then = later(days(700))

const start = (basedOn: string | null, actor: Actor = scene.erika) =>
  startRound(actor, scene.workspaceId, { ...next, basedOn }, then)
const save = (id: string, choice: string, { version = 1, seq = 1, later: wait = false, question = 'rueckhalt-struktur' } = {}) =>
  saveAnswers(
    scene.otto,
    id,
    {
      formId: 'seite',
      seq,
      answers: { [question]: { choice, comment: 'Protokoll 3/26', clarifyWith: '', version, later: wait } },
    },
    then,
  )

beforeEach(async () => {
  await scene.claim()
  await saveProfile(scene.otto, scene.id, { name: 'Neustadt', status: 'kreisangehoerig' }, now)
  await saveChallenges(
    scene.otto,
    scene.id,
    questionnaireOf()
      .challenges.slice(0, 1)
      .map(({ id }) => id),
    now,
  )
  await decideMeasure(scene.otto, scene.id, 'rueckhalt-ausbauen', { decision: 'uebernehmen', reason: '' }, now)
  await save(scene.id, '2', { version: 0, question: 'treffpunkt-struktur' })
})

describe('a round that begins empty', () => {
  test('has nothing but the profile of its workspace', async () => {
    const view = await readAssessment(scene.otto, await start(null), then)
    expect(view.round).toMatchObject({ name: '2028', periodFrom: '2028-01-01', periodTo: '2028-12-31', status: 'offen' })
    expect([view.answers, view.challenges, view.decisions, view.place]).toEqual([{}, [], {}, null])
    expect(view.profile).toMatchObject({ name: 'Musterstadt' })
  })

  test('speaks of a Quartier of this workspace if that is said', async () => {
    const before = await readAssessment(scene.otto, scene.id, now)
    const { places } = await readRoundsToStartFrom(scene.erika, scene.workspaceId)
    expect(places).toEqual([before.place])
    const same = await startRound(scene.erika, scene.workspaceId, { ...next, basedOn: null, place: before.place!.id }, then)
    expect((await readAssessment(scene.otto, same, then)).place).toEqual(before.place)
    const foreign = startRound(scene.erika, scene.workspaceId, { ...next, basedOn: null, place: 'fremd' }, then)
    await expect(foreign).rejects.toEqual(refused('unknown-option'))
  })

  test('is offered a Quartier once, whatever the case of its name in several rounds', async () => {
    const { place } = await readAssessment(scene.otto, scene.id, now)
    for (const name of [place!.name.toUpperCase(), 'Südstadt']) {
      await savePlace(scene.otto, await startRound(scene.erika, scene.workspaceId, { ...next, basedOn: null }, then), name, then)
    }
    const { places } = await readRoundsToStartFrom(scene.erika, scene.workspaceId)
    expect(places.map(({ name }) => name.toLowerCase()).toSorted()).toEqual([place!.name.toLowerCase(), 'südstadt'])
  })

  test('is possible beside a round of a version that this installation lacks, but not from its answers', async () => {
    const { client } = await openDatabase()
    await client.assessment.update({ where: { id: scene.id }, data: { questionnaireVersion: '0.9.0' } })
    expect((await readRoundsToStartFrom(scene.erika, scene.workspaceId)).rounds).toEqual([])
    await start(null)
    const field = { field: 'basedOn', code: 'wrong-version' }
    await expect(start(scene.id)).rejects.toEqual(expect.objectContaining({ fields: [field] }))
  })

  test('is one, however often its form is sent', async () => {
    const given = { ...next, id: newId(), basedOn: scene.id }
    const made = await Promise.all([1, 2].map(() => startRound(scene.erika, scene.workspaceId, given, then)))
    expect(made).toEqual([given.id, given.id])
    expect((await listRounds(scene.ida, scene.workspaceId)).map(({ id }) => id)).toEqual([given.id, scene.id])
    // The id of an assessment elsewhere is nobody's here.
    const foreign = await begin()
    const third = await startRound(scene.erika, scene.workspaceId, { ...given, id: foreign.id }, then)
    expect(third).not.toBe(foreign.id)
    expect(await listRounds(scene.ida, scene.workspaceId)).toHaveLength(3)
  })

  test('is for the coordination of that workspace', async () => {
    await expect(start(null, scene.otto)).rejects.toEqual(refused('forbidden'))
    await expect(start(null, scene.ida)).rejects.toEqual(refused('forbidden'))
    await expect(start(null, signedIn('stranger'))).rejects.toEqual(refused('not-found'))
    expect(await listRounds(scene.ida, scene.workspaceId)).toHaveLength(1)
  })
})

describe('a round that begins with the answers of an earlier one', () => {
  test('takes answers, notes, challenges and the Quartier itself, but no decisions and no roles', async () => {
    const before = await readAssessment(scene.otto, scene.id, now)
    const id = await start(scene.id)
    const view = await readAssessment(scene.otto, id, then)
    const rueckhalt = { answer: { state: 'answered', value: 3 }, comment: 'Protokoll 3/26', clarifyWith: '' }
    expect(view.answers['rueckhalt-struktur']).toMatchObject({ answer: { state: 'open' }, comment: '', carried: rueckhalt })
    expect(view.answers['treffpunkt-struktur']?.carried?.answer).toEqual({ state: 'answered', value: 2 })
    expect(view.challenges).toEqual(before.challenges)
    expect(view.place).toEqual(before.place)
    expect([view.decisions, view.details.agreedOn, view.details.answeredBy]).toEqual([{}, null, []])
    expect(view.round).toMatchObject({ basedOnId: scene.id, revision: 1 })
    // The workspace's own name wins; what it does not say comes from the earlier round.
    expect(view.profile).toMatchObject({ name: 'Musterstadt', status: 'kreisangehoerig' })
    expect(await readAssessment(scene.otto, scene.id, now)).toEqual(before)
  })

  test('counts as open until confirmed: progress, score, open points, state file', async () => {
    const id = await start(scene.id)
    const empty = await start(null)
    const read = async (round: string) => {
      const view = await readAssessment(scene.otto, round, then)
      const questionnaire = questionnaireOf(view)
      const states = Object.fromEntries(Object.entries(view.answers).map(([question, { answer }]) => [question, answer.state]))
      return {
        handled: readProgress(questionnaire, { ...view, states }).handled,
        levels: resultFigures(questionnaire, {
          ...toSheet(view),
          places: toSheet(view).places.map((place) => ({ ...place, id: 'q' })),
        }).levels,
        open: openPoints({ ...view, profile: {} }, questionnaire).flatMap(({ points }) => points).length,
        choices: Object.values((await exportState(scene.otto, round, then)).answers).filter(({ choice }) => choice !== ''),
      }
    }
    expect(await read(id)).toEqual(await read(empty))
    await save(id, '3')
    expect((await read(id)).handled).toBe(1)
  })

  test('is confirmed by saving it as it is, and the history says by whom', async () => {
    const id = await start(scene.id)
    expect((await save(id, '3')).versions).toEqual({ 'rueckhalt-struktur': 2 })
    const { answer, carried, version } = (await readAssessment(scene.ida, id, then)).answers['rueckhalt-struktur']!
    expect({ answer, carried, version }).toEqual({ answer: { state: 'answered', value: 3 }, carried: null, version: 2 })
    const { client } = await openDatabase()
    const response = await client.response.findFirstOrThrow({ where: { assessmentId: id } })
    const history = await client.answerChange.findMany({
      where: { responseId: response.id, questionId: 'rueckhalt-struktur' },
      orderBy: { version: 'asc' },
      select: { actorId: true, formId: true },
    })
    expect(history).toEqual([
      { actorId: scene.erika.userId, formId: 'durchgang:' },
      { actorId: scene.otto.userId, formId: 'seite' },
    ])
    // Saved once more it is what it is.
    expect((await save(id, '3', { version: 2, seq: 2 })).versions).toEqual({ 'rueckhalt-struktur': 2 })
  })

  test('stays unconfirmed where that is said, and is confirmed by any change', async () => {
    const id = await start(scene.id)
    await save(id, '3', { later: true })
    expect((await readAssessment(scene.ida, id, then)).answers['rueckhalt-struktur']?.carried).not.toBeNull()
    await save(id, '4', { seq: 2, later: true })
    expect((await readAssessment(scene.ida, id, then)).answers['rueckhalt-struktur']).toMatchObject({
      answer: { state: 'answered', value: 4 },
      carried: null,
    })
  })

  test('a change by somebody else in between is not undone by confirming the old answer', async () => {
    const id = await start(scene.id)
    await save(id, '1')
    const other = { choice: '3', comment: 'Protokoll 3/26', clarifyWith: '', version: 1 }
    const result = await saveAnswers(scene.erika, id, { formId: 'andere', answers: { 'rueckhalt-struktur': other } }, then)
    expect(result.conflicts).toEqual([])
    expect((await readAssessment(scene.ida, id, then)).answers['rueckhalt-struktur']?.answer).toEqual({
      state: 'answered',
      value: 1,
    })
  })

  test('closed unconfirmed, it is closed as open; the next round does not get it', async () => {
    const id = await start(scene.id)
    await save(id, '3')
    await closeRound(scene.erika, id, then)
    const { snapshot } = await readClosed(scene.ida, id, 1, then)
    expect(snapshot.answers.map(({ questionId, state, value }) => [questionId, state, value])).toEqual([
      ['rueckhalt-struktur', 'answered', 3],
      ['treffpunkt-struktur', 'open', null],
    ])
    const third = await readAssessment(scene.otto, await start(id), then)
    expect(Object.keys(third.answers)).toEqual(['rueckhalt-struktur'])
  })

  test('is taken from the same workspace only', async () => {
    await expect(start('absent')).rejects.toEqual(refused('unknown-option'))
    expect(await listRounds(scene.ida, scene.workspaceId)).toHaveLength(1)
  })
})
