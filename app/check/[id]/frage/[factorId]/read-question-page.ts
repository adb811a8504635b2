/** Gathers what the question page shows: the factor, its questions as stored or as refused, and where to go on. */
import { toChoice } from '@/lib/assessments/answer-choice'
import { limits } from '@/lib/assessments/limits'
import { shownAnswer } from '@/lib/assessments/stored-answer'
import type { RejectedInput, StoredAnswer } from '@/lib/assessments/types'
import { estimateMinutes } from '@/lib/questionnaire/estimate-minutes'
import type { Progress } from '@/lib/questionnaire/progress'
import type { Factor, Question } from '@/lib/questionnaire/schema'
import { errorText } from '@/app/_lib/error-text'
import { queryValue } from '@/app/_lib/page-props'
import { progressOf, readCheck, readBesideQuestions, readRejected, type Check } from '@/app/_lib/read-check'
import { showNotFound } from '@/app/_lib/show-not-found'
import { unplacedErrors, wholeFormError } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import type { SummaryItem } from '@/app/_components/error-summary'
import { usualTarget } from '@/lib/recommendations/target'
import type { SetTarget } from '@/lib/recommendations/types'
import type { EarlierAnswers } from '@/lib/rounds/earlier-service'
import { fieldName, type GivenAnswer, type QuestionView } from './question-view'

/** Where „Weiter“ leads: to the next factor, or back to the page that sent the reader here. */
type Return = 'pruefen' | 'uebersicht' | 'next'

/** An answer that was changed here and elsewhere. */
export interface Conflict {
  readonly question: Question
  readonly stored: StoredAnswer
  readonly submitted: GivenAnswer
  /** The version the submitted answer was shown with. */
  readonly shown: string
}

export interface QuestionPageData {
  /** What was answered before this round, or before the present version. */
  readonly earlier: EarlierAnswers
  /** Null without a workspace. */
  readonly target: Pick<SetTarget, 'value' | 'dueOn'> | null
  readonly check: Check
  readonly factor: Factor
  readonly progress: Progress
  readonly position: { readonly index: number; readonly total: number }
  readonly returnTo: Return
  readonly backHref: string
  /** Where reading goes on: the next factor, or the overview. */
  readonly nextHref: string
  readonly questions: readonly QuestionView[]
  readonly conflicts: readonly Conflict[]
  /** What of a refused form no field of the page stands for. */
  readonly unplaced: readonly SummaryItem[]
  readonly stored: Readonly<Record<string, GivenAnswer>>
  /** Why nothing of the form was saved, if so. */
  readonly unsaved: string | null
  readonly lastSaved: Date | null
  /** True if one of the answers was given more than once. */
  readonly changed: boolean
  readonly minutesLeft: number
}

const empty: GivenAnswer = { choice: '', comment: '', clarify: '' }
const parts = ['choice', 'comment', 'clarify'] as const
const labels = { choice: 'question.choice', comment: 'question.comment.label', clarify: 'question.clarify.label' } as const

/** An answer that was taken over is shown as if it were given: to be confirmed, or changed. */
function fromStored(stored: StoredAnswer | undefined): GivenAnswer {
  if (!stored) return empty
  const { answer, comment, clarifyWith } = shownAnswer(stored)
  return { choice: toChoice(answer), comment, clarify: clarifyWith }
}

/** What was typed into a refused form, or null if the form did not have the question. */
function fromRejected(rejected: RejectedInput | null, questionId: string): GivenAnswer | null {
  const value = (part: keyof GivenAnswer | 'version') => rejected?.payload[fieldName(questionId, part)]
  if (parts.every((part) => value(part) === undefined) && value('version') === undefined) return null
  const text = (part: keyof GivenAnswer) => String(value(part) ?? '').replaceAll('\r\n', '\n')
  return { choice: text('choice'), comment: text('comment'), clarify: text('clarify') }
}

/** The names under which an error of one part of an answer may come: as the form sends it, or as it is stored. */
const namesOfPart = (questionId: string, part: keyof GivenAnswer): string[] => [
  fieldName(questionId, part),
  ...(part === 'clarify' ? [`q.${questionId}.clarifyWith`] : []),
]

function errorsOf(rejected: RejectedInput | null, questionId: string): QuestionView['errors'] {
  const entries = parts.flatMap((part) => {
    const names = namesOfPart(questionId, part)
    const error = rejected?.errors.find(({ field, code }) => names.includes(field) && code !== 'conflict')
    return error ? [[part, t('page.errors.field', { label: t(labels[part]), text: errorText(error) })] as const] : []
  })
  return Object.fromEntries(entries)
}

const isConflict = (rejected: RejectedInput | null, questionId: string) =>
  Boolean(rejected?.errors.some(({ field, code }) => code === 'conflict' && field.startsWith(`q.${questionId}`)))

