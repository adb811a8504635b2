/**
 * Exact fractions. A level of seven factors has thirds and sevenths; a threshold missed by a rounding error would put a
 * wrong word in front of a council.
 */
import Fraction from 'fraction.js'

/** Scores come from few numbers, so nearly every fraction has been made before. Frozen, because they are shared. */
const made = new Map<number, Fraction>()
const largestShared = 4096

/**
 * Gives n ÷ d.
 * @param n integer ≥ 0
 * @param d integer > 0
 */
export function ratio(n: number, d: number): Fraction {
  if (n >= largestShared || d >= largestShared) return new Fraction(n, d)
  const key = n * largestShared + d
  let fraction = made.get(key)
  if (!fraction) {
    fraction = Object.freeze(new Fraction(n, d))
    made.set(key, fraction)
  }
  return fraction
}

/** Gives the mean, or null of nothing. */
export function mean(values: readonly Fraction[]): Fraction | null {
  if (values.length === 0) return null
  // Sums as plain integers over one denominator: an addition of BigInt fractions each time costs most of the scoring.
  let numerator = 0
  let denominator = 1
  for (const { n, d } of values) {
    const own = Number(d)
    if (denominator % own !== 0) {
      const widened = lowestCommonMultiple(denominator, own)
      numerator *= widened / denominator
      denominator = widened
    }
    numerator += Number(n) * (denominator / own)
  }
  return ratio(numerator, denominator * values.length)
}

function lowestCommonMultiple(a: number, b: number): number {
  let [high, low] = [a, b]
  while (low > 0) [high, low] = [low, high % low]
  return (a / high) * b
}
