import { beforeEach, describe, expect, test } from '@jest/globals'
import { byKey, type Actor } from '@/lib/accounts/actor'
import { questionnaireOf } from '@/lib/assessments/content'
import { decideMeasure, readAssessment, saveAnswers, saveChallenges, saveProfile } from '@/lib/assessments/service'
import { openDatabase } from '@/lib/db'
import type { ProgressRound } from '@/lib/report/progress-types'
import { readBeside } from '@/lib/rounds/earlier-service'
import { moveToNewest } from '@/lib/rounds/move-service'
import { readAllRounds, readTwoRounds } from '@/lib/rounds/progress-service'
import { claimAssessment, closeRound, readClosed, readHistory, reopenRound } from '@/lib/rounds/service'
import { scoreSnapshot } from '@/lib/rounds/snapshot'
import { startRound } from '@/lib/rounds/start-service'
import { firstWorkspace, join } from '../accounts/people'
import { begin, days, later, now, useInstallation } from '../setup/installation'
import { useBothVersions } from './both-versions'

useInstallation()
const content = useBothVersions()
const refused = (code: string) => expect.objectContaining({ code })
const then = later(days(1))
const given = {
  'transparenz-praxis': '2',
  'netzwerke-praxis': '3',
  'netzwerke-struktur': '4',
  'vernetzung-praxis': '2',
} as const

let id: string
let owner: Actor

const answer = (actor: Actor, assessmentId: string, answers: Readonly<Record<string, string>>) =>
  saveAnswers(
    actor,
    assessmentId,
    {
      formId: 'seite',
      answers: Object.fromEntries(
        Object.entries(answers).map(([question, choice]) => [
          question,
          { choice, comment: `zu ${question}`, clarifyWith: 'Jugendamt', version: 0 },
        ]),
      ),
    },
    now,
  )
const answersOf = async (assessmentId: string, actor = owner) => (await readAssessment(actor, assessmentId, then)).answers

beforeEach(async () => {
  const begun = await begin()
  id = begun.id
  owner = byKey(begun.key)
  await saveProfile(owner, id, { name: 'Musterstadt', land: 'hessen', kreistyp: 'staedtisch' }, now)
  await saveChallenges(owner, id, ['mismatch', 'konzentration'], now)
  await answer(owner, id, given)
})

describe('moving an open check to the newest version', () => {
  beforeEach(async () => {
    await decideMeasure(owner, id, 'netzwerke-uebergabe-regeln', { decision: 'uebernehmen', reason: '' }, now).catch(
      () => undefined,
    )
    content.publishNext()
    await moveToNewest(owner, id, '1.1.0', then)
  })

  test('asks the new questions, with what was taken over still to be confirmed', async () => {
    const view = await readAssessment(owner, id, then)
    expect([view.questionnaireVersion, view.challenges]).toEqual(['1.1.0', ['konzentration']])
    expect(view.profile).toMatchObject({ name: 'Musterstadt', land: 'hessen' })
    expect(view.profile).not.toHaveProperty('kreistyp')
    const { answers } = view
    expect(Object.keys(answers).toSorted()).toEqual(['netzwerke-struktur', 'transparenz-praxis', 'vernetzung-praxis'])
    expect(answers['netzwerke-struktur']?.carried).toEqual({
      answer: { state: 'answered', value: 4 },
      comment: 'zu netzwerke-struktur',
      clarifyWith: 'Jugendamt',
    })
    // Its scale has changed: 2 is 1 now.
    expect(answers['vernetzung-praxis']?.carried?.answer).toEqual({ state: 'answered', value: 1 })
    // It asks something else now.
    expect(answers['transparenz-praxis']).toMatchObject({ answer: { state: 'open' }, comment: '', carried: null, version: 2 })
    expect(Object.values(answers).every((one) => one.answer.state === 'open')).toBe(true)
  })

  test('what was answered before stands beside the question in its own words, a dropped one in the history', async () => {
    const { answers: earlier } = await readBeside(owner, await readAssessment(owner, id, then), then)
    expect(earlier['transparenz-praxis']).toMatchObject({
      answer: { state: 'answered', value: 2 },
      comment: 'zu transparenz-praxis',
      roundName: null,
      version: '1.0.0',
    })
    expect(earlier['transparenz-praxis']?.question.stem).toBe(
      questionnaireOf({ questionnaireId: 'drei-ebenen-check', questionnaireVersion: '1.0.0' }).questionById.get(
        'transparenz-praxis',
      )?.stem,
    )
    const { client } = await openDatabase()
    const dropped = await client.answerChange.findMany({ where: { questionId: 'netzwerke-praxis' }, orderBy: { version: 'asc' } })
    expect(dropped.at(-1)?.before).toMatchObject({ state: 'answered', value: 3, comment: 'zu netzwerke-praxis' })
  })

  test('happens once, and only to the version that was shown', async () => {
    await expect(moveToNewest(owner, id, '1.1.0', then)).rejects.toEqual(refused('wrong-version'))
    await expect(moveToNewest(owner, id, '2.0.0', then)).rejects.toEqual(refused('wrong-version'))
    await expect(moveToNewest(byKey('x'.repeat(43)), id, '1.1.0', then)).rejects.toEqual(refused('not-found'))
  })

  test('a page that was still open does not overwrite it', async () => {
    const old = { choice: '4', comment: 'zu spät', clarifyWith: '', version: 1 }
    const save = (question: string) => saveAnswers(owner, id, { formId: 'alt', answers: { [question]: old } }, then)
    expect((await save('netzwerke-struktur')).conflicts.map(({ questionId }) => questionId)).toEqual(['netzwerke-struktur'])
    expect((await save('netzwerke-praxis')).errors).toEqual([expect.objectContaining({ code: 'unknown-question' })])
  })

  test('confirmed, it counts', async () => {
    const kept = { choice: '4', comment: 'zu netzwerke-struktur', clarifyWith: 'Jugendamt', version: 2 }
    await saveAnswers(owner, id, { formId: 'neu', answers: { 'netzwerke-struktur': kept } }, then)
    expect((await answersOf(id))['netzwerke-struktur']).toMatchObject({ answer: { state: 'answered', value: 4 }, carried: null })
  })
})

