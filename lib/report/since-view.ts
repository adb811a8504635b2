/** „Seit dem letzten Mal“: what the report of a later round says beside its result (docs/methodology.md, B1–B6). */
import type { Translate } from '../i18n/translate'
import type { ReportContext } from './context'
import { germanDay, isoDate } from './format'
import { roundLabel } from './progress-round'
import type { ProgressRound } from './progress-types'
import { buildProgressView } from './progress-view'
import { sinceLevel, sinceMover } from './since-levels'
import { buildSincePlan } from './since-plan'
import { buildSincePriorities } from './since-priorities'
import type { SinceDetails, SinceView } from './since-types'
import type { Edition } from './types'

/** „„2024“ (abgeschlossen am 01.02.2025)“ */
function roundTitle(t: Translate, round: ProgressRound, today: string): string {
  const label = roundLabel(t, round)
  const { closedOn } = round
  return closedOn === null
    ? t('since.round.open', { round: label, date: germanDay(today) })
    : t('since.round.closed', { round: label, date: germanDay(closedOn) })
}

/** B4: a Gremienfassung carries no comment. */
const forEdition = (round: ProgressRound, edition: Edition): ProgressRound =>
  edition === 'arbeit' ? round : { ...round, comments: {} }

function notPlanned({ decisions }: ReportContext['details']): number {
  return Object.values(decisions).filter(({ decision }) => decision === 'nicht-vorgesehen').length
}

/**
 * Gives what changed since the round before, what became of the measures, and which priorities are new.
 * @returns null without a round before: then the report is that of a first round
 * @throws RangeError if both rounds belong to different questionnaires
 */
export function buildSince(context: ReportContext, since: SinceDetails | null | undefined): SinceView | null {
  if (!since) return null
  const { t, details, place } = context
  const { edition } = details
  const today = isoDate(details.date)
  const [before, after] = [forEdition(since.before, edition), forEdition(since.after, edition)]
  const progress = buildProgressView(before, after, since.done, t)
  return {
    beforeId: before.id,
    afterId: after.id,
    beforeLabel: progress.before.label,
    afterLabel: progress.after.label,
    title: t('since.title', { before: roundTitle(t, before, today), after: roundTitle(t, after, today) }),
    headline: progress.headline,
    lead: progress.lead,
    cautions: progress.cautions,
    levels: progress.levels.map((level) => sinceLevel(t, level)),
    gains: progress.gains.map(sinceMover),
    losses: progress.losses.map(sinceMover),
    otherReasons: progress.otherReasons,
    plan: buildSincePlan({ t, edition, today, since, placeName: place.placeName, notPlanned: notPlanned(details) }),
    priorities: buildSincePriorities({ context, since, progress }),
  }
}
