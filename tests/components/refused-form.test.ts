import { describe, expect, test } from '@jest/globals'
import { refusedForm } from '@/app/_lib/refused-form'

const rejected = (...fields: string[]) => ({
  payload: { name: 'Mitte' },
  errors: fields.map((field) => ({ field, code: 'bad-request' as const })),
})

describe('refusedForm', () => {
  test('links an error to its field, and names a field the page does not have', () => {
    const { errors, summary, typed } = refusedForm(rejected('name', 'mond'), { name: 'Name' })
    expect(errors).toEqual({ name: 'Name: Diese Angabe ist hier nicht vorgesehen.' })
    expect(summary).toEqual([
      { href: '#feld-name', text: 'Name: Diese Angabe ist hier nicht vorgesehen.' },
      { text: '„mond“: Diese Angabe ist hier nicht vorgesehen.' },
    ])
    expect(typed('name')).toBe('Mitte')
  })

  test('takes one of several values for the list it is in, and an exact text for a field without a label', () => {
    expect(refusedForm(rejected('names.3'), { names: 'Namen' }).errors).toEqual({
      names: 'Namen: Diese Angabe ist hier nicht vorgesehen.',
    })
    expect(refusedForm(rejected('confirm'), {}, () => 'Bitte bestätigen Sie.').summary).toEqual([
      { href: '#feld-confirm', text: 'Bitte bestätigen Sie.' },
    ])
  })

  test('leads from an error of the whole form to the page', () => {
    expect(refusedForm(rejected('formular'), { name: 'Name' }).summary).toEqual([
      { href: '#inhalt', text: 'Diese Angabe ist hier nicht vorgesehen.' },
    ])
  })

  test.each(['__proto__', 'constructor', 'toString'])('is not misled by a field called %s', (field) => {
    const { errors, summary } = refusedForm(rejected(field), { name: 'Name' })
    expect(errors).toEqual({})
    expect(summary).toEqual([{ text: `„${field}“: Diese Angabe ist hier nicht vorgesehen.` }])
  })

  test('shows what would steer the reader’s eyes in the name of a field', () => {
    expect(refusedForm(rejected('a\u202eb'), {}).summary).toEqual([
      { text: '„a\\u{202e}b“: Diese Angabe ist hier nicht vorgesehen.' },
    ])
  })
})
