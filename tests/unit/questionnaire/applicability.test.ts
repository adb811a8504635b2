import { describe, expect, test } from '@jest/globals'
import { applicableQuestions, factorApplies, leftOutBy } from '@/lib/questionnaire/applicability'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { instrumentOutline } from '@/tests/factories/instrument-outline'

const questionnaire = buildQuestionnaire(instrumentOutline)
const landkreis = questionnaire.factorById.get('landkreis')!

describe('applicability (R1)', () => {
  test('asks 46 questions in the full check, 23 key questions in the Schnellcheck', () => {
    expect(applicableQuestions(questionnaire, {}, 'voll')).toHaveLength(46)
    const quick = applicableQuestions(questionnaire, {}, 'schnell')
    expect(quick).toHaveLength(23)
    expect(quick.every(({ role }) => role === 'key')).toBe(true)
  })

  test('a kreisfreie Stadt is not asked about the Landkreis', () => {
    const asked = applicableQuestions(questionnaire, { status: 'kreisfrei' }, 'voll')
    expect(asked).toHaveLength(44)
    expect(asked.some(({ id }) => id.startsWith('landkreis'))).toBe(false)
  })

  test.each([
    ['no entry', {}, true],
    ['another choice', { status: 'kreisangehoerig' }, true],
    ['the excluded choice', { status: 'kreisfrei' }, false],
    ['a list with the excluded choice', { status: ['kreisangehoerig', 'kreisfrei'] }, false],
  ])('%s', (_, profile, applies) => {
    expect(factorApplies(landkreis, profile)).toBe(applies)
  })

  test('the profile is named before the mode', () => {
    const practice = landkreis.questions[1]!
    expect(leftOutBy(landkreis, practice, { status: 'kreisfrei' }, 'schnell')).toBe('profile')
    expect(leftOutBy(landkreis, practice, {}, 'schnell')).toBe('mode')
    expect(leftOutBy(landkreis, practice, {}, 'voll')).toBeNull()
  })
})
