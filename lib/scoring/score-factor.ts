/** Figures of one factor (R1–R3). */
import { leftOutBy } from '../questionnaire/applicability'
import type { Answer, Answers, Mode, Profile } from '../questionnaire/questionnaire'
import type { Factor, Question } from '../questionnaire/schema'
import { ratio } from './exact'
import { stageOf } from './stage'
import type { Coverage, FactorResult, QuestionResult } from './types'

/** Points of one rung of the ladder: 4 rungs are 100 points (R2). */
const pointsPerRung = 25
const highestRung = 4
/** R3: a foundation is met from this rung of its key question, and this value of the factor. */
export const foundationRung = 2
export const foundationValue = 50

const open: Answer = { state: 'open' }

/**
 * The answer that counts (R1). What profile or mode leave out is not applicable, whatever is stored: the stored answer
 * stays where it is and counts again as soon as the question applies again.
 */
function questionResult(factor: Factor, question: Question, answers: Answers, profile: Profile, mode: Mode): QuestionResult {
  const leftOut = leftOutBy(factor, question, profile, mode)
  const answer: Answer = leftOut ? { state: 'not_applicable', reason: leftOut } : (answers[question.id] ?? open)
  return { questionId: question.id, role: question.role, answer, leftOut }
}

/** Counts states; questions left out by profile or mode are in none of the counts. */
function coverageOf(questions: readonly QuestionResult[]): Coverage {
  const counts = { answered: 0, unknown: 0, open: 0, not_applicable: 0 }
  for (const { answer, leftOut } of questions) if (!leftOut) counts[answer.state] += 1
  const { answered, unknown, open: opened, not_applicable: notApplicable } = counts
  const applicable = answered + unknown + opened
  return {
    answered,
    unknown,
    open: opened,
    notApplicable,
    applicable,
    share: applicable > 0 ? ratio(answered, applicable) : null,
  }
}

/**
 * Scores a factor from the answers that count.
 * @param subject `kommune` or the id of a place
 */
export function factorResult(factor: Factor, subject: string, questions: readonly QuestionResult[]): FactorResult {
  const coverage = coverageOf(questions)
  const { answered, applicable } = coverage
  const key = questions.find(({ role }) => role === 'key')?.answer
  const rungs = questions.reduce((sum, { answer }) => (answer.state === 'answered' ? sum + answer.value : sum), 0)

  const mean = answered > 0 ? ratio(rungs * pointsPerRung, answered) : null
  const assessable = key?.state === 'answered' && answered * 2 >= applicable
  const score = assessable ? mean : null
  const keyHolds = key?.state === 'answered' && key.value >= foundationRung

  return {
    factorId: factor.id,
    level: factor.level,
    subject,
    questions,
    applicable: applicable > 0,
    score,
    provisionalScore: mean,
    bounds:
      applicable > 0
        ? {
            low: ratio(rungs * pointsPerRung, applicable),
            high: ratio((rungs + (applicable - answered) * highestRung) * pointsPerRung, applicable),
          }
        : null,
    coverage,
    stage: score && stageOf(score),
    met: score !== null && keyHolds && score.gte(foundationValue),
  }
}

/** Scores a factor from what is stored about one subject. */
export function scoreFactor(factor: Factor, subject: string, answers: Answers, profile: Profile, mode: Mode): FactorResult {
  const questions = factor.questions.map((question) => questionResult(factor, question, answers, profile, mode))
  return factorResult(factor, subject, questions)
}
