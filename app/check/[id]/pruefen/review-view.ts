/** All answers in words, for checking. */
import type { Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { shownAnswer } from '@/lib/assessments/stored-answer'
import { answerText } from '@/lib/report/answer-text'
import type { Progress } from '@/lib/questionnaire/progress'
import type { LevelId, Question } from '@/lib/questionnaire/schema'

export interface ReviewedAnswer {
  readonly questionId: string
  readonly stem: string
  readonly answer: string
  readonly isOpen: boolean
  /** Taken over and not confirmed yet: shown as it was taken over. */
  readonly isCarried: boolean
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
  /** Taken over and not confirmed yet. */
  readonly toConfirm: readonly ReviewedFactor[]
  readonly open: readonly ReviewedFactor[]
  readonly unknown: readonly ReviewedFactor[]
  readonly levels: readonly { readonly levelId: LevelId; readonly factors: readonly ReviewedFactor[] }[]
}

const nothing = { answer: { state: 'open' }, comment: '', clarifyWith: '' } as const

/** Gives the answers: open and unknown ones by themselves, then everything by level. */
export function reviewOf({ view }: Check, progress: Progress): Review {
  const isCarried = ({ id }: Question) => Boolean(view.answers[id]?.carried)
  const toAnswer = (factorId: string, office: string, question: Question): ReviewedAnswer => {
    const stored = view.answers[question.id]
    const { answer, comment, clarifyWith } = stored ? shownAnswer(stored) : nothing
    return {
      questionId: question.id,
      stem: question.stem,
      answer: answerText(t, question, answer),
      isOpen: answer.state === 'open',
      isCarried: isCarried(question),
      clarify: clarifyWith || (answer.state === 'unknown' ? office : ''),
      comment,
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
    toConfirm: pick(({ open }) => open.filter(isCarried)),
    open: pick(({ open }) => open.filter((question) => !isCarried(question))),
    unknown: pick(({ unknown }) => unknown),
    levels: progress.levels.map(({ levelId }) => ({ levelId, factors: all.filter((factor) => factor.levelId === levelId) })),
  }
}
