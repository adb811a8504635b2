/** R3: stages. The thresholds are ours (eigene Setzung). */
import type Fraction from 'fraction.js'
import type { StageId } from '../questionnaire/schema'

/** Lowest points of each stage, from the top. */
const thresholds: readonly (readonly [StageId, number])[] = [
  ['verankert', 80],
  ['etabliert', 60],
  ['im-aufbau', 40],
  ['punktuell', 20],
  ['am-anfang', 0],
]

/** The highest stage of a level whose foundations are not met. */
export const cappedStage: StageId = 'im-aufbau'

/** Gives the stage of an exact value of 0–100 points; 19.99 is still „am Anfang“. */
export function stageOf(score: Fraction): StageId {
  return thresholds.find(([, lowest]) => score.compare(lowest) >= 0)?.[0] ?? 'am-anfang'
}

/** True from „etabliert“ on: where R3 asks for met foundations. */
export function needsFoundations(stage: StageId): boolean {
  return stage === 'etabliert' || stage === 'verankert'
}
