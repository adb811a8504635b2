import { describe, expect, test } from '@jest/globals'
import Fraction from 'fraction.js'
import { isHigher, stageOf } from '@/lib/scoring/stage'

describe('stageOf (R3)', () => {
  test.each([
    [0, 1, 'am-anfang'],
    [1999, 100, 'am-anfang'],
    [199_999_999_999, 10_000_000_000, 'am-anfang'],
    [20, 1, 'punktuell'],
    [119, 3, 'punktuell'],
    [40, 1, 'im-aufbau'],
    [179, 3, 'im-aufbau'],
    [60, 1, 'etabliert'],
    [239, 3, 'etabliert'],
    [80, 1, 'verankert'],
    [100, 1, 'verankert'],
  ])('%d/%d is %s', (n, d, stage) => {
    expect(stageOf(new Fraction(n, d))).toBe(stage)
  })

  test('isHigher follows the ladder', () => {
    expect(isHigher('etabliert', 'im-aufbau')).toBe(true)
    expect(isHigher('im-aufbau', 'im-aufbau')).toBe(false)
    expect(isHigher('am-anfang', 'verankert')).toBe(false)
  })
})
