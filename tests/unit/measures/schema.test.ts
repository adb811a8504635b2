import { describe, expect, test } from '@jest/globals'
import { fieldErrors } from '@/lib/assessments/field-errors'
import { editSchema, measureLimits, measureLines } from '@/lib/measures/schema'

const sent = { title: 'Fester Ort', factorId: 'treffpunkt', version: '3' }
const read = (given: object) => {
  const parsed = editSchema.safeParse({ ...sent, ...given }, { reportInput: true })
  return parsed.success ? parsed.data : fieldErrors(parsed.error).map(({ field, code }) => [field, code])
}

describe('an edited measure', () => {
  test('needs a title and a factor; the rest may be missing', () => {
    expect(read({})).toEqual({
      ...sent,
      version: 3,
      keep: [],
      lead: '',
      partners: '',
      dueOn: null,
      status: 'geplant',
      reason: '',
      resolvedOn: null,
      resolutionNumber: '',
      costClass: '',
      effort: '',
      note: '',
    })
    expect(read({ title: ' \u200b ', factorId: '' })).toEqual([
      ['title', 'required'],
      ['factorId', 'required'],
    ])
  })

  test.each([
    ['30.6.2027', '2027-06-30'],
    ['2027-06-30', '2027-06-30'],
    ['29.02.2028', '2028-02-29'],
    [' ', null],
  ])('reads the day %j', (given, day) => {
    expect(read({ dueOn: given, resolvedOn: given })).toMatchObject({ dueOn: day, resolvedOn: day })
  })

  test.each(['30.02.2027', '29.2.2027', '1.1.27', 'morgen', '31.12.1989', '1.1.2101'])('refuses the day %j', (given) => {
    expect(read({ dueOn: given })).toEqual([['dueOn', 'wrong-type']])
  })

  test('that was dropped says why', () => {
    for (const reason of [' \n', '\u200b']) expect(read({ status: 'verworfen', reason })).toEqual([['reason', 'required']])
    expect(read({ status: 'verworfen', title: '', dueOn: 'bald' })).toEqual([
      ['title', 'required'],
      ['dueOn', 'wrong-type'],
      ['reason', 'required'],
    ])
    expect(read({ status: 'verworfen', reason: 'kein Geld' })).toMatchObject({ status: 'verworfen', reason: 'kein Geld' })
  })

  test.each(Object.entries(measureLimits))('has at most so many characters: %s %d', (field, limit) => {
    expect(read({ [field]: 'ä'.repeat(limit) })).toMatchObject({ [field]: 'ä'.repeat(limit) })
    expect(read({ [field]: 'ä'.repeat(limit + 1) })).toEqual([[field, 'text-too-long']])
  })

  test.each(Object.entries(measureLines))('has at most so many lines: %s %d', (field, limit) => {
    const lines = (count: number) => Array.from({ length: count }, () => 'x').join('\n')
    expect(read({ [field]: lines(limit) })).toMatchObject({ [field]: lines(limit) })
    expect(read({ [field]: lines(limit + 1) })).toEqual([[field, 'too-many-lines']])
  })

  test('takes names in any script, in one form', () => {
    const names = 'Зоя Ґалаґан, 王小明, يوسف, Nguyễn Thị, 👩‍👩‍👧'
    expect(read({ lead: names.normalize('NFD'), partners: names })).toMatchObject({
      lead: names.normalize('NFC'),
      partners: names,
    })
  })

  test('takes known words only, and no other fields', () => {
    expect(read({ status: 'fertig', costClass: 'teuer' })).toEqual([
      ['status', 'unknown-option'],
      ['costClass', 'unknown-option'],
    ])
    expect(read({ workspaceId: 'x' })).toEqual([['workspaceId', 'bad-request']])
    expect(read({ keep: 'title __proto__ note' })).toMatchObject({ keep: ['title', 'note'] })
  })
})
