/** What a reader must know before any figure: what makes two rounds less alike than they look. */
import type { Profile, Questionnaire } from '../questionnaire/questionnaire'
import { isCommon } from '../scoring/compare-questions'
import { joinWords } from './format'
import type { ProgressContext, RoundSide } from './progress-context'
import type { ProgressView } from './progress-types'
import { profileValueText } from './situation'

/** What has to be said of one round alone. */
export function roundCautions(t: ProgressContext['t'], { round, label }: RoundSide): string[] {
  return [
    ...(round.closedOn === null ? [t('progress.caution.open', { round: label })] : []),
    ...(round.recorded ? [t('progress.caution.rules', { round: label })] : []),
  ]
}

function modeCaution({ before, after, t }: ProgressContext): string[] {
  if (before.round.sheet.mode === after.round.sheet.mode) return []
  const [quick, full] = before.round.sheet.mode === 'schnell' ? [before, after] : [after, before]
  return [t('progress.caution.mode', { quick: quick.label, full: full.label })]
}

function versionCaution({ before, after, comparison, t }: ProgressContext): string[] {
  const [from, to] = [before, after].map(({ scored }) => scored.questionnaire.version)
  if (from === to) return []
  const questions = comparison.levels.flatMap(({ factors }) => factors.flatMap((factor) => factor.questions))
  const count = questions.filter((change) => !isCommon(change) && change.kind !== 'other-place').length
  return [t('progress.caution.version', { before: from!, after: to!, count })]
}

function placeCaution({ comparison: { before, after, samePlace }, t }: ProgressContext): string[] {
  const names = { before: before.placeName, after: after.placeName }
  if (!samePlace) return [t('progress.caution.place', names)]
  return names.before && names.after && names.before !== names.after ? [t('progress.caution.renamed', names)] : []
}

/** Gives everything that has to be said before two rounds are compared; empty if nothing has. */
export function cautionsOf(context: ProgressContext): string[] {
  const { before, after, t } = context
  return [
    ...roundCautions(t, before),
    ...roundCautions(t, after),
    ...modeCaution(context),
    ...versionCaution(context),
    ...placeCaution(context),
  ]
}

function fieldText({ profileFields }: Questionnaire, profile: Profile, fieldId: string): string {
  const field = profileFields.find(({ id }) => id === fieldId)
  const value = profile[fieldId]
  return field && value !== undefined ? profileValueText(field, value) : ''
}

function challengesText({ challenges }: Questionnaire, chosen: readonly string[]): string {
  return joinWords(challenges.filter(({ id }) => chosen.includes(id)).map(({ name }) => name))
}

/** Gives what differs in the profiles and the chosen challenges: a town with more inhabitants may answer otherwise. */
export function profileChanges({ before, after, t }: ProgressContext): ProgressView['profile'] {
  const [from, to] = [before.scored.questionnaire, after.scored.questionnaire]
  const labels = new Map([...from.profileFields, ...to.profileFields].map(({ id, label }) => [id, label]))
  const rows = [...labels].map(([id, label]) => ({
    label,
    before: fieldText(from, before.round.sheet.profile, id),
    after: fieldText(to, after.round.sheet.profile, id),
  }))
  const challenges = {
    label: t('progress.profile.challenges'),
    before: challengesText(from, before.round.sheet.challenges),
    after: challengesText(to, after.round.sheet.challenges),
  }
  const none = t('progress.profile.none')
  return [...rows, challenges]
    .filter((row) => row.before !== row.after)
    .map((row) => ({ label: row.label, before: row.before || none, after: row.after || none }))
}
