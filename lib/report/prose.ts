/**
 * Prose built from data: headline, lead, summary. Rules P1–P4 of docs/methodology.md. Sentences come from the content
 * (per stage) and from the message file; nothing here invents a fact that no answer carries.
 */
import type { LevelResult } from '../scoring/types'
import { factorOf, factorResult, levelOf, levelsByScore, type ReportContext } from './context'
import { stageIndex } from './ladder'
import type { BalanceView } from './balance-types'
import type { FactorView, ReportViewModel, UnknownView } from './types'

/** Below this answer to the key question the basis of a factor is missing, and its `nextStep` is what would lay it. */
const basisRung = 2

/** Where the key question is not answered, the practice tells: what is not done has no basis that could be built on. */
function basisMissing(context: ReportContext, factorId: string): boolean {
  const questions = factorResult(context.place, factorId)?.questions ?? []
  const rungOf = (wanted: 'key' | 'practice') => {
    const answer = questions.find(({ role }) => role === wanted)?.answer
    return answer?.state === 'answered' ? answer.value : null
  }
  const rung = rungOf('key') ?? rungOf('practice')
  return rung !== null && rung < basisRung
}

/**
 * P1: the strongest level as it stands, and the one next step: the factor's phrase while its basis is missing, else the
 * title of the first measure, so that nothing is announced that the answers say exists.
 */
export function headline(context: ReportContext): string {
  const { t, place, questionnaire } = context
  const strongest = levelsByScore(place)[0]
  const first = context.ranked.find((measure) => measure.priority)
  if (!strongest?.stage) {
    const nothingKnown = context.ranked.length > 0 ? 'report.headline.unknown' : 'report.headline.empty'
    return t(first ? 'report.headline.notAssessable' : nothingKnown)
  }
  const allStrong = place.levels.every((level) => level.stage && stageIndex(level.stage) >= stageIndex('etabliert'))
  const opening = allStrong ? t('report.headline.allStrong') : levelOf(context, strongest.levelId).headline[strongest.stage]
  if (!first) return t('report.headline.only', { opening })
  if (!basisMissing(context, first.factorId)) {
    return t('report.headline.measure', { opening, title: questionnaire.measureById.get(first.measureId)!.title })
  }
  const factor = factorOf(context, first.factorId)
  const values = { opening, nextStep: factor.nextStep }
  return factor.level === strongest.levelId && !allStrong
    ? t('report.headline.same', values)
    : t(`report.headline.${factor.level}`, values)
}

/** P2: one sentence on the strongest and one on the weakest level. */
export function lead(context: ReportContext): string {
  const ranked = levelsByScore(context.place)
  const strongest = ranked[0]
  const weakest = ranked.at(-1)
  if (!strongest || !weakest) return context.t('report.lead.notAssessable')
  const sentence = (level: LevelResult) => levelOf(context, level.levelId).summary[level.stage!]
  return strongest === weakest ? sentence(strongest) : `${sentence(strongest)} ${sentence(weakest)}`
}

/** The level that most of these factors belong to; the first in the order of the instrument if several do. */
function mostFrequentLevel(context: ReportContext, factors: readonly FactorView[]): string | null {
  const counts = context.questionnaire.levels.map((level) => ({
    short: level.short,
    count: factors.filter((factor) => factor.levelId === level.id).length,
  }))
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a))
  return best.count > 0 ? best.short : null
}

/** P3 where levels cannot be compared yet: what single factors already show. */
function patternOfFactors(context: ReportContext, strengths: readonly FactorView[], gaps: readonly FactorView[]): string {
  const { t } = context
  const strong = mostFrequentLevel(context, strengths)
  const weak = mostFrequentLevel(context, gaps)
  if (!strong || !weak) return t('report.pattern.notAssessable')
  return strong === weak ? t('report.pattern.fromFactorsSame', { strong }) : t('report.pattern.fromFactors', { strong, weak })
}

/** P3: the pattern the three levels make together; the comparison the publication draws for its towns (Kap. 3, 6). */
export function pattern(context: ReportContext, strengths: readonly FactorView[], gaps: readonly FactorView[]): string {
  const { t, place } = context
  const index = (levelId: string) => {
    const stage = place.levels.find((level) => level.levelId === levelId)?.stage
    return stage ? stageIndex(stage) : null
  }
  const [townHall, between, local] = [index('verwaltung'), index('intermediaer'), index('vor-ort')]
  if (townHall === null || between === null || local === null) return patternOfFactors(context, strengths, gaps)
  const strong = stageIndex('etabliert')
  const building = stageIndex('im-aufbau')
  if (Math.min(townHall, between, local) >= strong) return t('report.pattern.allStrong')
  if (Math.max(townHall, between, local) < building) return t('report.pattern.allEarly')
  if (townHall === between && between === local) return t('report.pattern.allAlike')
  if (local < townHall && local <= between)
    return t(between > local ? 'report.pattern.localMissing' : 'report.pattern.townHallAhead')
  if (townHall < local && townHall <= between) return t('report.pattern.townHallMissing')
  if (between < townHall && between < local) return t('report.pattern.betweenMissing')
  return t('report.pattern.mixed')
}

/** P4: how a low level „Vor Ort“ is read if the town starts from a town-wide dialogue (Kap. 6 knows both ways). */
export function approachNote(context: ReportContext): string | null {
  const local = context.place.levels.find((level) => level.levelId === 'vor-ort')
  const low = local?.stage && stageIndex(local.stage) < stageIndex('etabliert')
  const approach = context.sheet.profile['ansatz']
  if (!low || (approach !== 'stadtdialog' && approach !== 'beides')) return null
  return context.t(`report.approach.${approach}`)
}

const statements = (views: readonly FactorView[], count: number) => views.slice(0, count).map((view) => view.statement)

/** The three short paragraphs of the one-page summary. */
export function summary(
  context: ReportContext,
  parts: {
    strengths: readonly FactorView[]
    gaps: readonly FactorView[]
    unknowns: readonly UnknownView[]
    balance: BalanceView
  },
): ReportViewModel['summary'] {
  const { t, place } = context
  const open = place.levels.reduce((sum, level) => sum + level.coverage.open, 0)
  const total = place.levels.reduce((sum, level) => sum + level.coverage.applicable, 0)
  const offices = new Set(parts.unknowns.map((unknown) => unknown.clarifyWith)).size
  const carries = parts.strengths.length > 0 ? statements(parts.strengths, 2) : [t('report.summary.nothingCarries')]
  const assessable = place.levels.some((level) => level.stage)
  const noGap = t(assessable ? 'report.summary.nothingMissing' : 'report.summary.tooEarly')
  const missing = parts.gaps.length > 0 ? statements(parts.gaps, 2) : [noGap]
  if (parts.balance.state === 'imbalance') missing.push(parts.balance.sentence)
  const openText = [
    ...(parts.unknowns.length > 0 ? [t('report.summary.unknown', { count: parts.unknowns.length, total, offices })] : []),
    ...(open > 0 ? [t('report.summary.open', { count: open, total })] : []),
    ...(parts.unknowns.length + open === 0 ? [t('report.summary.nothingOpen')] : []),
  ]
  return { carries: carries.join(' '), missing: missing.join(' '), open: openText.join(' ') }
}
