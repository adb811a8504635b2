/** „Was hat sich bewegt, und warum?“: the largest gains and losses of practice, and what was done in between (V8, V9). */
import type { FactorComparison } from '../scoring/compare-figures'
import { germanDay, joinWords } from './format'
import type { ProgressContext } from './progress-context'
import type { DoneMeasure, FactorChangeView, LevelChangeView, MoverView, ProgressView } from './progress-types'

const shownAtMost = 3

/** Gives the measures done after the day of one round and up to that of the other, in the order of time (V9). */
export function measuresBetween(measures: readonly DoneMeasure[], after: string, upTo: string): DoneMeasure[] {
  return measures
    .filter(({ doneOn }) => doneOn > after && doneOn <= upTo)
    .toSorted((a, b) => (a.doneOn < b.doneOn ? -1 : Number(a.doneOn > b.doneOn)))
}

/** „Ort finden (12.03.2025)“ */
export function measureText(t: ProgressContext['t'], { title, doneOn }: DoneMeasure): string {
  return t('progress.measures.done', { title, date: germanDay(doneOn) })
}

function sentenceOf({ t }: ProgressContext, { change }: FactorComparison, view: FactorChangeView): string {
  const values = { factor: view.name, before: view.before.stageText, after: view.after.stageText }
  const gained = change!.practice.gt(0) ? 'higher' : 'lower'
  const moved = view.direction === 'same' ? t('progress.mover.same', { ...values, gained }) : t('progress.mover.moved', values)
  return change!.practice.mul(change!.total).lt(0) ? `${moved} ${t('progress.level.againstPractice')}` : moved
}

/**
 * Gives the factors with the largest gains and losses of practice, at most three each. Too little in common names none.
 * @param between measures done between the two rounds
 */
export function moversOf(
  context: ProgressContext,
  levels: readonly LevelChangeView[],
  between: readonly DoneMeasure[],
): { readonly gains: readonly MoverView[]; readonly losses: readonly MoverView[] } {
  const candidates = context.comparison.levels.flatMap((level) => {
    const views = levels.find(({ id }) => id === level.levelId)!
    return level.factors.flatMap((comparison) => {
      const factor = views.factors.find(({ id }) => id === comparison.factorId)
      return factor && comparison.change && comparison.comparable ? [{ comparison, factor, levelShort: views.short }] : []
    })
  })
  const practiceOf = ({ comparison }: (typeof candidates)[number]) => comparison.change!.practice
  const viewOf = ({ comparison, factor, levelShort }: (typeof candidates)[number]): MoverView => ({
    factor,
    levelShort,
    sentence: sentenceOf(context, comparison, factor),
    answers: factor.answers.filter(({ kind }) => kind === 'improved' || kind === 'declined'),
    measures: between.filter(({ factorId }) => factorId === factor.id).map((measure) => measureText(context.t, measure)),
  })
  const largest = (sign: 1 | -1) =>
    candidates
      .filter((one) => practiceOf(one).mul(sign).gt(0))
      .toSorted((a, b) => practiceOf(b).mul(sign).compare(practiceOf(a).mul(sign)))
      .slice(0, shownAtMost)
      .map(viewOf)
  return { gains: largest(1), losses: largest(-1) }
}

/** Which factors stand otherwise for other reasons than practice, one sentence a reason. */
export function otherReasons({ comparison, t }: ProgressContext, levels: readonly LevelChangeView[]): string[] {
  const nameOf = new Map(levels.flatMap(({ factors }) => factors.map(({ id, name }) => [id, name])))
  const factors = comparison.levels.flatMap((level) => level.factors).filter(({ factorId }) => nameOf.has(factorId))
  const namesOf = (belongs: (factor: FactorComparison) => boolean) =>
    joinWords(factors.filter(belongs).map(({ factorId }) => nameOf.get(factorId)!))
  const withoutPractice = ({ change }: FactorComparison) =>
    change !== null && change.practice.equals(0) && !change.total.equals(0)
  const reasons = [
    ['known', namesOf((factor) => withoutPractice(factor) && factor.change!.content.equals(0))],
    ['content', namesOf((factor) => withoutPractice(factor) && !factor.change!.content.equals(0))],
    ['first-assessable', namesOf(({ noChangeBecause }) => noChangeBecause === 'first-assessable')],
    ['no-longer-assessable', namesOf(({ noChangeBecause }) => noChangeBecause === 'no-longer-assessable')],
    ['added', namesOf(({ noChangeBecause }) => noChangeBecause === 'added')],
    ['dropped', namesOf(({ noChangeBecause }) => noChangeBecause === 'dropped')],
  ] as const
  return reasons.flatMap(([reason, names]) => (names === '' ? [] : [t(`progress.reasons.${reason}`, { factors: names })]))
}

/** Every measure done in between, with what became of its factor. */
export function measureRows(
  { after, t }: ProgressContext,
  levels: readonly LevelChangeView[],
  between: readonly DoneMeasure[],
): ProgressView['measures'] {
  const changeOf = new Map(levels.flatMap(({ factors }) => factors.map((factor) => [factor.id, factor])))
  return between.map(({ title, factorId, doneOn }) => {
    const name = after.scored.questionnaire.factorById.get(factorId)?.name ?? changeOf.get(factorId)?.name
    return {
      title,
      factorName: name ?? t('progress.measures.unknownFactor'),
      doneOn: germanDay(doneOn),
      change: changeOf.get(factorId)?.changeText ?? '–',
    }
  })
}
