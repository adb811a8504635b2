/** What the question page shows, as plain data that may travel to the client. Finished German. */

/** What a person can change of one answer, as the form sends it. */
export interface GivenAnswer {
  readonly choice: string
  readonly comment: string
  readonly clarify: string
}

/** How much fits into the notes: characters, and lines where there may be several. */
export interface NoteLimits {
  readonly comment: number
  readonly commentLines: number
  readonly clarify: number
}

export interface OptionView {
  readonly value: string
  readonly text: string
  readonly hint?: string
}

export interface QuestionView {
  readonly id: string
  readonly stem: string
  readonly help: string
  readonly steps: readonly OptionView[]
  /** „Weiß nicht“ and, where the question allows it, the reasons for „Trifft nicht zu“. */
  readonly apart: readonly OptionView[]
  readonly given: GivenAnswer
  /** The stored version the answer is shown with. */
  readonly version: number
  /** Taken over and not confirmed: saving it as it is confirms it. */
  readonly carried: boolean
  /** „Noch offen lassen“ was ticked in a refused form. */
  readonly later: boolean
  readonly clarifyHint: string
  /** Error texts by part of the answer. */
  readonly errors: Partial<Record<keyof GivenAnswer, string>>
}

/** The words a client component needs; `{time}`, `{limit}`, `{length}`, `{lines}` are filled in there. */
export interface QuestionTexts {
  readonly clarifySummary: string
  readonly clarifyLabel: string
  readonly commentSummary: string
  readonly commentLabel: string
  readonly commentHint: string
  readonly optional: string
  readonly clear: string
  readonly submit: string
  readonly back: string
  readonly optionalNote: string
  readonly saved: string
  readonly saving: string
  readonly failed: string
  readonly denied: string
  readonly deniedLink: string
  /** For the login over the page. */
  readonly login: Readonly<Record<'open' | 'title' | 'text' | 'email' | 'password' | 'submit' | 'later' | 'unreachable', string>>
  readonly closed: string
  readonly moved: string
  readonly reload: string
  readonly refused: string
  readonly conflict: string
  readonly showConflict: string
  readonly tooLong: string
  readonly tooManyLines: string
  readonly errorPrefix: string
  readonly errorHeading: string
  readonly errorNote: string
  /** Title of the page once something on it was refused. */
  readonly errorTitle: string
}

/** Name of a form field. `later`: an answer that was taken over stays unconfirmed. */
export const fieldName = (questionId: string, part: keyof GivenAnswer | 'version' | 'later' | 'setAside') =>
  `q.${questionId}.${part}` as const

/** Id of the element an error points at. */
export function fieldId(questionId: string, part: keyof GivenAnswer): string {
  return part === 'choice' ? `q-${questionId}-0` : `q-${questionId}-${part}`
}
