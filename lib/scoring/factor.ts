/** R1 and R2 for one success factor. */
import Fraction from 'fraction.js'
import { leftOutBy } from '../questionnaire/applicability'
import type { Answer, Answers, Sheet } from '../questionnaire/questionnaire'
import type { Factor } from '../questionnaire/schema'
import { stageOf } from './stage'
import type { Coverage, FactorResult, QuestionResult } from './types'

const open: Answer = { state: 'open' }
/** Points of one rung: five options over 0–100. */
const pointsPerRung = 25
const highestValue = 4

/** Counts states over questions that count. */
export function coverageOf(answers: readonly Answer[]): Coverage {
  const count = (state: Answer['state']) => answers.filter((answer) => answer.state === state).length
  const [answered, unknown, opened, notApplicable] = [count('answered'), count('unknown'), count('open'), count('not_applicable')]
  const applicable = answered + unknown + opened
  return { answered, unknown, open: opened, notApplicable, applicable, share: applicable > 0 ? new Fraction(answered, applicable) : null }
}

const meanPoints = (sum: number, count: number) => new Fraction(sum * pointsPerRung, count)

/**
 * Scores one factor for one subject.
 * @param answers the subject's answers by question id; a missing one is open
 */
export function scoreFactor(factor: Factor, sheet: Pick<Sheet, 'profile' | 'mode'>, subject: string, answers: Answers): FactorResult {
  const questions = factor.questions.map(
    (question): QuestionResult => ({
      questionId: question.id,
      role: question.role,
      answer: answers[question.id] ?? open,
      leftOut: leftOutBy(factor, question, sheet.profile, sheet.mode),
    }),
  )
  const counting = questions.filter((question) => !question.leftOut)
  const coverage = coverageOf(counting.map((question) => question.answer))
  const values = counting.flatMap(({ answer }) => (answer.state === 'answered' ? [answer.value as number] : []))
  const sum = values.reduce((total, value) => total + value, 0)
  const key = counting.find((question) => question.role === 'key')?.answer
  const missing = coverage.applicable - values.length
  // R2: the key question is answered, and at least half of the applicable weight.
  const assessable = key?.state === 'answered' && values.length * 2 >= coverage.applicable
  const provisionalScore = values.length > 0 ? meanPoints(sum, values.length) : null
  const score = assessable ? provisionalScore : null
  return {
    factorId: factor.id,
    level: factor.level,
    subject,
    questions,
    applicable: coverage.applicable > 0,
    score,
    provisionalScore,
    bounds:
      coverage.applicable > 0
        ? { low: meanPoints(sum, coverage.applicable), high: meanPoints(sum + missing * highestValue, coverage.applicable) }
        : null,
    coverage,
    stage: score ? stageOf(score) : null,
    met: score !== null && key?.state === 'answered' && key.value >= 2 && score.compare(50) >= 0,
  }
}
