import { describe, expect, test } from '@jest/globals'
import Fraction from 'fraction.js'
import {
  exactNumber,
  fileNamePart,
  germanDate,
  germanNumber,
  isoDate,
  joinWords,
  percent,
  wholePoints,
} from '@/lib/report/format'

describe('figures', () => {
  test('are floored, never rounded up', () => {
    expect(wholePoints(new Fraction(5999, 100))).toBe(59)
    expect(percent(new Fraction(2, 3))).toBe(66)
  })

  test('keep exact halves, so that products can be followed by hand', () => {
    expect(exactNumber(new Fraction(125, 2))).toBe('62,5')
    expect(exactNumber(new Fraction(200, 3))).toBe('66,66')
  })

  test('are written the German way', () => {
    expect(germanNumber(40403)).toBe('40.403')
    expect(germanNumber(3.5)).toBe('3,5')
    expect(germanNumber(-0.6)).toBe('\u22120,6')
  })
})

describe('days are those of Berlin', () => {
  test.each([
    ['winter, an hour before midnight UTC', '2026-11-22T23:30:00Z', '23.11.2026', '2026-11-23'],
    ['summer, two hours before midnight UTC', '2026-06-30T22:30:00Z', '01.07.2026', '2026-07-01'],
    ['the night clocks go back', '2026-10-25T00:30:00Z', '25.10.2026', '2026-10-25'],
  ])('%s', (_, instant, german, iso) => {
    expect(germanDate(new Date(instant))).toBe(german)
    expect(isoDate(new Date(instant))).toBe(iso)
  })
})

describe('words', () => {
  test('are joined as a sentence joins them', () => {
    expect(joinWords(['a'])).toBe('a')
    expect(joinWords(['a', 'b', 'c'])).toBe('a, b und c')
  })

  test.each([
    ['Merzig', 'merzig'],
    ['Weißenfels', 'weissenfels'],
    ['Mühlacker / Enzkreis', 'muehlacker-enzkreis'],
    ['Łódź', 'lodz'],
    ['../../etc', 'etc'],
    ['', ''],
  ])('make a safe part of a file name: %s', (name, expected) => {
    expect(fileNamePart(name)).toBe(expected)
  })
})
