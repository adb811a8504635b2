import { describe, expect, test } from '@jest/globals'
import { fieldErrors } from '@/lib/assessments/field-errors'
import { claimSchema, closeSchema, fileReferenceSchema, reopenSchema, startRoundSchema } from '@/lib/rounds/schema'

const given = { name: '2026', periodFrom: '01.01.2026', periodTo: '31.12.2026', mode: 'voll' }
const errorsOf = (more: object) => {
  const parsed = startRoundSchema.safeParse({ ...given, ...more }, { reportInput: true })
  return parsed.success ? [] : fieldErrors(parsed.error).map(({ field, code }) => `${field} ${code}`)
}

describe('a new round', () => {
  test('takes days as people write them or as a date field sends them', () => {
    const expected = { name: '2026', periodFrom: '2026-01-01', periodTo: '2026-12-31', mode: 'voll', basedOn: null, place: null }
    expect(startRoundSchema.parse(given)).toEqual(expected)
    expect(startRoundSchema.parse({ ...given, periodFrom: '1.1.2026', periodTo: '2026-12-31' })).toEqual(expected)
    expect(startRoundSchema.parse({ ...given, basedOn: 'leer', place: 'neu' })).toEqual(expected)
    expect(startRoundSchema.parse({ ...given, basedOn: 'abc', place: 'def' })).toMatchObject({ basedOn: 'abc', place: 'def' })
  })

  test('one day is a period; the leap day is one, too', () => {
    expect(errorsOf({ periodFrom: '29.02.2028', periodTo: '2028-02-29' })).toEqual([])
  })

  test.each([
    [{ periodFrom: '31.12.2026', periodTo: '01.01.2026' }, ['periodTo date-order']],
    [{ periodTo: '31.11.2026' }, ['periodTo wrong-type']],
    [{ periodFrom: '29.02.2027' }, ['periodFrom wrong-type']],
    [{ periodFrom: '01.01.0202' }, ['periodFrom wrong-type']],
    [{ periodFrom: '31.12.1989' }, ['periodFrom wrong-type']],
    [{ periodTo: '01.01.2101' }, ['periodTo wrong-type']],
    [{ periodFrom: 'Januar' }, ['periodFrom wrong-type']],
    [{ periodFrom: '', periodTo: ' ' }, ['periodFrom required', 'periodTo required']],
    [{ name: '\u3164' }, ['name required']],
    [{ name: ' \u200b ' }, ['name required']],
    [{ name: 'x'.repeat(121) }, ['name text-too-long']],
    [{ mode: 'halb' }, ['mode unknown-option']],
    [{ basedOn: '../etc' }, ['basedOn wrong-type']],
    [{ owner: 'ich' }, ['owner bad-request']],
  ])('refuses %j', (more, expected) => {
    expect(errorsOf(more)).toEqual(expected)
  })

  test.each(['٢٠٢٦', '二〇二六年', 'Год 2026', 'Ἀθῆναι', 'שנת 2026', 'दौर २०२६'])('may be called %s', (name) => {
    expect(startRoundSchema.parse({ ...given, name }).name).toBe(name)
  })
})

test('taking over asks for a check', () => {
  const { name, periodFrom, periodTo } = given
  expect(claimSchema.safeParse({ name, periodFrom, periodTo }).success).toBe(false)
  expect(claimSchema.parse({ name, periodFrom, periodTo, check: 'abc' })).toMatchObject({ check: 'abc' })
})

test('closing without an Aktenzeichen leaves the one noted before, an empty one takes it away', () => {
  expect(closeSchema.parse({})).toEqual({})
  expect(closeSchema.parse({ fileReference: ' ' })).toEqual({ fileReference: '' })
  expect(fileReferenceSchema.safeParse({}).success).toBe(false)
})

test('opening again says why', () => {
  for (const reason of ['  ', '\u200b', '\u2800']) expect(reopenSchema.safeParse({ reason }).success).toBe(false)
  const parsed = reopenSchema.safeParse({ reason: `x${'\n'.repeat(40)}` })
  expect(parsed.success ? [] : fieldErrors(parsed.error)).toEqual([
    { field: 'reason', code: 'too-many-lines', values: { limit: 40 } },
  ])
})
