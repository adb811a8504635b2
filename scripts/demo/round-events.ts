/** A round as the town went through it: begun from the one before, answered factor by factor, closed. */
import { saveWorkspaceProfile } from '@/lib/accounts/workspace-service'
import { toChoice } from '@/lib/assessments/answer-choice'
import { questionnaireOf } from '@/lib/assessments/content'
import { profileToForm } from '@/lib/assessments/parse-profile'
import { decideMeasure, readAssessment, saveAnswers, saveChallenges, saveDetails, savePlace } from '@/lib/assessments/service'
import type { SubmittedAnswer } from '@/lib/assessments/types'
import { fileNotes, filePlaceId, fileToSheet } from '@/lib/assessment-file/to-sheet'
import type { AssessmentFile } from '@/lib/assessment-file/schema'
import type { FieldError } from '@/lib/errors'
import type { Factor } from '@/lib/questionnaire/schema'
import { closeRound } from '@/lib/rounds/service'
import { startRound } from '@/lib/rounds/start-service'
import type { DemoRound } from './demo-schema'
import { type Event, needed, type Scene, speakers, timeOf } from './scene'

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Error(`refused: ${JSON.stringify(errors)}`)
}

async function begin(scene: Scene, { year, answeredBy }: DemoRound, now: Date): Promise<void> {
  const { demo, sheets, workspaceId } = scene
  const { town } = speakers(scene)
  const sheet = needed(sheets[year], year)
  const profile = profileToForm(questionnaireOf().profileFields, sheet.profile)
  refuse((await saveWorkspaceProfile(town, workspaceId, profile, now)).errors)
  const before = demo.rounds[demo.rounds.findIndex((one) => one.year === year) - 1]
  const basedOn = before ? needed(scene.rounds.get(before.year), before.year) : null
  const naming = { name: year, periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` }
  const id = await startRound(town, workspaceId, { ...naming, mode: sheet.mode, basedOn, place: null }, now)
  scene.rounds.set(year, id)
  await savePlace(town, id, sheet.quartier.name, now)
  await saveChallenges(town, id, sheet.challenges, now)
  await saveDetails(town, id, { agreedOn: null, answeredBy }, now)
}

/** The answers of one factor in the file; a question that is left out there stays as it was taken over. */
function answersOf(factor: Factor, sheet: AssessmentFile, shown: (questionId: string) => number) {
  const questionnaire = questionnaireOf()
  const { kommune, places } = fileToSheet(questionnaire, sheet)
  const given = factor.subject === 'quartier' ? (places[0]?.answers ?? {}) : kommune
  const notes = fileNotes(questionnaire, sheet)
  const subject = factor.subject === 'quartier' ? filePlaceId : 'kommune'
  return factor.questions.flatMap(({ id }): [string, SubmittedAnswer][] => {
    const answer = given[id]
    const { comment = '', clarifyWith = '' } = notes[`${subject}/${id}`] ?? {}
    return answer ? [[id, { choice: toChoice(answer), comment, clarifyWith, version: shown(id) }]] : []
  })
}

async function answer(scene: Scene, year: string, factor: Factor, now: Date): Promise<void> {
  const { town, quartier } = speakers(scene)
  const actor = factor.subject === 'quartier' ? quartier : town
  const id = needed(scene.rounds.get(year), year)
  const { answers: stored } = await readAssessment(actor, id, now)
  const answers = answersOf(factor, needed(scene.sheets[year], year), (question) => stored[question]?.version ?? 0)
  if (answers.length === 0) return
  const submission = { formId: `demo-${year}-${factor.id}`, factor: factor.id, answers: Object.fromEntries(answers) }
  const { errors, conflicts } = await saveAnswers(actor, id, submission, now)
  refuse(errors)
  if (conflicts.length > 0) throw new Error(`conflict in ${factor.id}`)
}

async function close(scene: Scene, { year, agreedOn, answeredBy, fileReference }: DemoRound, now: Date): Promise<void> {
  const { town } = speakers(scene)
  const id = needed(scene.rounds.get(year), year)
  await saveDetails(town, id, { agreedOn, answeredBy }, now)
  await closeRound(town, id, now, { fileReference })
}

/** Gives what happened in a round, in no order. */
export function roundEvents(round: DemoRound): Event[] {
  const { year, begun, answered, closed, decisions } = round
  return [
    { at: timeOf(begun, 7), run: (scene, now) => begin(scene, round, now) },
    ...questionnaireOf().factors.map((factor, index): Event => ({
      at: timeOf(answered, 8, 4 * index),
      run: (scene, now) => answer(scene, year, factor, now),
    })),
    ...decisions.map(({ on, measure, decision, reason }): Event => ({
      at: timeOf(on, 12),
      run: (scene, now) =>
        decideMeasure(speakers(scene).town, needed(scene.rounds.get(year), year), measure, { decision, reason }, now),
    })),
    ...(closed === null ? [] : [{ at: timeOf(closed, 16), run: (scene: Scene, now: Date) => close(scene, round, now) }]),
  ]
}
