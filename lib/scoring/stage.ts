/** Stages: what a value is called (R3). */
import type Fraction from 'fraction.js'
import type { StageId } from '../questionnaire/schema'
import { ratio } from './exact'

/** Lower edges, eigene Setzung: the source knows no numbers. */
const edges: readonly (readonly [StageId, Fraction])[] = [
  ['verankert', ratio(80, 1)],
  ['etabliert', ratio(60, 1)],
  ['im-aufbau', ratio(40, 1)],
  ['punktuell', ratio(20, 1)],
]

/** The highest stage of a level whose foundations are not met. */
export const highestWithoutFoundations: StageId = 'im-aufbau'

const order: readonly StageId[] = ['am-anfang', 'punktuell', 'im-aufbau', 'etabliert', 'verankert']

/** True if `a` is a higher stage than `b`. */
export function isHigher(a: StageId, b: StageId): boolean {
  return order.indexOf(a) > order.indexOf(b)
}

/**
 * Gives the stage of a value (R3).
 * @param score 0–100; an edge belongs to the stage above it
 */
export function stageOf(score: Fraction): StageId {
  return edges.find(([, edge]) => score.gte(edge))?.[0] ?? 'am-anfang'
}
