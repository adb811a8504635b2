/** A recommended measure as a reader sees it, with „Warum hier?“. */
import { explainRank } from '../recommendations/explain'
import type { RankedMeasure } from '../recommendations/types'
import { factorOf, levelOf, type ReportContext } from './context'
import { chapterList, exactNumber } from './format'
import type { Explanation } from './balance-types'
import type { MeasureView } from './types'

/** Inputs and weights with exact halves, so that the product can be followed by hand. */
function whyHere(context: ReportContext, ranked: RankedMeasure): Explanation {
  const { t, questionnaire } = context
  const factor = factorOf(context, ranked.factorId)
  const triggers = ranked.triggeredBy.map(({ range, value }) => {
    const question = questionnaire.questionById.get(range.question)!
    return t('report.whyHere.trigger', { stem: question.stem, answer: question.options[String(value) as '0'] })
  })
  const title = t('report.whyHere.title')
  const { because, turn } = explainRank(context.ranked, ranked)
  const lifted = ranked.liftedBy.map((id) => questionnaire.measureById.get(id)?.title ?? id)
  const cap = lifted.length > 0 ? t('report.whyHere.lifted', { measures: lifted.map((name) => `„${name}“`).join(', ') }) : null
  if (because === 'unknowns') {
    return {
      title,
      summary: t('report.whyHere.unknowns', { count: ranked.unknowns }),
      rows: [],
      leftOut: [],
      cap: null,
      figures: [],
      next: null,
    }
  }
  const { priority } = ranked
  if (!priority)
    return { title, summary: t('report.whyHere.prerequisite'), rows: [], leftOut: triggers, cap, figures: [], next: null }
  const challenges = priority.challenges.map((id) => questionnaire.challenges.find((known) => known.id === id)?.name ?? id)
  return {
    title,
    summary: t('report.whyHere.summary', { factor: factor.name }),
    rows: [
      {
        label: t('report.whyHere.gap'),
        value: t('report.whyHere.gapValue', { target: priority.target, value: exactNumber(priority.value) }),
        weight: exactNumber(priority.gap),
      },
      {
        label: t('report.whyHere.leverage'),
        value: t(priority.leverage === 3 ? 'report.whyHere.leverageFoundation' : 'report.whyHere.leverageOther'),
        weight: `× ${priority.leverage}`,
      },
      {
        label: t('report.whyHere.relevance'),
        value:
          challenges.length > 0
            ? t('report.whyHere.relevanceChallenges', { challenges: challenges.join(', ') })
            : t('report.whyHere.relevanceNone'),
        weight: `× ${priority.relevance}`,
      },
    ],
    leftOut: triggers,
    cap,
    figures: [
      t('report.whyHere.product', { product: exactNumber(priority.product) }),
      ...(turn > 1 ? [t('report.whyHere.later', { factor: factor.name })] : []),
      ...(priority.provisional ? [t('report.whyHere.provisional')] : []),
    ],
    next: null,
  }
}

/** Gives the view of one ranked measure with the decision already taken on it, if any. */
export function buildMeasureView(context: ReportContext, ranked: RankedMeasure): MeasureView {
  const { t, questionnaire, details } = context
  const measure = questionnaire.measureById.get(ranked.measureId)
  if (!measure) throw new Error(`no measure "${ranked.measureId}"`)
  const taken = details.decisions[measure.id]
  return {
    id: measure.id,
    rank: ranked.rank,
    title: measure.title,
    levelId: measure.level,
    levelShort: levelOf(context, measure.level).short,
    factorId: measure.factor,
    factorName: factorOf(context, measure.factor).name,
    why: measure.why,
    chaptersText: t('common.chapters', { chapters: chapterList(measure.chapters) }),
    evidenceText: t(`common.evidence.${measure.evidence}`),
    firstStep: measure.firstStep,
    effortText: t(`common.effort.${measure.effort}`),
    costText: t(`common.cost.${measure.cost}`),
    horizonText: t(`common.horizon.${measure.horizon}`),
    lead: measure.lead,
    decisionBy: measure.decisionBy,
    decision: measure.decision,
    prerequisites: measure.prerequisites.map((id) => questionnaire.measureById.get(id)?.title ?? id),
    pitfalls: measure.pitfalls,
    example: {
      town: measure.example.town,
      text: measure.example.text,
      source: t('report.example.source', { chapters: chapterList(measure.example.chapters) }),
    },
    whyHere: whyHere(context, ranked),
    decisionTaken: taken
      ? {
          decision: taken.decision,
          text: t(`report.decision.${taken.decision}`),
          reason: details.edition === 'arbeit' ? taken.reason : '',
        }
      : null,
  }
}
