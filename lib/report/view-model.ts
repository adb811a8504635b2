/** Builds the view model: everything a reader of screen, PDF or command line sees of a result, once. */
import type { Translate } from '../i18n/translate'
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import { rankMeasures } from '../recommendations/rank'
import { scoreSheet } from '../scoring/score'
import { stageIndex } from './ladder'
import { buildAnnex } from './annex'
import { buildBalanceView } from './balance-view'
import { buildConclusions } from './conclusions'
import { allFactors, factorOf, type ReportContext } from './context'
import { fileNamePart, germanDate, germanDay, isoDate } from './format'
import { buildLevelView } from './level-view'
import { buildMeasureView } from './measure-view'
import { headline, lead, summary } from './prose'
import { buildSituation, buildStrategies } from './situation'
import { buildSince } from './since-view'
import type { FactorView, LevelView, MeasureView, ReportDetails, ReportViewModel, UnknownView } from './types'

const shownFirst = 5

/** „Weiß nicht“ as findings, in the order of the instrument. */
function buildUnknowns(context: ReportContext): UnknownView[] {
  const { questionnaire, details, t } = context
  return allFactors(context.place).flatMap((factor) =>
    factor.questions
      .filter(({ answer, leftOut }) => !leftOut && answer.state === 'unknown')
      .map(({ questionId }) => {
        const content = factorOf(context, factor.factorId)
        // The content's sentence speaks of the whole factor; where the rest of it is known, only this question is open.
        const finding = factor.stage ? t('report.unknownFinding', { office: content.office }) : content.unknown
        const noted = details.notes[`${factor.subject}/${questionId}`]?.clarifyWith
        return {
          questionId,
          factorId: content.id,
          factorName: content.name,
          levelId: content.level,
          stem: questionnaire.questionById.get(questionId)!.stem,
          finding,
          // An entry of the users may name a person; committees get the office the content names.
          clarifyWith: (details.edition === 'arbeit' && noted) || content.office,
        }
      }),
  )
}

/** Strengths: „etabliert“ or more, best first. */
function strengthsOf(context: ReportContext, levels: readonly LevelView[]): FactorView[] {
  const score = new Map(allFactors(context.place).map((factor) => [factor.factorId, factor.score]))
  return levels
    .flatMap((level) => level.factors)
    .filter((factor) => factor.stage && stageIndex(factor.stage) >= stageIndex('etabliert'))
    .sort((a, b) => score.get(b.id)!.compare(score.get(a.id)!) || Number(b.foundation) - Number(a.foundation))
}

/** Gaps: under „etabliert“, in the order in which their first measure is ranked. */
function gapsOf(context: ReportContext, levels: readonly LevelView[]): FactorView[] {
  const firstRank = new Map<string, number>()
  for (const { factorId, rank, priority } of context.ranked) {
    if (priority && !firstRank.has(factorId)) firstRank.set(factorId, rank)
  }
  const rankOf = (factor: FactorView) => firstRank.get(factor.id) ?? Number.MAX_SAFE_INTEGER
  return levels
    .flatMap((level) => level.factors)
    .filter((factor) => factor.stage && stageIndex(factor.stage) < stageIndex('etabliert'))
    .sort((a, b) => rankOf(a) - rankOf(b))
}

function buildMeta(context: ReportContext): ReportViewModel['meta'] {
  const { t, sheet, details, questionnaire, place } = context
  const kommune = String(sheet.profile['name'] ?? t('report.unnamed'))
  const answered = place.levels.reduce((sum, level) => sum + level.coverage.answered, 0)
  const total = place.levels.reduce((sum, level) => sum + level.coverage.applicable, 0)
  const date = isoDate(details.date)
  // Nobody shall send the notes to a committee because two files look alike.
  const edition = details.edition === 'arbeit' ? '_arbeitsfassung' : ''
  return {
    product: t('common.product'),
    title:
      place.placeName === '' ? t('report.titleOfTown', { kommune }) : t('report.title', { kommune, quartier: place.placeName }),
    kommune,
    quartier: place.placeName,
    date,
    dateText: germanDate(details.date),
    editionText: t(`report.edition.${details.edition}`),
    statusText: details.agreedOn ? t('report.status.agreed', { date: germanDay(details.agreedOn) }) : t('report.status.draft'),
    answeredBy: details.answeredBy,
    modeText: t(`report.mode.${sheet.mode}`),
    answeredText: t('report.answeredOf', { answered, total }),
    questionnaire: { id: questionnaire.id, version: questionnaire.version, hash: questionnaire.hash },
    fileName: `drei-ebenen-check_${fileNamePart(kommune) || 'kommune'}_${date}${edition}.pdf`,
    footerText: t('report.footer', {
      product: t('common.product'),
      version: questionnaire.version,
      source: questionnaire.source.short,
    }),
  }
}

const byLevel = (levels: readonly LevelView[], measures: readonly MeasureView[]) =>
  levels
    .map((level) => ({
      levelId: level.id,
      levelShort: level.short,
      levelName: level.name,
      measures: measures.filter((measure) => measure.levelId === level.id),
    }))
    .filter(({ measures: own }) => own.length > 0)

/**
 * Scores a sheet and builds what every renderer shows.
 * @param sheet one assessment; its first place is the one reported on (figures of several are never averaged, R4)
 * @throws Error if the sheet names no place
 */
export function buildReport(questionnaire: Questionnaire, sheet: Sheet, details: ReportDetails, t: Translate): ReportViewModel {
  const place = scoreSheet(questionnaire, sheet).places[0]
  if (!place) throw new Error('a report needs one place')
  const ranked = rankMeasures(questionnaire, sheet, place, details.targets)
  const context: ReportContext = { questionnaire, sheet, details, place, ranked, t }
  const levels = place.levels.map((level) => buildLevelView(context, level))
  const balance = buildBalanceView(context)
  const strengths = strengthsOf(context, levels)
  const gaps = gapsOf(context, levels)
  const unknowns = buildUnknowns(context)
  const measures = context.ranked.map((ranked) => buildMeasureView(context, ranked))
  return {
    edition: details.edition,
    meta: buildMeta(context),
    headline: headline(context),
    lead: lead(context),
    empty: place.levels.every((level) => level.coverage.answered === 0),
    levels,
    balance,
    strengths,
    gaps,
    unknowns,
    summary: summary(context, { strengths, gaps, unknowns, balance }),
    situation: buildSituation(context),
    strategies: buildStrategies(context),
    since: buildSince(context, details.since),
    conclusions: buildConclusions(context, { levels, balance, strengths, gaps, unknowns, measures }),
    firstMeasures: measures.slice(0, shownFirst),
    otherMeasures: byLevel(levels, measures.slice(shownFirst)),
    decisions: measures
      .filter((measure) => measure.decisionTaken?.decision !== 'nicht-vorgesehen')
      .slice(0, 3)
      .map(({ decisionBy, decision, id }) => ({ by: decisionBy, question: decision, measureId: id })),
    annex: buildAnnex(context),
  }
}
