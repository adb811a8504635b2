import { describe, expect, test } from '@jest/globals'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { compareScoredRounds, scoreRound, type ScoredRound } from '@/lib/scoring/compare'
import { courseOf } from '@/lib/scoring/course'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { allMarks, buildSheet, type Mark } from '@/tests/factories/build-sheet'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { levelOf, partsOf } from '@/tests/factories/read-comparison'

const one = buildQuestionnaire(instrumentOutline)
const scored = (mark: Mark, questionnaire: Questionnaire = one): ScoredRound =>
  scoreRound({ questionnaire, sheet: buildSheet(questionnaire, allMarks(questionnaire, mark)) })

describe('the course of all rounds (V6)', () => {
  test('needs two rounds to show a step', () => {
    expect(courseOf([])).toEqual([])
    expect(courseOf([scored(2)])).toEqual([])
  })

  test('compares each round with the one before it', () => {
    const rounds = [scored(1), scored(3), scored(2), scored(2)]
    const steps = courseOf(rounds)
    expect(steps.map((step) => partsOf(levelOf(step)))).toEqual([
      ['50', '50', '0', '0'],
      ['-25', '-25', '0', '0'],
      ['0', '0', '0', '0'],
    ])
    expect(steps[1]).toEqual(compareScoredRounds(rounds[1]!, rounds[2]!))
  })

  test('looks at each of 40 rounds the same number of times', () => {
    const reads = (count: number) => {
      let looks = 0
      const rounds = Array.from({ length: count }, (_, index) => {
        const { questionnaire, place } = scored((index % 5) as Mark)
        return {
          questionnaire,
          get place() {
            looks += 1
            return place
          },
        }
      })
      courseOf(rounds)
      return looks / (count - 1)
    }
    expect(reads(40)).toBe(reads(5))
  })

  test('refuses rounds of another questionnaire', () => {
    expect(() => courseOf([scored(1), scored(1, { ...one, id: 'anderer' })])).toThrow(RangeError)
  })
})
