/** What becomes of one stored answer, and of what is written beside it. */
import type { Answer } from '../questionnaire'
import type { StoredEntry } from './filled-check'
import type { MigrationPath } from './migration-path'

/**
 * `taken`: as it was. `mapped`: translated to the new scale. Both have to be confirmed.
 * `shown`: not taken; stands beside the question for orientation. `left`: stays in the old round only.
 * `none`: there was no answer, only a note.
 */
export type Outcome = 'taken' | 'mapped' | 'shown' | 'left' | 'none'

export interface EntryMigration {
  readonly outcome: Outcome
  /** The answer in the new version; open unless taken or mapped. */
  readonly answer: Answer
  /** Comment and „Zu klären mit …“ go along with the answer; otherwise they stay readable in the old round. */
  readonly noteTaken: boolean
}

const open: Answer = { state: 'open' }

/** True if every later version offers the reason given for „Trifft nicht zu“. */
function reasonOffered({ through }: MigrationPath, questionId: string, reason: string): boolean {
  return through.every((version) => version.questionById.get(questionId)?.notApplicable.some(({ id }) => id === reason))
}

/** Gives what becomes of an answer. A reason for „Trifft nicht zu“ that is no longer offered cannot be taken over. */
export function migrateEntry(path: MigrationPath, questionId: string, { answer }: StoredEntry): EntryMigration {
  const fate = path.fates.get(questionId)
  const none = answer.state === 'open'
  if (!fate || fate.kind === 'dropped' || fate.kind === 'added') {
    return { outcome: none ? 'none' : 'left', answer: open, noteTaken: false }
  }
  if (fate.kind === 'reworded') return { outcome: none ? 'none' : 'shown', answer: open, noteTaken: false }
  if (none) return { outcome: 'none', answer: open, noteTaken: true }
  if (answer.state === 'not_applicable' && !reasonOffered(path, questionId, answer.reason)) {
    return { outcome: 'shown', answer: open, noteTaken: false }
  }
  if (fate.kind === 'scale-changed' && answer.state === 'answered') {
    return { outcome: 'mapped', answer: { state: 'answered', value: fate.mapping[answer.value] }, noteTaken: true }
  }
  return { outcome: 'taken', answer, noteTaken: true }
}
