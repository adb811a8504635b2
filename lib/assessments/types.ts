/** What the assessment service takes and gives. Pages and Route Handlers see these types, never Prisma's. */
import type { Answer, Mode, Profile } from '../questionnaire/questionnaire'
import type { SubjectKind } from '../questionnaire/schema'
import type { SetTarget } from '../recommendations/types'
import type { MeasureDecisionId } from '../report/types'
import type { FieldError } from '../errors'

/** An answer with what is written beside it. */
export interface NotedAnswer {
  readonly answer: Answer
  readonly comment: string
  readonly clarifyWith: string
}

/** An answer as stored: what scores, plus what is written beside it, and the version for conflict detection (0 = never saved). */
export interface StoredAnswer {
  readonly answer: Answer
  /** Quartier answers belong to the named Quartier, the others to the Kommune. */
  readonly subject: SubjectKind
  readonly comment: string
  /** „Zu klären mit …“ */
  readonly clarifyWith: string
  readonly version: number
  readonly updatedAt: Date | null
  /**
   * „Übernommen, bitte bestätigen“: what was taken over from earlier. Until somebody confirms it, `answer` is open and the notes
   * are empty, so that nothing counts or reports it.
   */
  readonly carried: NotedAnswer | null
}

/** What an assessment is in its workspace. */
export interface RoundView {
  readonly workspaceId: string
  readonly name: string
  /** `2026-01-01`, or null. */
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly status: RoundStatus
  /** 1 until it is reopened. */
  readonly revision: number
  /** Aktenzeichen; empty: none. */
  readonly fileReference: string
  /** The round whose answers were taken over; null if it began empty, was taken over itself, or that round is gone. */
  readonly basedOnId: string | null
  /** What the town aims at for the Kommune and this Quartier, by factor id; all others aim at 75. */
  readonly targets: Readonly<Record<string, SetTarget>>
}

export type RoundStatus = 'offen' | 'abgeschlossen'

/** One assessment as the pages see it. */
export interface AssessmentView {
  readonly id: string
  /** Null if it was begun without an account and belongs to no workspace. */
  readonly round: RoundView | null
  readonly mode: Mode
  readonly questionnaireId: string
  readonly questionnaireVersion: string
  readonly profile: Profile
  readonly profileVersion: number
  readonly challenges: readonly string[]
  /** Null until named. Stage 1 has one. */
  readonly place: { readonly id: string; readonly name: string } | null
  /** By question id; a missing entry was never saved. */
  readonly answers: Readonly<Record<string, StoredAnswer>>
  readonly decisions: Readonly<
    Record<string, { readonly decision: MeasureDecisionId; readonly reason: string; readonly version: number }>
  >
  readonly details: { readonly agreedOn: string | null; readonly answeredBy: readonly string[]; readonly hasCoatOfArms: boolean }
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** 36 months after last use; null in a workspace, which keeps its rounds. */
  readonly deletedOn: Date | null
  readonly resumeCodeIssuedAt: Date | null
}

/** How far an assessment has come. */
export interface HowFar {
  /** Questions that are not open. */
  readonly answered: number
  /** Of how many that apply; null if this installation does not have the questionnaire. */
  readonly total: number | null
}

export interface AssessmentSummary extends HowFar {
  readonly id: string
  readonly name: string
  readonly quartier: string
  readonly mode: Mode
  readonly lastSeenAt: Date
  readonly deletedOn: Date
}

/**
 * One question as submitted. `choice`: `'0'`…`'4'`, `'unknown'`, `'na:<reason id>'`, or `''` for open.
 * `version` is the stored version the field was shown with.
 */
export interface SubmittedAnswer {
  readonly choice: string
  readonly comment: string
  readonly clarifyWith: string
  readonly version: number
  /** True leaves an answer that was taken over unconfirmed; a save of it confirms it otherwise. */
  readonly later?: boolean
  /** True keeps the stored version of an answer that exists in two: this one goes into the history only. */
  readonly setAside?: boolean
}

export interface AnswerSubmission {
  /** Random id of the rendered form: its own earlier saves never conflict with it. */
  readonly formId: string
  /**
   * Rises with each save of one rendered form, e.g. `Math.max(last + 1, Date.now())`: an autosave that arrives late does not
   * overwrite a newer one. Missing without scripts, where a form is sent once.
   */
  readonly seq?: number
  /** If given, questions of other factors are refused. */
  readonly factor?: string
  /** The version of the questionnaire that was shown; another one than the assessment's is refused. */
  readonly questionnaire?: string
  readonly answers: Readonly<Record<string, SubmittedAnswer>>
}

/** Both sides changed one answer: nothing was overwritten. */
export interface AnswerConflict {
  readonly questionId: string
  readonly stored: StoredAnswer
  readonly submitted: SubmittedAnswer
}

export interface SaveAnswersResult {
  /** When the valid answers were durably stored (UTC). */
  readonly savedAt: Date
  readonly versions: Readonly<Record<string, number>>
  readonly conflicts: readonly AnswerConflict[]
  /** Questions whose submitted answer was dropped because a later save of the same form was faster. */
  readonly superseded: readonly string[]
  readonly errors: readonly FieldError[]
}

/** A refused native submission, kept 24 hours so that the page can show what was typed. */
export interface RejectedInput {
  readonly payload: Readonly<Record<string, string | readonly string[]>>
  readonly errors: readonly FieldError[]
}
