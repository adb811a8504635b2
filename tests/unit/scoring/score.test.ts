import { describe, expect, test } from '@jest/globals'
import { scoreSheet } from '@/lib/scoring/score'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { allMarks, buildSheet } from '@/tests/factories/build-sheet'
import { instrumentOutline } from '@/tests/factories/instrument-outline'

const questionnaire = buildQuestionnaire(instrumentOutline)

describe('scoreSheet', () => {
  test('a mixed level has the place as its subject, its Kommune factors keep theirs', () => {
    const [place] = scoreSheet(questionnaire, buildSheet(questionnaire, allMarks(questionnaire, 2))).places
    const intermediaer = place!.levels[1]!
    expect(intermediaer.subject).toBe('nord')
    expect(intermediaer.factors.map(({ subject }) => subject)).toEqual([
      'nord',
      'nord',
      'kommune',
      'nord',
      'nord',
      'kommune',
      'kommune',
    ])
  })

  test('shows the Kommune before a Quartier is named', () => {
    const sheet = { ...buildSheet(questionnaire, allMarks(questionnaire, 2)), places: [] }
    const [place, ...others] = scoreSheet(questionnaire, sheet).places
    expect(others).toEqual([])
    expect(place!.levels.map(({ score }) => score?.valueOf() ?? null)).toEqual([50, null, null])
    expect(place!.placeName).toBe('')
  })

  test('answers of a Quartier never count for the Kommune, nor the other way round', () => {
    const sheet = buildSheet(questionnaire, {})
    const swapped = { ...sheet, kommune: { 'raeume-struktur': { state: 'answered', value: 4 } as const } }
    const [place] = scoreSheet(questionnaire, swapped).places
    expect(place!.levels.reduce((sum, { coverage }) => sum + coverage.answered, 0)).toBe(0)
  })

  test('the Schnellcheck asks 23 questions, and a Quartier of 2 everywhere is „im Aufbau“', () => {
    const [place] = scoreSheet(questionnaire, buildSheet(questionnaire, allMarks(questionnaire, 2), { mode: 'schnell' })).places
    expect(place!.levels.map(({ coverage }) => coverage.applicable)).toEqual([8, 7, 8])
    expect(place!.levels.map(({ stage }) => stage)).toEqual(['im-aufbau', 'im-aufbau', 'im-aufbau'])
    expect(place!.balance.state).toBe('balanced')
  })
})
