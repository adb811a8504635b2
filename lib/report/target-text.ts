/** A target in words (Z1, Z2). */
import type { Translate } from '../i18n/translate'
import type { TargetState } from '../recommendations/target'
import { ratio } from '../scoring/exact'
import { stageOf } from '../scoring/stage'
import { exactNumber } from './format'

/** „etabliert (75 Punkte)“ */
export function targetText(t: Translate, points: number): string {
  return t('targets.value', { stage: t(`common.stage.${stageOf(ratio(points, 1))}`), points })
}

/** How far a value is from its target, in points; null where there is no value. */
export function targetFigures(t: Translate, { target, value, gap }: TargetState): string | null {
  if (!value || !gap) return null
  const values = { value: exactNumber(value), target, gap: exactNumber(gap) }
  return t(gap.equals(0) ? 'targets.figures.reached' : 'targets.figures.below', values)
}

/** „Ziel erreicht“ and the like. A stage is a range: within the target's own stage points may still be missing, and that is said. */
export function targetStateText(t: Translate, { state, target, value }: TargetState): string {
  const within = state === 'below' && value !== null && stageOf(value) === stageOf(ratio(target, 1))
  return t(`targets.state.${within ? 'within' : state}`)
}
