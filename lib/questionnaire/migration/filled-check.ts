/** A filled-in check as the migration takes it: the sheet, what is written beside the answers, and what was decided. */
import type { Answer, Sheet } from '../questionnaire'

export interface Note {
  readonly comment: string
  /** „Zu klären mit …“ */
  readonly clarifyWith: string
}

/** `<subject>/<question id>`, as in the report; the subject is `kommune` or the id of a place. */
export const noteKey = (subject: string, questionId: string) => `${subject}/${questionId}`

/** `Decision` is whatever is stored by measure id; it is handed on untouched. */
export interface FilledCheck<Decision = unknown> {
  readonly sheet: Sheet
  readonly notes: Readonly<Record<string, Note>>
  readonly decisions: Readonly<Record<string, Decision>>
}

/** What is stored about one question of one subject. */
export interface StoredEntry {
  /** `kommune` or the id of a place. */
  readonly subject: string
  /** Empty for the Kommune. */
  readonly placeName: string
  readonly answer: Answer
  readonly note: Note
}

const noNote: Note = { comment: '', clarifyWith: '' }
export const hasNote = ({ comment, clarifyWith }: Note) => comment !== '' || clarifyWith !== ''

/** Gives what is stored about a question, of every subject that has an answer or a note. */
export function entriesOf({ sheet, notes }: FilledCheck, questionId: string): readonly StoredEntry[] {
  const subjects = [{ id: 'kommune', name: '', answers: sheet.kommune }, ...sheet.places]
  return subjects.flatMap(({ id, name, answers }): StoredEntry[] => {
    const answer = Object.hasOwn(answers, questionId) ? answers[questionId]! : ({ state: 'open' } as const)
    const note = notes[noteKey(id, questionId)] ?? noNote
    return answer.state === 'open' && !hasNote(note) ? [] : [{ subject: id, placeName: name, answer, note }]
  })
}
