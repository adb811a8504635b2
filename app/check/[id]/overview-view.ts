/** What the task list says about one assessment. */
import { germanDate, germanTime } from '@/app/_lib/dates'
import { nameOf, progressOf, type Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { estimateMinutes } from '@/lib/questionnaire/estimate-minutes'
import { resumeAt, type FactorProgress, type Progress } from '@/lib/questionnaire/progress'
import type { LevelId } from '@/lib/questionnaire/schema'
import type { CheckOrRound } from '@/lib/rounds/read-round'

export interface ResumeView {
  readonly heading: string
  readonly href: string
  readonly action: string
  readonly levelId: LevelId | null
  readonly text: string
  readonly saved: string
}

/** „Musterstadt, Nordviertel“ as far as known. */
export function checkName(check: CheckOrRound): string {
  const { kommune, quartier } = nameOf(check)
  return [kommune || t('page.unnamedTown'), quartier].filter(Boolean).join(', ')
}

/** The answer saved last. */
function lastSaved({ view, questionnaire }: Check): { factorId: string; at: Date } | null {
  const saved = Object.entries(view.answers).flatMap(([questionId, { updatedAt, carried }]) => {
    const factor = questionnaire.factorOfQuestion.get(questionId)
    // What was only taken over has not been worked on here.
    return updatedAt && factor && !carried ? [{ factorId: factor.id, at: updatedAt }] : []
  })
  return saved.reduce<{ factorId: string; at: Date } | null>((last, one) => (last && last.at >= one.at ? last : one), null)
}

/** „Weiter, wo ich aufgehört habe“: the first thing on the page. */
export function resumeView(check: Check, progress: Progress): ResumeView {
  const last = lastSaved(check)
  const target = resumeAt(progress, last?.factorId ?? null)
  const saved = last ? t('overview.resume.saved', { date: germanDate(last.at), time: germanTime(last.at) }) : ''
  const { id } = check.view
  if (!target) {
    return {
      heading: t('overview.resume.headingDone'),
      href: `/check/${id}/pruefen`,
      action: t('overview.resume.actionDone'),
      levelId: null,
      text: t('overview.resume.textDone'),
      saved,
    }
  }
  const question = target.questions.indexOf(target.open[0]!) + 1
  return {
    heading: t(last ? 'overview.resume.heading' : 'overview.resume.headingStart'),
    href: `/check/${id}/frage/${target.factor.id}#q-${target.open[0]!.id}`,
    action: t(last ? 'overview.resume.action' : 'overview.resume.actionStart'),
    levelId: target.factor.level,
    text: t('overview.resume.position', { factor: target.factor.name, question, questions: target.questions.length }),
    saved,
  }
}

/** One sentence on how far it is. */
export function leadText(progress: Progress): string {
  const minutes = estimateMinutes(progress.open)
  const total = progress.questions
  if (progress.handled === 0) return t('overview.leadStart', { total, minutes })
  if (progress.open.length === 0) return t('overview.leadDone', { total })
  return t('overview.lead', { done: progress.handled, total, minutes })
}

/** How many answers of the round before wait for confirmation; empty if none. Only what is asked counts. */
export function carriedText(check: Check): string {
  const count = progressOf(check).open.filter(({ id }) => check.view.answers[id]?.carried).length
  return count === 0 ? '' : t('rounds.carried.overview', { count })
}

/** Offices that can settle what is unknown: the users' entries, else the factor's usual office. */
export function unknownText({ view }: Check, { factor, unknown }: FactorProgress): string {
  if (unknown.length === 0) return ''
  const offices = new Set(unknown.map(({ id }) => view.answers[id]?.clarifyWith || factor.office))
  return t('overview.unknown', { count: unknown.length, offices: [...offices].join('; ') })
}
