import { describe, expect, test } from '@jest/globals'
import { openPoints } from '@/lib/assessments/open-points'
import type { StoredAnswer } from '@/lib/assessments/types'
import type { Answer } from '@/lib/questionnaire/questionnaire'
import { buildQuestionnaire } from '../../factories/build-questionnaire'

const questionnaire = buildQuestionnaire({
  levels: {
    verwaltung: [{ id: 'a' }, { id: 'b', appliesWhen: { field: 'status', notIn: ['kreisfrei'], reason: 'Entfällt.' } }],
    intermediaer: [{ id: 'c' }],
    'vor-ort': [{ id: 'd' }],
  },
})
const usual = questionnaire.factors[0]!.office

const stored = (answer: Answer, clarifyWith = ''): StoredAnswer => ({
  answer,
  subject: 'kommune',
  comment: '',
  clarifyWith,
  version: 1,
  updatedAt: null,
  carried: null,
})
const answered = stored({ state: 'answered', value: 2 })
const everythingAnswered = Object.fromEntries([...questionnaire.questionById.keys()].map((id) => [id, answered]))
const read = (answers: Record<string, StoredAnswer>, profile = {}, mode: 'voll' | 'schnell' = 'voll') =>
  openPoints({ answers: { ...everythingAnswered, ...answers }, profile, mode }, questionnaire).map(({ office, points }) => [
    office,
    points.map(({ question }) => question.id),
  ])

describe('openPoints', () => {
  test('nothing is open once all is answered', () => {
    expect(read({})).toEqual([])
  })

  test('open and unknown questions go to the user’s entry, else to the usual office', () => {
    expect(
      read({
        'a-struktur': stored({ state: 'open' }),
        'a-praxis': stored({ state: 'unknown' }, 'Kämmerei'),
        'd-praxis': stored({ state: 'unknown' }),
      }),
    ).toEqual([
      [usual, ['a-struktur', 'd-praxis']],
      ['Kämmerei', ['a-praxis']],
    ])
  })

  test('a question never saved is open', () => {
    const rest = Object.fromEntries(Object.entries(everythingAnswered).filter(([id]) => id !== 'c-praxis'))
    expect(openPoints({ answers: rest, profile: {}, mode: 'voll' }, questionnaire)[0]?.points).toMatchObject([
      { question: { id: 'c-praxis' }, answer: { state: 'open' } },
    ])
  })

  test('an answer with an entry „Zu klären mit“ is still to be settled', () => {
    const answer = { state: 'answered', value: 3 } as const
    expect(read({ 'c-struktur': stored(answer, 'Stadtplanung') })).toEqual([['Stadtplanung', ['c-struktur']]])
    expect(read({ 'c-struktur': stored({ state: 'not_applicable', reason: 'x' }, 'Stadtplanung') })).toHaveLength(1)
  })

  test('one office written in two ways is one office, in its first spelling', () => {
    const unknown = (office: string) => stored({ state: 'unknown' }, office)
    expect(read({ 'a-struktur': unknown('Amt für  Schule'), 'c-struktur': unknown('amt für Schule ') })).toEqual([
      ['Amt für  Schule', ['a-struktur', 'c-struktur']],
    ])
  })

  test('what profile or mode leave out is not asked for', () => {
    const unknown = stored({ state: 'unknown' })
    expect(read({ 'b-struktur': unknown, 'a-praxis': unknown }, { status: 'kreisfrei' }, 'schnell')).toEqual([])
  })
})
