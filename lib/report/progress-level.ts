/** One level in two rounds. */
import type { LevelComparison } from '../scoring/compare-figures'
import { levelOf } from './context'
import type { ProgressContext } from './progress-context'
import { buildFactorChange, directionOf } from './progress-factor'
import { standOf } from './progress-round'
import { countSentences, shareText, splitOf } from './progress-split'
import type { LevelChangeView, StandView } from './progress-types'

/** „Vor Ort: von „punktuell“ zu „im Aufbau“.“ */
export function levelHeadline(
  t: ProgressContext['t'],
  short: string,
  comparison: LevelComparison,
  before: StandView,
  after: StandView,
): string {
  const values = { level: short, before: before.stageText, after: after.stageText }
  const { noChangeBecause } = comparison
  // A level is in every version; only its factors come and go.
  if (noChangeBecause && noChangeBecause !== 'added' && noChangeBecause !== 'dropped') {
    return t(`progress.level.${noChangeBecause}`, values)
  }
  return t(before.stage === after.stage ? 'progress.level.same' : 'progress.level.moved', values)
}

/** What keeps the change of the value from being read as practice; null if it is. */
function otherThanPractice(t: ProgressContext['t'], { change }: LevelComparison): string | null {
  if (!change || change.total.equals(0)) return null
  const { total, practice, known, content } = change
  if (practice.mul(total).lt(0)) return t('progress.level.againstPractice')
  return known.add(content).abs().gt(practice.abs()) ? t('progress.level.notPractice') : null
}

/** Gives a level as it stands in both rounds, with its factors. */
export function buildLevelChange(context: ProgressContext, comparison: LevelComparison): LevelChangeView {
  const { before: earlier, after: later, t } = context
  const { id, name, short } = levelOf(later.scored, comparison.levelId)
  const [before, after] = [standOf(t, comparison.before), standOf(t, comparison.after)]
  const counts = countSentences(
    t,
    comparison.factors.flatMap(({ questions }) => questions),
  )
  const share = shareText(t, comparison.overlap)
  const other = otherThanPractice(t, comparison)
  const answered = ({ coverage }: LevelComparison['before']) =>
    t('report.answered', { answered: coverage.answered, total: coverage.applicable })
  return {
    id,
    name,
    short,
    before,
    after,
    direction: directionOf(before, after),
    comparable: comparison.comparable,
    shareText: share,
    split: splitOf(t, comparison),
    headline: levelHeadline(t, short, comparison, before, after),
    sentences: [
      ...(counts.length > 0 ? counts : [t('progress.level.unchanged')]),
      comparison.change && !comparison.comparable ? `${share} ${t('progress.level.tooLittle')}` : share,
      ...(other ? [other] : []),
    ],
    alt: t('progress.alt.level', {
      level: short,
      before: before.stageText,
      after: after.stageText,
      beforeRound: earlier.label,
      afterRound: later.label,
      share,
    }),
    answered: { before: answered(comparison.before), after: answered(comparison.after) },
    factors: comparison.factors
      .filter((factor) => factor.before?.applicable || factor.after?.applicable)
      .map((factor) => buildFactorChange(context, factor)),
  }
}
