/** Gathers what the history of a factor's answers shows. */
import { cache } from 'react'
import { readActor } from '@/app/_lib/actor'
import { progressOf, readCheck, showFailure, type Check } from '@/app/_lib/read-check'
import { showNotFound } from '@/app/_lib/show-not-found'
import type { HistoryEntry } from '@/lib/assessments/answer-history'
import { findQuestionnaire } from '@/lib/assessments/content'
import { type FactorHistory, readHistory } from '@/lib/assessments/history-service'
import { currentTime } from '@/lib/clock'
import type { Factor, Question } from '@/lib/questionnaire/schema'

export interface HistoryPageData {
  readonly check: Check
  readonly factor: Factor
  /** Those the check asks, and those that were answered before it stopped asking them. */
  readonly questions: readonly Question[]
  readonly history: FactorHistory
  /** Gives a question as it was asked when it was answered so; as it is asked now if that version is gone. */
  readonly questionThen: (question: Question, entry: HistoryEntry) => Question
}

const readHistoryOf = cache(async (id: string, factorId: string): Promise<FactorHistory> => {
  try {
    return await readHistory(await readActor(), id, factorId, currentTime())
  } catch (error) {
    return showFailure(error, `/check/${id}`)
  }
})

/** Reads the page's data; not-found for a factor that does not exist. */
export async function readHistoryPage({ id, factorId }: { id: string; factorId: string }): Promise<HistoryPageData> {
  const check = await readCheck(id)
  const factor = check.questionnaire.factorById.get(factorId)
  if (!factor) showNotFound()
  const history = await readHistoryOf(id, factorId)
  const asked = progressOf(check).factors.find((one) => one.factor.id === factorId)?.questions ?? []
  const { questionnaireId } = check.view
  return {
    check,
    factor,
    questions: factor.questions.filter((question) => asked.includes(question) || history[question.id]),
    history,
    questionThen: (question, { questionnaireVersion }) =>
      findQuestionnaire({ questionnaireId, questionnaireVersion })?.questionById.get(question.id) ?? question,
  }
}
