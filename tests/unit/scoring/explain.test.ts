import { describe, expect, test } from '@jest/globals'
import { explainFactor, explainLevel, nextTippingAnswer } from '@/lib/scoring/explain'
import { scoreSheet } from '@/lib/scoring/score'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { allMarks, buildSheet, type Marks } from '@/tests/factories/build-sheet'
import { instrumentOutline } from '@/tests/factories/instrument-outline'

const questionnaire = buildQuestionnaire(instrumentOutline)

function results(marks: Marks, more: Parameters<typeof buildSheet>[2] = {}) {
  const sheet = buildSheet(questionnaire, marks, more)
  const place = scoreSheet(questionnaire, sheet).places[0]!
  const factor = (id: string) => place.levels.flatMap(({ factors }) => factors).find(({ factorId }) => factorId === id)!
  const level = (id: string) => place.levels.find(({ levelId }) => levelId === id)!
  const tip = (kind: 'factor' | 'level', id: string) => nextTippingAnswer(questionnaire, sheet, { kind, id, placeId: 'nord' })
  return { factor, level, tip }
}

describe('what a figure is made of (R6)', () => {
  test('a factor: points and weights of what is answered, the rest with its reason', () => {
    const { factor } = results({ strategie: [3, 2], sozialraum: [1, '?'], stadtdialog: [1, '-'] })
    const strategie = explainFactor(factor('strategie'))
    expect(strategie.inputs.map(({ id, points, weight }) => [id, points.valueOf(), weight.toFraction()])).toEqual([
      ['strategie-struktur', 75, '1/2'],
      ['strategie-praxis', 50, '1/2'],
    ])
    expect(strategie.leftOut).toEqual([])
    expect(explainFactor(factor('sozialraum')).leftOut).toEqual([{ id: 'sozialraum-praxis', because: 'unknown' }])
    expect(explainFactor(factor('stadtdialog')).leftOut).toEqual([{ id: 'stadtdialog-praxis', because: 'user' }])
    expect(explainFactor(factor('ressourcen')).leftOut.map(({ because }) => because)).toEqual(['open', 'open'])
  })

  test('what profile and mode leave out', () => {
    const { factor, level } = results(allMarks(questionnaire, 3), { profile: { status: 'kreisfrei' }, mode: 'schnell' })
    expect(explainFactor(factor('landkreis')).leftOut.map(({ because }) => because)).toEqual(['profile', 'profile'])
    expect(explainFactor(factor('strategie')).leftOut).toEqual([{ id: 'strategie-praxis', because: 'mode' }])
    expect(explainLevel(level('verwaltung')).leftOut).toEqual([{ id: 'landkreis', because: 'profile' }])
  })

  test('a level: its assessable factors, each one n-th', () => {
    const marks = allMarks(questionnaire, 3, { umsetzung: ['?', 3], stadtdialog: ['-', '-'] })
    const { inputs, leftOut, cap } = explainLevel(results(marks).level('intermediaer'))
    expect(inputs).toHaveLength(5)
    expect(inputs.every(({ weight }) => weight.toFraction() === '1/5')).toBe(true)
    expect(leftOut).toEqual([
      { id: 'umsetzung', because: 'not-assessable' },
      { id: 'stadtdialog', because: 'user' },
    ])
    expect(cap).toBeNull()
  })

  test.each<[string, Marks, string]>([
    ['unknown', { raeume: ['?', 4] }, 'not-assessable'],
    ['a low key answer', { raeume: [1, 4] }, 'key-answer'],
    ['a low value', { raeume: [2, 1] }, 'value'],
  ])('a cap names the foundation and what it misses: %s', (_, marks, because) => {
    expect(explainLevel(results(allMarks(questionnaire, 4, marks)).level('vor-ort')).cap).toEqual({
      from: 'verankert',
      to: 'im-aufbau',
      by: [{ factorId: 'raeume', because }],
    })
  })
})

describe('the next answer that would tip a stage (R6)', () => {
  test.each<[string, Marks, string, unknown]>([
    // 37.5 → 50
    [
      'one rung of the key question',
      { strategie: [2, 1] },
      'strategie',
      { questionId: 'strategie-struktur', value: 3, stage: 'im-aufbau' },
    ],
    // 12.5 → 25: both rise by one; the first in order counts
    [
      'ties go to the first question',
      { strategie: [0, 1] },
      'strategie',
      { questionId: 'strategie-struktur', value: 1, stage: 'punktuell' },
    ],
    [
      'a key question at the top leaves the other',
      { strategie: [4, 0] },
      'strategie',
      { questionId: 'strategie-praxis', value: 1, stage: 'etabliert' },
    ],
    // 0 → two rungs are needed
    [
      'more than one rung',
      { strategie: [0, 0] },
      'strategie',
      { questionId: 'strategie-struktur', value: 2, stage: 'punktuell' },
    ],
    ['at the top none', { strategie: [4, 4] }, 'strategie', null],
    ['without a stage none', { strategie: ['?', 4] }, 'strategie', null],
    // 100 is reached; only what is unknown is left
    [
      'an answered question before an unknown one',
      { strategie: [3, '?'] },
      'strategie',
      { questionId: 'strategie-struktur', value: 4, stage: 'verankert' },
    ],
  ])('factor: %s', (_, marks, id, tip) => {
    expect(results(marks).tip('factor', id)).toEqual(tip)
  })

  test('level: the answer that lifts a cap, not one that only adds points', () => {
    const { tip, level } = results(allMarks(questionnaire, 4, { raeume: [1, 4], image: [0, 0] }))
    expect(level('vor-ort').stage).toBe('im-aufbau')
    expect(tip('level', 'vor-ort')).toEqual({ questionId: 'raeume-struktur', value: 2, stage: 'verankert' })
  })

  test('level: an unknown foundation is the answer that is missing', () => {
    const { tip } = results(allMarks(questionnaire, 4, { schnittstelle: ['?', 4] }))
    expect(tip('level', 'intermediaer')).toEqual({ questionId: 'schnittstelle-struktur', value: 2, stage: 'verankert' })
  })

  test('level: none if two foundations hold it', () => {
    const { tip } = results(allMarks(questionnaire, 4, { rueckendeckung: [0, 0], zustaendigkeit: [0, 0] }))
    expect(tip('level', 'verwaltung')).toBeNull()
  })

  test('the tip keeps its promise', () => {
    const higher = ['ressortuebergreifend', 'strategie', 'sozialraum', 'ueberblick', 'landkreis']
    const marks = allMarks(questionnaire, 2, Object.fromEntries(higher.map((id) => [id, [3, 2] as const])))
    const tip = results(marks).tip('level', 'verwaltung')!
    expect(tip).toEqual({ questionId: 'rueckendeckung-struktur', value: 4, stage: 'etabliert' })
    const sheet = buildSheet(questionnaire, marks)
    const changed = {
      ...sheet,
      kommune: { ...sheet.kommune, [tip.questionId]: { state: 'answered' as const, value: tip.value } },
    }
    expect(scoreSheet(questionnaire, changed).places[0]!.levels[0]!.stage).toBe(tip.stage)
  })

  test('nothing for a figure that does not exist', () => {
    const { tip } = results({})
    expect(tip('factor', 'gibt-es-nicht')).toBeNull()
    expect(tip('level', 'gibt-es-nicht')).toBeNull()
  })
})
