import { describe, expect, test } from '@jest/globals'
import { readGermanNumber } from '@/lib/assessments/german-number'
import { checkProfile } from '@/lib/assessments/parse-profile'
import { profileFieldSchema, type ProfileField } from '@/lib/questionnaire/schema'

const field = (given: object): ProfileField => profileFieldSchema.parse({ label: 'Feld', usedFor: 'Test', ...given })
const options = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]
const fields = [
  field({ id: 'name', type: 'text', maxLength: 10, required: true }),
  field({ id: 'ags', type: 'text', maxLength: 8, pattern: '^[0-9]{8}$' }),
  field({ id: 'status', type: 'choice', required: true, options }),
  field({ id: 'konzepte', type: 'multi', options }),
  field({ id: 'entfernung', type: 'number', min: 0, max: 300 }),
  field({ id: 'einwohner', type: 'number', min: 500, max: 4_000_000, figure: true, required: true }),
  field({ id: 'anteil', type: 'number', min: 0, max: 100, decimals: 1, figure: true }),
]
const now = new Date('2026-11-23T12:00:00Z')
const check = (given: Record<string, string | string[]>, stored = {}) => checkProfile(fields, stored, given, now)
const figure = { einwohner: '34.500', 'einwohner.year': '2025', 'einwohner.source': 'Einwohnermeldeamt' }

describe('checkProfile', () => {
  test('a choice that is made twice is refused', () => {
    const { profile, errors } = check({ konzepte: ['a', 'b', 'a'], status: 'a' }, { konzepte: ['b'] })
    expect(errors).toEqual([{ field: 'konzepte', code: 'chosen-twice' }])
    expect(profile['konzepte']).toEqual(['b'])
  })

  test('takes a whole valid profile', () => {
    const { profile, errors } = check({
      name: ' Merzig ',
      ags: '10042111',
      status: 'a',
      konzepte: ['b', 'a'],
      entfernung: '35',
      ...figure,
    })
    expect(errors).toEqual([])
    expect(profile).toEqual({
      name: 'Merzig',
      ags: '10042111',
      status: 'a',
      konzepte: ['a', 'b'],
      entfernung: 35,
      einwohner: { value: 34_500, year: 2025, source: 'Einwohnermeldeamt' },
    })
  })

  test('saves the valid fields and reports the refused ones', () => {
    const { profile, errors } = check({ name: 'Merzig', status: 'z', ags: '123', entfernung: 'weit', ...figure, einwohner: '3' })
    expect(profile).toEqual({ name: 'Merzig' })
    expect(errors).toEqual([
      { field: 'ags', code: 'wrong-type' },
      { field: 'status', code: 'unknown-option' },
      { field: 'entfernung', code: 'wrong-type' },
      { field: 'einwohner', code: 'number-out-of-range', values: { min: 500, max: 4_000_000 } },
    ])
  })

  test('a refused field keeps its stored value, an emptied one loses it, a required one is asked for and kept', () => {
    const stored = { name: 'Merzig', ags: '10042111', entfernung: 35, status: 'a' }
    const { profile, errors } = check({ name: '', ags: '1', entfernung: '', status: 'a' }, stored)
    expect(profile).toEqual({ name: 'Merzig', ags: '10042111', status: 'a' })
    expect(errors).toEqual([
      { field: 'name', code: 'required' },
      { field: 'ags', code: 'wrong-type' },
    ])
  })

  test('a text that is not in the form stays; boxes that are not ticked are empty', () => {
    const { profile } = check({ status: 'b' }, { name: 'Merzig', konzepte: ['a'] })
    expect(profile).toEqual({ name: 'Merzig', status: 'b' })
  })

  test('a figure without year or source is kept, and they are asked for', () => {
    const { profile, errors } = check({
      name: 'M',
      status: 'a',
      einwohner: '34500',
      'einwohner.year': '',
      'einwohner.source': '',
    })
    expect(profile.einwohner).toEqual({ value: 34_500, year: null, source: '' })
    expect(errors).toEqual([
      { field: 'einwohner.year', code: 'required' },
      { field: 'einwohner.source', code: 'required' },
    ])
  })

  test('a year lies between 1900 and next year', () => {
    const codes = ['1899', '2028', 'neulich', '2027'].map(
      (year) => check({ name: 'M', status: 'a', ...figure, 'einwohner.year': year }).errors,
    )
    expect(codes.map((errors) => errors[0]?.code)).toEqual([
      'number-out-of-range',
      'number-out-of-range',
      'wrong-type',
      undefined,
    ])
  })

  test('decimals only where the field has them', () => {
    const anteil = { anteil: '12,5', 'anteil.year': '2025', 'anteil.source': 'Amt' }
    expect(check({ name: 'M', status: 'a', ...figure, ...anteil }).profile.anteil).toEqual({
      value: 12.5,
      year: 2025,
      source: 'Amt',
    })
    expect(check({ name: 'M', status: 'a', ...figure, ...anteil, anteil: '12,55' }).errors).toEqual([
      { field: 'anteil', code: 'wrong-type' },
    ])
    expect(check({ name: 'M', status: 'a', ...figure, entfernung: '3,5' }).errors).toEqual([
      { field: 'entfernung', code: 'wrong-type' },
    ])
  })

  test('an unknown field and hostile text are refused by name', () => {
    const { errors } = check({ name: 'a\u0000b', status: 'a', ...figure, __proto__x: '1', 'name.year': '2020' })
    expect(errors).toEqual([
      { field: 'name', code: 'bad-characters', values: { position: 2 } },
      { field: '__proto__x', code: 'bad-request' },
      { field: 'name.year', code: 'bad-request' },
    ])
  })

  test('a text over its limit says the limit', () => {
    expect(check({ name: 'Schwäbisch Gmünd', status: 'a', ...figure }).errors).toEqual([
      { field: 'name', code: 'text-too-long', values: { limit: 10 } },
    ])
  })
})

describe('readGermanNumber', () => {
  test.each([
    ['34.500', 34_500],
    ['1.234.567', 1_234_567],
    ['34 500', 34_500],
    ['34\u202f500', 34_500],
    ['12,5', 12.5],
    ['1.234,5', 1234.5],
    ['12.5', 12.5],
    ['12.55', 12.55],
    ['−3,2', -3.2],
    [' 7 ', 7],
    ['1.23.456', null],
    ['1,2,3', null],
    ['1e5', null],
    ['0x10', null],
    ['', null],
    ['etwa 3', null],
    ['Infinity', null],
    ['9'.repeat(30), null],
  ])('%j is %p', (text, value) => {
    expect(readGermanNumber(text)).toBe(value)
  })
})
