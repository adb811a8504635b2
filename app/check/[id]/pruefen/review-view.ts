/** All answers in words, for checking. */
import type { Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { answerText } from '@/lib/report/answer-text'
import type { Progress } from '@/lib/questionnaire/progress'
import type { LevelId, Question } from '@/lib/questionnaire/schema'

export interface ReviewedAnswer {
  readonly questionId: string
  readonly stem: string
  readonly answer: string
  readonly isOpen: boolean
  readonly clarify: string
  readonly comment: string
  /** Leads to the question and returns here. */
  readonly href: string
}

export interface ReviewedFactor {
  readonly id: string
  readonly name: string
  readonly levelId: LevelId
  readonly answers: readonly ReviewedAnswer[]
}

export interface Review {
  readonly open: readonly ReviewedFactor[]
  readonly unknown: readonly ReviewedFactor[]
  readonly levels: readonly { readonly levelId: LevelId; readonly factors: readonly ReviewedFactor[] }[]
}

/** Gives the answers: open and unknown ones by themselves, then everything by level. */
export function reviewOf({ view }: Check, progress: Progress): Review {
  const toAnswer = (factorId: string, office: string, question: Question): ReviewedAnswer => {
    const stored = view.answers[question.id]
    const answer = stored?.answer ?? { state: 'open' as const }
    return {
      questionId: question.id,
      stem: question.stem,
      answer: answerText(t, question, answer),
      isOpen: answer.state === 'open',
      clarify: stored?.clarifyWith || (answer.state === 'unknown' ? office : ''),
      comment: stored?.comment ?? '',
      href: `/check/${view.id}/frage/${factorId}?zurueck=pruefen#q-${question.id}`,
    }
  }
  const pick = (choose: (factor: Progress['factors'][number]) => readonly Question[]) =>
    progress.factors.flatMap((one): ReviewedFactor[] => {
      const { id, name, level, office } = one.factor
      const answers = choose(one).map((question) => toAnswer(id, office, question))
      return answers.length > 0 ? [{ id, name, levelId: level, answers }] : []
    })
  const all = pick(({ questions }) => questions)
  return {
    open: pick(({ open }) => open),
    unknown: pick(({ unknown }) => unknown),
    levels: progress.levels.map(({ levelId }) => ({ levelId, factors: all.filter((factor) => factor.levelId === levelId) })),
  }
}
