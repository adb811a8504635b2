/** The parts of a change in whole points, which still add up (V7). */
import type Fraction from 'fraction.js'
import type { ChangeParts } from '../scoring/split-change'
import { wholePoints } from './format'

const partNames = ['practice', 'known', 'content'] as const
type PartName = (typeof partNames)[number]

export type WholeParts = Readonly<Record<PartName | 'before' | 'after' | 'total', number>>

/** Nearest whole number, halves away from zero: the same for a change and its reverse. Never −0, which would be printed. */
const nearest = (value: number) => Math.sign(value) * Math.round(Math.abs(value)) + 0

/** How far a part would lie from its exact value after one more step. */
function pickStep(exact: Readonly<Record<PartName, number>>, whole: Readonly<Record<PartName, number>>, step: number): PartName {
  const movable = partNames.filter((name) => exact[name] !== 0)
  const distance = (name: PartName) => Math.abs(whole[name] + step - exact[name])
  return movable.reduce((best, name) => (distance(name) < distance(best) ? name : best))
}

/**
 * Gives a change as a reader can add it up: both values floored (R2), the total their difference, the parts rounded and then
 * evened out where it changes least. A part that is zero stays zero.
 * @param before value of the first round, 0–100; `after` likewise
 */
export function wholeParts(before: Fraction, after: Fraction, parts: ChangeParts): WholeParts {
  const [first, last] = [wholePoints(before), wholePoints(after)]
  const total = last - first
  const exact = {
    practice: parts.practice.valueOf(),
    known: parts.known.valueOf(),
    content: parts.content.valueOf(),
  }
  const whole = { practice: nearest(exact.practice), known: nearest(exact.known), content: nearest(exact.content) }
  const sum = () => whole.practice + whole.known + whole.content
  while (sum() !== total) {
    const step = Math.sign(total - sum())
    whole[pickStep(exact, whole, step)] += step
  }
  return { ...whole, before: first, after: last, total }
}
