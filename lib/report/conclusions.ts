/**
 * „Schlussfolgerungen und Perspektiven“: prose in the order of the publication's town chapters – what carries, where the
 * gap between the levels lies, next steps, who is in charge, what is to be clarified. Rules P5–P9 of docs/methodology.md.
 */
import { factorOf, levelOf, type ReportContext } from './context'
import { capitalise, joinWords } from './format'
import { approachNote, pattern } from './prose'
import type { BalanceView } from './balance-types'
import type { FactorView, LevelView, MeasureView, ReportViewModel, UnknownView } from './types'

interface Parts {
  readonly levels: readonly LevelView[]
  readonly balance: BalanceView
  readonly strengths: readonly FactorView[]
  readonly gaps: readonly FactorView[]
  readonly unknowns: readonly UnknownView[]
  readonly measures: readonly MeasureView[]
}
type Section = ReportViewModel['conclusions'][number]

const namedAtMost = 3
const shownFindings = 4
const quoted = (words: readonly string[]) => joinWords(words.map((word) => `„${word}“`))

/** Names up to three factors and counts the rest, so that a sentence stays a sentence; „alle“ if none of the level is missing. */
function named(context: ReportContext, carrying: readonly FactorView[], level: LevelView): string {
  const names = carrying.map((factor) => `„${factor.name}“`)
  if (names.length <= namedAtMost) return joinWords(names)
  if (names.length === level.factors.length) return context.t('report.conclusions.all', { count: names.length })
  return joinWords([...names.slice(0, namedAtMost), context.t('report.conclusions.more', { count: names.length - namedAtMost })])
}

/** P5: what carries, by level, and what can be built on it. */
function carries(context: ReportContext, { levels, strengths }: Parts): string[] {
  const { t } = context
  if (strengths.length === 0) {
    const furthest = levels
      .flatMap((level) => level.factors)
      .filter((factor) => factor.stage === 'im-aufbau')
      .slice(0, namedAtMost)
    return furthest.length > 0
      ? [t('report.conclusions.furthest', { factors: quoted(furthest.map((factor) => factor.name)), count: furthest.length })]
      : [t('report.conclusions.noStrength')]
  }
  const byLevel = levels
    .map((level) => ({ level, carrying: strengths.filter((factor) => factor.levelId === level.id) }))
    .filter(({ carrying }) => carrying.length > 0)
    .map(({ level, carrying }) =>
      t(`report.conclusions.carries.${level.id}`, { factors: named(context, carrying, level), count: carrying.length }),
    )
  return [byLevel.join(' '), t('report.conclusions.buildOn')]
}

/** P6: where the gap between the levels lies, what holds a level back, and how the town's approach colours it. */
function gapBetweenLevels(context: ReportContext, { levels, balance, strengths, gaps }: Parts): string[] {
  const capped = levels.filter((level) => level.ladder.rungs.includes('capped')).map((level) => level.capText)
  const note = approachNote(context)
  const imbalance = balance.state === 'imbalance' ? [balance.sentence] : []
  return [[pattern(context, strengths, gaps), ...imbalance].join(' '), ...capped, ...(note ? [note] : [])]
}

/** P7: the next steps: the practice behind the first gaps, and the measures that answer it. */
function nextSteps(context: ReportContext, { gaps, measures }: Parts): string[] {
  const { t } = context
  const first = measures.slice(0, 5)
  if (first.length === 0) return [t('report.conclusions.noMeasures')]
  const practice = gaps.slice(0, 4).map((gap) => gap.statement)
  const steps = first.map((measure) =>
    t('report.conclusions.step', { rank: measure.rank, title: measure.title, horizon: measure.horizonText }),
  )
  return [practice.join(' '), `${t('report.conclusions.stepsIntro', { count: first.length })} ${steps.join('; ')}.`].filter(
    Boolean,
  )
}

/** P8: „Wer hat den Hut auf?“ (Kap. 6): responsibility, mediation and coordination on site, then who leads the first steps. */
function inCharge(context: ReportContext, { levels, measures }: Parts): string[] {
  const { t } = context
  const wanted = ['zustaendigkeit', 'schnittstelle', 'quartiermanagement']
  const said = wanted.flatMap((id) =>
    levels.flatMap((level) => level.factors).filter((factor) => factor.id === id && factor.stage),
  )
  const leads = measures.slice(0, 5).map((measure) => t('report.conclusions.lead', { lead: measure.lead, title: measure.title }))
  return [
    said.map((factor) => factor.statement).join(' '),
    leads.length > 0 ? `${t('report.conclusions.leadIntro')} ${leads.join('; ')}.` : '',
    t('report.conclusions.leadNote'),
  ].filter(Boolean)
}

/**
 * P9: what is not known, as a finding of its own; at most four in prose, all of them in the list. A factor of which nothing
 * can be said yet speaks for itself; of the others only the open question is named, since the rest is known.
 */
function toClarify(context: ReportContext, { levels, unknowns }: Parts): string[] {
  const { t } = context
  if (unknowns.length === 0) return []
  const staged = new Set(levels.flatMap((level) => level.factors).flatMap((factor) => (factor.stage ? [factor.id] : [])))
  const dark = [...new Set(unknowns.map((unknown) => unknown.factorId))].filter((id) => !staged.has(id))
  const single = unknowns.filter((unknown) => staged.has(unknown.factorId))
  const findings = [
    ...dark.map((id) => capitalise(factorOf(context, id).unknown)),
    ...single.map(({ stem }) => t('report.conclusions.unknownQuestion', { stem })),
  ]
  const more = findings.length - shownFindings
  return [
    t('report.conclusions.unknownIntro', {
      count: unknowns.length,
      levels: joinWords([...new Set(unknowns.map((unknown) => levelOf(context, unknown.levelId).short))]),
    }),
    findings.slice(0, shownFindings).join(' '),
    ...(more > 0 ? [t('report.conclusions.unknownMore', { count: more })] : []),
  ]
}

/** Gives the sections in order; a section with nothing to say is left out. */
export function buildConclusions(context: ReportContext, parts: Parts): Section[] {
  const { t } = context
  const sections: Section[] = [
    { heading: t('report.conclusions.heading.carries'), paragraphs: carries(context, parts) },
    { heading: t('report.conclusions.heading.gap'), paragraphs: gapBetweenLevels(context, parts) },
    { heading: t('report.conclusions.heading.next'), paragraphs: nextSteps(context, parts) },
    { heading: t('report.conclusions.heading.inCharge'), paragraphs: inCharge(context, parts) },
    { heading: t('report.conclusions.heading.clarify'), paragraphs: toClarify(context, parts) },
  ]
  return sections.filter((section) => section.paragraphs.length > 0)
}
