import { describe, expect, test } from '@jest/globals'
import { fieldErrors } from '@/lib/assessments/field-errors'
import { targetSchema } from '@/lib/targets/schema'

const sent = { factor: 'rueckhalt', subject: '', value: '60', reason: 'Haushaltssperre', dueOn: '', version: '0' }
const parse = (given: object) => targetSchema.safeParse({ ...sent, ...given }, { reportInput: true })
const refused = (given: object) => {
  const { error } = parse(given)
  return error ? fieldErrors(error).map(({ field, code }) => `${field}: ${code}`) : []
}

describe('a target as a form sends it', () => {
  test('is taken with numbers and days as people write them', () => {
    expect(parse({ value: ' 60 ', dueOn: '31.12.2027', version: '2' }).data).toEqual({
      ...sent,
      value: 60,
      dueOn: '2027-12-31',
      version: 2,
    })
    expect(parse({ value: 75, reason: '', dueOn: null, version: 0 }).data).toMatchObject({ value: 75, dueOn: null })
  })

  test.each([
    ['49', 'value: number-out-of-range'],
    ['76', 'value: number-out-of-range'],
    ['62,5', 'value: wrong-type'],
    ['', 'value: wrong-type'],
    ['viel', 'value: wrong-type'],
    ['-60', 'value: wrong-type'],
    ['1e1', 'value: wrong-type'],
  ])('refuses the value %s', (value, error) => {
    expect(refused({ value })).toEqual([error])
  })

  test.each(['50', '75'])('takes the bound %s', (value) => {
    expect(refused({ value })).toEqual([])
  })

  test('asks for a reason below 75, and only there', () => {
    for (const reason of [' ', '\u200b\n']) expect(refused({ value: '74', reason })).toEqual(['reason: required'])
    expect(refused({ value: '75', reason: '' })).toEqual([])
  })

  test('tells everything that is wrong at once', () => {
    expect(refused({ reason: '', dueOn: '30.2.2027' })).toEqual(['dueOn: wrong-type', 'reason: required'])
  })

  test.each([{ dueOn: '31.12.1900' }, { dueOn: '01.01.2101' }, { dueOn: 'bald' }])('refuses the day %o', (given) => {
    expect(refused(given)).toEqual(['dueOn: wrong-type'])
  })

  test('refuses what is not a field, an id or a text', () => {
    expect(refused({ mehr: '1' })).toEqual(['mehr: bad-request'])
    expect(refused({ factor: '../x' })).toHaveLength(1)
    expect(refused({ subject: 'a/b' })).toHaveLength(1)
    expect(refused({ reason: 'a\u0000b' })).toEqual(['reason: bad-characters'])
    expect(refused({ reason: 'x'.repeat(1001) })).toEqual(['reason: text-too-long'])
    expect(refused({ reason: `x${'\n'.repeat(40)}` })).toEqual(['reason: too-many-lines'])
  })
})
