/** The history of one answer as a reader sees it: what it was, since when, and by whom. */
import { type AnswerContent, sameContent } from './answer-conflict'
import { type ChangeOrigin, originOf } from './change-origin'
import { toNoted } from './stored-answer'
import type { NotedAnswer } from './types'

/** A row of the append-only history. */
export interface RecordedChange {
  readonly formId: string
  /** What the answer was before. */
  readonly before: AnswerContent
  /** Name of the person; null without an account, or when the person was deleted. */
  readonly by: string | null
  readonly at: Date
}

export interface HistoryEntry extends NotedAnswer {
  readonly origin: ChangeOrigin
  readonly by: string | null
  readonly at: Date
  /** The version of the questionnaire it was given under. */
  readonly questionnaireVersion: string
}

/**
 * Gives what an answer was after each change, latest first. After a version was set aside, the one that stays is recorded once
 * more; that is not told twice.
 * @param changes in the order in which they were made
 * @param current the answer as it is stored
 * @param version of the questionnaire that the assessment has now
 */
export function historyOf(changes: readonly RecordedChange[], current: AnswerContent, version: string): HistoryEntry[] {
  const entries: HistoryEntry[] = []
  let questionnaireVersion = version
  let after = current
  for (let index = changes.length - 1; index >= 0; index -= 1) {
    const { formId, before, by, at } = changes[index]!
    const origin = originOf(formId)
    const earlier = changes[index - 1]
    const repeats = earlier && originOf(earlier.formId).kind === 'set-aside' && sameContent(after, earlier.before)
    if (!repeats) entries.push({ ...toNoted(after), origin, by, at, questionnaireVersion })
    if (origin.kind === 'moved') questionnaireVersion = origin.from
    after = before
  }
  return entries
}