describe('rounds over two versions', () => {
  const naming = { name: '2026', periodFrom: '2026-01-01', periodTo: '2026-12-31' }
  let erika: Actor
  let otto: Actor
  let workspaceId: string

  beforeEach(async () => {
    const first = await firstWorkspace()
    workspaceId = first.workspaceId
    erika = { ...first.koordination, key: owner.key }
    otto = await join(workspaceId, first.koordination, 'Otto', 'mitarbeit')
    await claimAssessment(erika, id, workspaceId, naming, now)
  })

  test('a closed round is not moved; a new one from it is asked in the new version, and the old one scores to the same bytes', async () => {
    await closeRound(erika, id, now)
    const before = await readClosed(otto, id, 1, now)
    content.publishNext()
    await expect(moveToNewest(erika, id, '1.1.0', then)).rejects.toEqual(refused('round-closed'))
    const next = await startRound(erika, workspaceId, { ...naming, name: '2028', mode: 'voll', basedOn: id, place: null }, then)
    const view = await readAssessment(otto, next, then)
    expect(view.questionnaireVersion).toBe('1.1.0')
    expect(Object.entries(view.answers).map(([question, { carried }]) => [question, carried?.answer])).toEqual([
      ['netzwerke-struktur', { state: 'answered', value: 4 }],
      ['vernetzung-praxis', { state: 'answered', value: 1 }],
    ])
    const { answers: earlier } = await readBeside(otto, view, then)
    expect(earlier['transparenz-praxis']).toMatchObject({ roundName: '2026', answer: { state: 'answered', value: 2 } })
    expect(earlier['vernetzung-praxis']).toMatchObject({ roundName: '2026', answer: { state: 'answered', value: 2 } })
    const again = await readClosed(otto, id, 1, then)
    expect(again.payload).toBe(before.payload)
    const { id: questionnaireId, version: questionnaireVersion } = again.snapshot.questionnaire
    const scored = scoreSnapshot(again.snapshot, questionnaireOf({ questionnaireId, questionnaireVersion }))
    expect(JSON.stringify(scored)).toBe(JSON.stringify(before.snapshot.result))
  })

  test('compared, each round stands under the version it was answered with', async () => {
    await closeRound(erika, id, now)
    content.publishNext()
    const next = await startRound(
      erika,
      workspaceId,
      { name: '2028', periodFrom: '2028-01-01', periodTo: '2028-12-31', mode: 'voll', basedOn: id, place: null },
      then,
    )
    const versions = (rounds: readonly ProgressRound[]) => rounds.map(({ questionnaire }) => questionnaire.version)
    expect(versions(await readTwoRounds(otto, workspaceId, [id, next], then))).toEqual(['1.0.0', '1.1.0'])
    expect(versions((await readAllRounds(otto, workspaceId, then)).rounds)).toEqual(['1.0.0', '1.1.0'])
  })

  test('opened again and moved, it is closed under the new version; the first closing stays under the old one', async () => {
    await closeRound(erika, id, later(1))
    await reopenRound(erika, id, 'Fehler in einer Antwort', later(2))
    content.publishNext()
    await expect(moveToNewest(otto, id, '1.1.0', then)).rejects.toEqual(refused('forbidden'))
    await moveToNewest(erika, id, '1.1.0', then)
    await closeRound(erika, id, later(days(2)))
    const versions = await Promise.all(
      [1, 2].map(async (revision) => (await readClosed(otto, id, revision, then)).snapshot.questionnaire.version),
    )
    expect(versions).toEqual(['1.0.0', '1.1.0'])
    const { events, revisions } = await readHistory(otto, id, then)
    expect(events.map(({ kind, reason, by }) => [kind, reason, by])).toEqual([
      ['uebernommen', '', 'Erika'],
      ['abgeschlossen', '', 'Erika'],
      ['wieder-geoeffnet', 'Fehler in einer Antwort', 'Erika'],
      ['umgestellt', '1.0.0 → 1.1.0', 'Erika'],
      ['abgeschlossen', '', 'Erika'],
    ])
    expect(revisions.map(({ revision }) => revision)).toEqual([2, 1])
  })
})
