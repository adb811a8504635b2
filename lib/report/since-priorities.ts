/** „Neue Schwerpunkte“: the first measures of a report beside those of the round before, and the targets that are set (B5). */
import { isSamePlaceName } from '../questionnaire/place-name'
import type { Measure } from '../questionnaire/schema'
import { rankMeasures } from '../recommendations/rank'
import { targetStates, usualTarget, type TargetState } from '../recommendations/target'
import type { RankedMeasure } from '../recommendations/types'
import { factorOf, factorResult, levelOf, type ReportContext } from './context'
import { germanDay, isoDate } from './format'
import { scoreProgressRound, standOf } from './progress-round'
import type { ProgressView } from './progress-types'
import { planStatusText } from './since-plan'
import type { SinceDetails, SincePrioritiesView, SincePriorityView } from './since-types'

/** As many as the report calls the first. */
const shownFirst = 5

interface Input {
  readonly context: ReportContext
  readonly since: SinceDetails
  readonly progress: ProgressView
}

/** The order of the earlier round, under its own version and with the targets it had. */
function rankedBefore({ before, targetsBefore }: SinceDetails): readonly RankedMeasure[] {
  return rankMeasures(before.questionnaire, before.sheet, scoreProgressRound(before).place, targetsBefore)
}

/** What the town made of a recommendation: its decision, else its entry in the plan, open ones first. */
function stateText({ context: { t, details, place }, since }: Input, measureId: string): string {
  if (details.decisions[measureId]?.decision === 'nicht-vorgesehen') return t('since.priorities.notPlanned')
  const entries = since.plan.filter(
    (one) => one.contentMeasureId === measureId && (one.place === '' || isSamePlaceName(one.place, place.placeName)),
  )
  const entry = entries.find(({ endedOn }) => endedOn === null) ?? entries.at(-1)
  return entry ? t('since.priorities.plan', { status: planStatusText(t, entry) }) : ''
}

function viewOf(input: Input, measure: Measure, cause: string, always: boolean): SincePriorityView {
  const { context } = input
  const state = stateText(input, measure.id) || (always ? context.t('since.priorities.noPlan') : '')
  return {
    id: measure.id,
    title: measure.title,
    levelId: measure.level,
    levelShort: levelOf(context, measure.level).short,
    text: [cause, state].filter(Boolean).join(' '),
  }
}

function whyFresh({ context: { t }, since }: Input, { measureId }: RankedMeasure, before: readonly RankedMeasure[]): string {
  if (!since.before.questionnaire.measureById.has(measureId)) return t('since.priorities.cause.new-content')
  const ranked = before.some((one) => one.measureId === measureId)
  return t(ranked ? 'since.priorities.cause.further-back-before' : 'since.priorities.cause.not-called-before')
}

/** A decision or an entry in the plan moves nothing (E7); what does is the answers, the targets and the questionnaire. */
function whyGone({ context, progress }: Input, measure: Measure): string {
  const { t, questionnaire, ranked, place, details } = context
  if (!questionnaire.measureById.has(measure.id)) return t('since.priorities.cause.dropped')
  const factor = questionnaire.factorById.get(measure.factor)?.name ?? ''
  const change = progress.levels.flatMap(({ factors }) => factors).find(({ id }) => id === measure.factor)
  if (change?.comparable && (change.split?.practice ?? 0) > 0) return t('since.priorities.cause.moved-up', { factor })
  if (ranked.some(({ measureId }) => measureId === measure.id)) return t('since.priorities.cause.overtaken')
  const state = targetStates(place, details.targets ?? {}).find(({ factorId }) => factorId === measure.factor)
  if (state?.state === 'reached') return t('since.priorities.cause.target-reached', { factor })
  return t('since.priorities.cause.not-called')
}

function isSet({ targets = {} }: ReportContext['details'], { factorId, target }: TargetState): boolean {
  return Object.hasOwn(targets, factorId) && (target < usualTarget || targets[factorId]!.dueOn !== null)
}

/** A target counts as missed once its day is over. */
const isMissed = ({ state }: TargetState, dueOn: string | null, today: string) =>
  state === 'below' && dueOn !== null && dueOn < today

function targetsOf(context: ReportContext): Pick<SincePrioritiesView, 'targets' | 'targetsText'> {
  const { t, details, place } = context
  const set = targetStates(place, details.targets ?? {}).filter((state) => isSet(details, state))
  const today = isoDate(details.date)
  const rows = set.map((state) => {
    const { dueOn } = details.targets![state.factorId]!
    return { state, dueOn, missed: isMissed(state, dueOn, today) }
  })
  const counts = {
    count: set.length,
    reached: rows.filter(({ state }) => state.state === 'reached').length,
    missed: rows.filter(({ missed }) => missed).length,
  }
  return {
    targetsText: set.length === 0 ? '' : t('since.priorities.targetsText', counts),
    targets: rows.map(({ state, dueOn, missed }) => ({
      factorId: state.factorId,
      factorName: factorOf(context, state.factorId).name,
      stageText: standOf(t, factorResult(place, state.factorId) ?? null).stageText,
      dueText: dueOn === null ? t('since.priorities.target.noDay') : germanDay(dueOn),
      stateText: missed ? t('since.priorities.target.missed') : t(`since.priorities.target.${state.state}`),
    })),
  }
}

function leadOf({ context: { t } }: Input, count: number, fresh: number, gone: number): string {
  const goneLead = gone > 0 ? [t('since.priorities.goneLead', { count: gone })] : []
  if (count === 0) return [t('since.priorities.none'), ...goneLead].join(' ')
  return [t('since.priorities.lead', { count, fresh, stayed: count - fresh }), ...goneLead].join(' ')
}

/** Gives which of the first measures are new, which stayed and which are no longer among them, and why. */
export function buildSincePriorities(input: Input): SincePrioritiesView {
  const { context, since } = input
  const { questionnaire, ranked } = context
  const before = rankedBefore(since)
  const [first, firstBefore] = [ranked.slice(0, shownFirst), before.slice(0, shownFirst)]
  const isAmong = (list: readonly RankedMeasure[], id: string) => list.some(({ measureId }) => measureId === id)
  const contentOf = (id: string) => (questionnaire.measureById.get(id) ?? since.before.questionnaire.measureById.get(id))!
  const fresh = first.filter(({ measureId }) => !isAmong(firstBefore, measureId))
  const stayed = first.filter(({ measureId }) => isAmong(firstBefore, measureId))
  const gone = firstBefore.filter(({ measureId }) => !isAmong(first, measureId)).map(({ measureId }) => contentOf(measureId))
  return {
    lead: leadOf(input, first.length, fresh.length, gone.length),
    fresh: fresh.map((one) => viewOf(input, contentOf(one.measureId), whyFresh(input, one, before), true)),
    stayed: stayed.map(({ measureId }) => viewOf(input, contentOf(measureId), '', true)),
    gone: gone.map((measure) => viewOf(input, measure, whyGone(input, measure), false)),
    ...targetsOf(context),
  }
}
