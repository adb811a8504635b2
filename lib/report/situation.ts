/** „Ausgangslage“ and „Strategien und Konzepte“: what the profile says, each figure with its year and source. */
import type { Figure, ProfileValue } from '../questionnaire/questionnaire'
import type { ProfileField } from '../questionnaire/schema'
import type { ReportContext } from './context'
import { germanNumber, joinWords } from './format'
import type { ReportViewModel } from './types'

const isFigure = (value: ProfileValue): value is Figure => typeof value === 'object' && !Array.isArray(value) && 'value' in value

function choiceLabels(field: ProfileField, value: ProfileValue): string[] {
  if (field.type !== 'choice' && field.type !== 'multi') return []
  const ids = Array.isArray(value) ? value : [String(value)]
  return field.options.filter((option) => ids.includes(option.id)).map((option) => option.label)
}

/** A profile value as text: choice labels, numbers with unit and decimal comma, free text as given. */
export function profileValueText(field: ProfileField, value: ProfileValue): string {
  if (field.type === 'choice' || field.type === 'multi') return choiceLabels(field, value).join(', ')
  if (field.type === 'text') return String(value)
  const number = isFigure(value) ? value.value : Number(value)
  return [germanNumber(number, field.decimals), field.unit].filter(Boolean).join(' ')
}

function sourceText(context: ReportContext, value: ProfileValue): string {
  if (!isFigure(value)) return context.t('report.situation.ownStatement')
  return [value.year ? String(value.year) : '', value.source].filter(Boolean).join(', ') || context.t('report.situation.noSource')
}

/** Fields with a place of their own in the report; the rest is the table of the situation. */
const elsewhere = new Set(['name', 'konzepte', 'gremien', 'ansatz'])

/** Gives the situation: one paragraph, the figures, the chosen challenges. */
export function buildSituation(context: ReportContext): ReportViewModel['situation'] {
  const { t, sheet, questionnaire, place } = context
  const given = questionnaire.profileFields.flatMap((field) => {
    const value = sheet.profile[field.id]
    return value === undefined || elsewhere.has(field.id) ? [] : [{ field, value }]
  })
  const challenges = questionnaire.challenges.filter((challenge) => sheet.challenges.includes(challenge.id))
  const kommune = String(sheet.profile['name'] ?? t('report.unnamed'))
  const quartier = place.placeName
  return {
    paragraphs: [
      quartier === '' ? t('report.situation.introOfTown', { kommune }) : t('report.situation.intro', { kommune, quartier }),
      challenges.length > 0 ? t('report.situation.challenges', { count: challenges.length }) : t('report.situation.noChallenges'),
    ],
    figures: given.map(({ field, value }) => ({
      label: field.label,
      value: profileValueText(field, value),
      source: sourceText(context, value),
    })),
    challenges: challenges.map(({ name, explanation }) => ({ name, explanation })),
  }
}

function chosen(context: ReportContext, fieldId: string): string[] {
  const field = context.questionnaire.profileFields.find((known) => known.id === fieldId)
  const value = context.sheet.profile[fieldId]
  return field && value !== undefined ? choiceLabels(field, value) : []
}

/** Gives strategies, concepts and bodies, with the statement on the shared strategy and the town's approach. */
export function buildStrategies(context: ReportContext): ReportViewModel['strategies'] {
  const { t } = context
  const concepts = chosen(context, 'konzepte')
  const bodies = chosen(context, 'gremien')
  const approach = chosen(context, 'ansatz')
  const strategy = context.place.levels.flatMap((level) => level.factors).find((factor) => factor.factorId === 'strategie')
  const content = context.questionnaire.factorById.get('strategie')
  return {
    paragraphs: [
      concepts.length > 0 ? t('report.strategies.concepts', { count: concepts.length }) : t('report.strategies.noConcepts'),
      ...(bodies.length === 0 ? [t('report.strategies.noBodies')] : []),
      ...(approach.length > 0 ? [t('report.strategies.approach', { approach: joinWords(approach) })] : []),
      ...(content && strategy ? [strategy.stage ? content.statements[strategy.stage] : content.unknown] : []),
    ],
    concepts,
    bodies,
  }
}
