import { describe, expect, test } from '@jest/globals'
import Fraction from 'fraction.js'
import { mean, ratio } from '@/lib/scoring/exact'

describe('exact fractions', () => {
  test('a third stays a third', () => {
    expect(ratio(1, 3).toFraction()).toBe('1/3')
    expect(mean([ratio(1, 3), ratio(1, 3), ratio(1, 3)])!.equals(new Fraction(1, 3))).toBe(true)
  })

  test('mean of different denominators', () => {
    expect(mean([ratio(25, 2), ratio(100, 3), ratio(0, 1), ratio(75, 1)])!.toFraction()).toBe('725/24')
  })

  test('mean of nothing is nothing', () => {
    expect(mean([])).toBeNull()
  })

  test('large numbers are exact too', () => {
    expect(ratio(1_000_000, 3).toFraction()).toBe('1000000/3')
  })

  test('a shared fraction cannot be changed by who uses it', () => {
    const shared = ratio(1, 2)
    expect(() => {
      shared.n = 7n
    }).toThrow(TypeError)
    expect(ratio(1, 2).add(1).toFraction()).toBe('3/2')
  })
})
