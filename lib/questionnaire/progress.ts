/** How far an assessment has come: what is fertig, begonnen or offen, and where to go on. */
import { leftOutBy } from './applicability'
import type { Mode, Profile, Questionnaire } from './questionnaire'
import type { Factor, LevelId, Question } from './schema'

type State = 'answered' | 'unknown' | 'not_applicable' | 'open'

export interface FactorProgress {
  readonly factor: Factor
  /** The questions that are asked, in order. */
  readonly questions: readonly Question[]
  /** `done`: every question is answered, unknown or marked „Trifft nicht zu“. */
  readonly state: 'open' | 'begun' | 'done'
  readonly unknown: readonly Question[]
  readonly open: readonly Question[]
}

export interface LevelProgress {
  readonly levelId: LevelId
  readonly factors: readonly FactorProgress[]
  /** Factors left out by the profile. */
  readonly leftOut: readonly Factor[]
  readonly done: number
}

export interface Progress {
  readonly levels: readonly LevelProgress[]
  /** All factors that are asked, in the order of the instrument. */
  readonly factors: readonly FactorProgress[]
  readonly questions: number
  /** Questions that are not open. */
  readonly handled: number
  readonly open: readonly Question[]
}

interface Given {
  readonly mode: Mode
  readonly profile: Profile
  /** State by question id; missing means open. */
  readonly states: Readonly<Record<string, State>>
}

function progressOf(factor: Factor, { mode, profile, states }: Given): FactorProgress {
  const questions = factor.questions.filter((question) => leftOutBy(factor, question, profile, mode) === null)
  const stateOf = ({ id }: Question) => states[id] ?? 'open'
  const open = questions.filter((question) => stateOf(question) === 'open')
  const state = open.length === 0 ? 'done' : open.length === questions.length ? 'open' : 'begun'
  return { factor, questions, state, open, unknown: questions.filter((question) => stateOf(question) === 'unknown') }
}

/** Gives the progress of one assessment. Questions left out by profile or mode do not count (R1). */
export function readProgress(questionnaire: Questionnaire, given: Given): Progress {
  const levels = questionnaire.levels.map((level): LevelProgress => {
    const all = (questionnaire.factorsOfLevel.get(level.id) ?? []).map((factor) => progressOf(factor, given))
    const factors = all.filter(({ questions }) => questions.length > 0)
    return {
      levelId: level.id,
      factors,
      leftOut: all.filter(({ questions }) => questions.length === 0).map(({ factor }) => factor),
      done: factors.filter(({ state }) => state === 'done').length,
    }
  })
  const factors = levels.flatMap((level) => level.factors)
  const open = factors.flatMap((factor) => factor.open)
  const questions = factors.reduce((sum, factor) => sum + factor.questions.length, 0)
  return { levels, factors, questions, handled: questions - open.length, open }
}

/**
 * Finds where to go on: from the factor last worked on, the next one with an open question, then from the start again.
 * @param lastFactorId the factor saved last; null before the first answer
 * @returns the factor, or null if nothing is open
 */
export function resumeAt({ factors }: Progress, lastFactorId: string | null): FactorProgress | null {
  const from = Math.max(
    0,
    factors.findIndex(({ factor }) => factor.id === lastFactorId),
  )
  const inTurn = [...factors.slice(from), ...factors.slice(0, from)]
  return inTurn.find(({ open }) => open.length > 0) ?? null
}
