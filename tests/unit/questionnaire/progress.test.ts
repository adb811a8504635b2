import { describe, expect, test } from '@jest/globals'
import { readProgress, resumeAt } from '@/lib/questionnaire/progress'
import { buildQuestionnaire } from '../../factories/build-questionnaire'

const questionnaire = buildQuestionnaire({
  levels: {
    verwaltung: [{ id: 'a' }, { id: 'b', appliesWhen: { field: 'status', notIn: ['kreisfrei'], reason: 'Entfällt.' } }],
    intermediaer: [{ id: 'c' }],
    'vor-ort': [{ id: 'd' }],
  },
})
const read = (states = {}, profile = {}, mode: 'voll' | 'schnell' = 'voll') =>
  readProgress(questionnaire, { mode, profile, states })
const stateOf = (progress: ReturnType<typeof read>, id: string) => progress.factors.find(({ factor }) => factor.id === id)?.state

describe('readProgress', () => {
  test('a factor is offen without, begonnen with one, fertig with both questions handled', () => {
    expect(stateOf(read(), 'a')).toBe('open')
    expect(stateOf(read({ 'a-struktur': 'answered' }), 'a')).toBe('begun')
    expect(stateOf(read({ 'a-struktur': 'answered', 'a-praxis': 'answered' }), 'a')).toBe('done')
  })

  test('„Weiß nicht“ and „Trifft nicht zu“ are handled; an answer taken back is open', () => {
    const progress = read({ 'a-struktur': 'unknown', 'a-praxis': 'not_applicable', 'c-struktur': 'open' })
    expect(stateOf(progress, 'a')).toBe('done')
    expect(stateOf(progress, 'c')).toBe('open')
    expect(progress.handled).toBe(2)
    expect(progress.factors[0]?.unknown.map(({ id }) => id)).toEqual(['a-struktur'])
  })

  test('what the profile leaves out does not count and is named', () => {
    const progress = read({}, { status: 'kreisfrei' })
    expect(progress.questions).toBe(6)
    expect(progress.levels[0]?.leftOut.map(({ id }) => id)).toEqual(['b'])
    expect(progress.levels[0]?.factors).toHaveLength(1)
  })

  test('the Schnellcheck counts key questions only', () => {
    const progress = read({ 'a-struktur': 'answered' }, {}, 'schnell')
    expect(progress.questions).toBe(4)
    expect(stateOf(progress, 'a')).toBe('done')
  })

  test('done counts finished factors per level', () => {
    expect(read({ 'c-struktur': 'answered', 'c-praxis': 'unknown' }).levels.map(({ done }) => done)).toEqual([0, 1, 0])
  })
})

describe('resumeAt', () => {
  test('begins with the first factor', () => {
    expect(resumeAt(read(), null)?.factor.id).toBe('a')
  })

  test('stays with the factor saved last while it has an open question', () => {
    expect(resumeAt(read({ 'c-struktur': 'answered' }), 'c')?.factor.id).toBe('c')
  })

  test('goes on after it, and from the start again at the end', () => {
    const states = { 'd-struktur': 'answered', 'd-praxis': 'answered' }
    expect(resumeAt(read(states), 'd')?.factor.id).toBe('a')
    expect(resumeAt(read({ 'a-struktur': 'answered', 'a-praxis': 'answered' }), 'a')?.factor.id).toBe('b')
  })

  test('gives null when nothing is open', () => {
    const all = Object.fromEntries(
      ['a', 'b', 'c', 'd'].flatMap((id) => [`${id}-struktur`, `${id}-praxis`].map((question) => [question, 'answered'])),
    )
    expect(resumeAt(read(all), 'a')).toBeNull()
  })
})
