import { describe, expect, test } from '@jest/globals'
import type { z } from 'zod'
import { inviteSchema, setUpSchema } from '@/lib/accounts/schema'
import { fieldErrors } from '@/lib/assessments/field-errors'
import { limits } from '@/lib/assessments/limits'
import { decisionSchema, detailsSchema, submittedAnswerSchema } from '@/lib/assessments/schema'
import { stateFileSchema } from '@/lib/assessments/state-file'

describe('the details of the report', () => {
  test.each([
    ['', null],
    ['23.11.2026', '2026-11-23'],
    ['1990-01-01', '1990-01-01'],
    ['31.12.2100', '2100-12-31'],
  ])('take %j as the day on which it was agreed', (agreedOn, expected) => {
    expect(detailsSchema.parse({ agreedOn }).agreedOn).toBe(expected)
  })

  test.each(['0001-01-01', '9999-12-31', '31.12.1989', '01.01.2101', '30.02.2026', 'gestern'])('refuse %s', (agreedOn) => {
    const parsed = detailsSchema.safeParse({ agreedOn }, { reportInput: true })
    expect(parsed.success ? [] : fieldErrors(parsed.error)).toEqual([{ field: 'agreedOn', code: 'wrong-type' }])
  })

  test('a saved state cannot bring such a day back in', () => {
    const { details } = stateFileSchema.shape
    expect(details.safeParse({ agreedOn: '2026-11-23', answeredBy: [] }).success).toBe(true)
    for (const agreedOn of ['0001-01-01', '9999-12-31']) {
      expect(details.safeParse({ agreedOn, answeredBy: [] }).success).toBe(false)
    }
  })

  test('name no role in which nothing can be seen', () => {
    expect(detailsSchema.parse({ answeredBy: 'Bauamt\n\u3164\n\u200b\n \nJugendamt' }).answeredBy).toEqual([
      'Bauamt',
      'Jugendamt',
    ])
  })
})

describe('texts of several lines', () => {
  const lines = (count: number) => Array.from({ length: count }, () => 'x').join('\u2028')
  const codesOf = (schema: z.ZodType, given: object) => {
    const parsed = schema.safeParse(given, { reportInput: true })
    return parsed.success ? [] : fieldErrors(parsed.error).map(({ field, code }) => `${field} ${code}`)
  }
  const { answers, decisions } = stateFileSchema.shape

  test.each([
    ['a comment', limits.commentLines, submittedAnswerSchema, (comment: string) => ({ comment, version: 0 })],
    ['a reason', limits.reasonLines, decisionSchema, (reason: string) => ({ measure: 'x', reason })],
    ['a saved comment', limits.commentLines, answers, (comment: string) => ({ x: { choice: '', comment, clarifyWith: '' } })],
    ['a saved reason', limits.reasonLines, decisions, (reason: string) => ({ x: { decision: 'spaeter', reason } })],
  ])('have a limit of lines: %s', (_, limit, schema, given) => {
    expect(codesOf(schema, given(lines(limit)))).toEqual([])
    expect(codesOf(schema, given(lines(limit + 1)))).toEqual([expect.stringMatching(/(comment|reason) too-many-lines$/)])
  })
})

test('nobody is called by something that shows nothing', () => {
  const given = { code: 'x', kommune: '\u2800', name: '\u3164', email: 'a@b.de', password: 'x', 'password-again': 'x' }
  const parsed = setUpSchema.safeParse(given, { reportInput: true })
  expect(parsed.success ? [] : fieldErrors(parsed.error)).toEqual([
    { field: 'kommune', code: 'required' },
    { field: 'name', code: 'required' },
  ])
  expect(inviteSchema.parse({ role: 'lesen', label: '\uffa0' }).label).toBe('')
})