function toView(
  question: Question,
  factor: Factor,
  stored: StoredAnswer | undefined,
  rejected: RejectedInput | null,
): QuestionView {
  const errors = errorsOf(rejected, question.id)
  // Everything else of the refused form is stored by now; only what was refused is taken from it.
  const unsaved = wholeFormError(rejected) !== null
  const given = unsaved || Object.keys(errors).length > 0 ? fromRejected(rejected, question.id) : null
  const shown = unsaved ? Number(rejected?.payload[fieldName(question.id, 'version')]) : Number.NaN
  return {
    id: question.id,
    stem: question.stem,
    help: question.help,
    steps: Object.entries(question.options).map(([value, text]) => ({ value, text })),
    apart: [
      { value: 'unknown', text: t('question.unknown'), hint: t('question.unknownHint') },
      ...question.notApplicable.map(({ id, label }) => ({
        value: `na:${id}`,
        text: t('question.notApplicable', { reason: label }),
      })),
    ],
    given: given ?? fromStored(stored),
    // Nothing of the form was saved: its own version tells whether somebody else has changed the answer since.
    version: Number.isInteger(shown) ? shown : (stored?.version ?? 0),
    carried: Boolean(stored?.carried),
    later: rejected?.payload[fieldName(question.id, 'later')] === 'ja',
    clarifyHint: t('question.clarify.hint', { office: factor.office, limit: limits.clarifyWith }),
    errors,
  }
}

function backOf(id: string, progress: Progress, index: number, returnTo: Return): string {
  if (returnTo === 'pruefen') return `/check/${id}/pruefen`
  const before = returnTo === 'next' ? progress.factors[index - 1] : undefined
  return before ? `/check/${id}/frage/${before.factor.id}` : `/check/${id}`
}

function nextOf(id: string, progress: Progress, index: number, returnTo: Return): string {
  if (returnTo === 'pruefen') return `/check/${id}/pruefen`
  const after = returnTo === 'next' ? progress.factors[index + 1] : undefined
  return after ? `/check/${id}/frage/${after.factor.id}` : `/check/${id}`
}

/**
 * Reads the page's data.
 * @returns `factor` alone if the profile leaves it out; not-found for a factor that does not exist
 */
export async function readQuestionPage(
  { id, factorId }: { id: string; factorId: string },
  search: Record<string, string | string[] | undefined>,
): Promise<QuestionPageData | { readonly check: Check; readonly leftOut: Factor; readonly next: string }> {
  const check = await readCheck(id)
  const { view, questionnaire } = check
  const factor = questionnaire.factorById.get(factorId)
  if (!factor) showNotFound()
  const progress = progressOf(check)
  const place = progress.factors.findIndex((one) => one.factor.id === factorId)
  const asked = progress.factors[place]
  if (!asked) return { check, leftOut: factor, next: `/check/${id}` }

  const rejected = await readRejected(`answers:${id}:${factorId}`, queryValue(search, 'fehler') !== '')
  const conflicts = asked.questions.flatMap((question): Conflict[] => {
    const stored = view.answers[question.id]
    const submitted = fromRejected(rejected, question.id)
    if (!stored || !submitted || !isConflict(rejected, question.id)) return []
    return [{ question, stored, submitted, shown: String(rejected?.payload[fieldName(question.id, 'version')] ?? '') }]
  })
  const unsaved = wholeFormError(rejected)
  const beside = await readBesideQuestions(check)
  const normal = asked.questions.filter((question) => !conflicts.some((conflict) => conflict.question === question))
  // A refused form comes back without the query it was opened with, but with where it wanted to go.
  const from = queryValue(search, 'zurueck') || String(rejected?.payload['next'] ?? '')
  const returnTo: Return = from === 'pruefen' || from === 'uebersicht' ? from : 'next'
  const level = progress.levels.find(({ levelId }) => levelId === factor.level)
  const placed = new Set(asked.questions.flatMap((question) => parts.flatMap((part) => namesOfPart(question.id, part))))
  const saved = asked.questions.flatMap((question) => {
    const { updatedAt = null, carried = null } = view.answers[question.id] ?? {}
    return updatedAt && !carried ? [updatedAt] : []
  })
  return {
    check,
    earlier: beside.answers,
    target: beside.targets && (beside.targets[factorId] ?? { value: usualTarget, dueOn: null }),
    factor,
    progress,
    position: { index: (level?.factors.indexOf(asked) ?? 0) + 1, total: level?.factors.length ?? 1 },
    returnTo,
    backHref: backOf(id, progress, place, returnTo),
    nextHref: nextOf(id, progress, place, returnTo),
    questions: normal.map((question) => toView(question, factor, view.answers[question.id], rejected)),
    conflicts,
    unplaced: unplacedErrors(rejected, (field) => placed.has(field)),
    stored: Object.fromEntries(normal.map((question) => [question.id, fromStored(view.answers[question.id])])),
    unsaved,
    lastSaved: saved.length > 0 ? new Date(Math.max(...saved.map((date) => date.getTime()))) : null,
    changed: asked.questions.some(({ id: questionId }) => (view.answers[questionId]?.version ?? 0) > 1),
    minutesLeft: estimateMinutes(progress.open),
  }
}
