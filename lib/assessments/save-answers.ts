/**
 * The hot path: one synchronous SQLite transaction for key, conflict rule, answer, history and confirmation. Without Prisma,
 * because a save is by far the most frequent request (docs/adr/0004); everything else goes through the repository.
 */
import type { Database as Connection, Statement } from 'better-sqlite3'
import { denied } from '../accounts/guard'
import { may, roleSchema } from '../accounts/permissions'
import { AppError, type FieldError } from '../errors'
import type { Answer } from '../questionnaire/questionnaire'
import { type AnswerContent, type ContentChange, type StoredContent, judge } from './answer-conflict'
import { setAsideIn } from './change-origin'
import { questionnaireOf } from './content'
import { limits } from './limits'
import { answerField, checkAnswers, type ValidAnswer } from './parse-answers'
import { fromContent, toContent } from './stored-answer'
import { rememberUse } from './retention'
import type { AnswerConflict, AnswerSubmission, SaveAnswersResult } from './types'

interface Access {
  /** Null in a workspace. */
  keyId: string | null
  /** Null without a workspace. */
  userId: string | null
  role: string | null
  status: string
  responseId: string
  placeId: string
  questionnaireId: string
  questionnaireVersion: string
  lastSeenAt: number
}
/** `carriedOver` as SQLite has it, 0 or 1. */
type AnswerRow = StoredContent & { updatedAt: number; carriedOver: number }
type ChangeRow = Omit<ContentChange, 'before'> & { before: string }

const sql = {
  access: `
    SELECT k.id AS keyId, NULL AS userId, NULL AS role, a.status, r.id AS responseId, p.placeId, a.questionnaireId,
      a.questionnaireVersion, a.lastSeenAt
    FROM "AccessKey" k
    JOIN "KeyGrant" g ON g.keyId = k.id
    JOIN "Assessment" a ON a.id = g.assessmentId
    JOIN "Response" r ON r.assessmentId = a.id AND r.kind = 'single'
    JOIN "AssessmentPlace" p ON p.assessmentId = a.id AND p.position = 0
    WHERE k.keyHash = @keyHash AND k.kind = 'browser' AND k.revokedAt IS NULL AND k.expiresAt > @now AND a.id = @assessmentId
      AND a.workspaceId IS NULL`,
  memberAccess: `
    SELECT NULL AS keyId, m.userId, m.role, a.status, r.id AS responseId, p.placeId, a.questionnaireId, a.questionnaireVersion,
      a.lastSeenAt, a.workspaceId
    FROM "Assessment" a
    JOIN "Membership" m ON m.workspaceId = a.workspaceId
    JOIN "Response" r ON r.assessmentId = a.id AND r.kind = 'single'
    JOIN "AssessmentPlace" p ON p.assessmentId = a.id AND p.position = 0
    WHERE a.id = @assessmentId AND m.userId = @userId`,
  answer: `
    SELECT state, value, reason, comment, clarifyWith, version, formId, seq, updatedAt, carriedOver
    FROM "Answer" WHERE responseId = ? AND subjectId = ? AND questionId = ?`,
  changes: `
    SELECT version, formId, before FROM "AnswerChange"
    WHERE responseId = ? AND subjectId = ? AND questionId = ? AND version > ? ORDER BY version`,
  write: `
    INSERT INTO "Answer" (responseId, subjectId, questionId, state, value, reason, comment, clarifyWith, version, formId, seq, updatedAt)
    VALUES (@responseId, @subjectId, @questionId, @state, @value, @reason, @comment, @clarifyWith, @version, @formId, @seq, @now)
    ON CONFLICT (responseId, subjectId, questionId) DO UPDATE SET state = excluded.state, value = excluded.value,
      reason = excluded.reason, comment = excluded.comment, clarifyWith = excluded.clarifyWith, carriedOver = 0,
      version = excluded.version, formId = excluded.formId, seq = excluded.seq, updatedAt = excluded.updatedAt`,
  record: `
    INSERT INTO "AnswerChange" (responseId, subjectId, questionId, version, before, formId, actorId, at)
    VALUES (@responseId, @subjectId, @questionId, @version, @before, @formId, @actorId, @now)`,
  thin: `
    DELETE FROM "AnswerChange" AS c
    WHERE c.responseId = @responseId AND c.subjectId = @subjectId AND c.questionId = @questionId AND c.version <= @whole
      AND (c.version <= @atMost OR c.formId = (
        SELECT p.formId FROM "AnswerChange" p WHERE p.responseId = c.responseId AND p.subjectId = c.subjectId
          AND p.questionId = c.questionId AND p.version < c.version ORDER BY p.version DESC LIMIT 1))`,
  count: `UPDATE "Answer" SET seq = ? WHERE responseId = ? AND subjectId = ? AND questionId = ?`,
  seen: `UPDATE "Assessment" SET lastSeenAt = ? WHERE id = ?`,
  keepKey: `UPDATE "AccessKey" SET expiresAt = ? WHERE id = ?`,
  forgetRejected: `DELETE FROM "RejectedInput" WHERE keyId = (SELECT id FROM "AccessKey" WHERE keyHash = ?) AND form = ? AND conflict = 0`,
} as const

type Statements = Record<keyof typeof sql, Statement<unknown[]>>
const prepared = new WeakMap<Connection, Statements>()

/** Compiled once per connection. Prisma's adapter asks for bigints; these statements want plain numbers. */
function statementsOf(connection: Connection): Statements {
  const known = prepared.get(connection)
  if (known) return known
  const compile = (text: string) => connection.prepare<unknown[]>(text).safeIntegers(false)
  const made = Object.fromEntries(Object.entries(sql).map(([name, text]) => [name, compile(text)])) as Statements
  prepared.set(connection, made)
  return made
}

/**
 * Keeps the history of an answer finite, and with it what a save and the page of the history cost: nobody fills the disk by saving
 * one answer for ever. Of the versions that one form wrote one after the other, only what was there before is of interest later.
 */
function thinHistory(
  statements: Statements,
  target: { readonly responseId: string; readonly subjectId: string; readonly questionId: string },
  version: number,
): void {
  const { whole, atMost, lookEvery } = limits.history
  if (version % lookEvery === 0) statements.thin.run({ ...target, whole: version - whole, atMost: version - atMost })
}

/** One answer: judged, and written if the verdict says so. */
function saveOne(statements: Statements, access: Access, one: ValidAnswer, submission: AnswerSubmission, now: number) {
  const subjectId = one.subject === 'quartier' ? access.placeId : ''
  const place = [access.responseId, subjectId, one.questionId] as const
  const stored = (statements.answer.get(...place) as AnswerRow | undefined) ?? null
  const content: AnswerContent = toContent(one.answer, one.submitted)
  const { formId, seq = null } = submission
  const verdict = judge(stored, { content, shown: one.submitted.version, formId, seq }, (version) =>
    (statements.changes.all(...place, version) as ChangeRow[]).map((row) => ({
      ...row,
      before: JSON.parse(row.before) as AnswerContent,
    })),
  )
  if (verdict === 'same' && stored && seq !== null && stored.formId === formId && seq > stored.seq) {
    statements.count.run(seq, ...place)
  }
  // Saved as it was taken over: that confirms it, as a change of its own, so that the history says when and by whom.
  const confirmed = verdict === 'same' && stored?.carriedOver === 1 && !one.submitted.later
  if (verdict !== 'write' && !confirmed) return { verdict, stored, version: stored?.version ?? 0 }
  const ownCount = stored?.formId === formId ? stored.seq + 1 : 0
  const target = { responseId: access.responseId, subjectId, questionId: one.questionId }
  const write = (next: AnswerContent, before: AnswerContent, version: number, origin: string) => {
    statements.write.run({ ...target, ...next, version, formId, now, seq: seq ?? ownCount })
    const record = { ...target, version, formId: origin, now, actorId: access.userId, before: JSON.stringify(before) }
    statements.record.run(record)
    thinHistory(statements, target, version)
    return { verdict, stored, version }
  }
  if (!stored) return write(content, emptyBefore, 1, formId)
  const before = contentOf(stored)
  if (!one.submitted.setAside) return write(content, before, stored.version + 1, formId)
  // The one that loses becomes a version of its own, and the one that stays follows it: so both are in the history.
  write(content, before, stored.version + 1, setAsideIn(formId))
  return write(before, content, stored.version + 2, formId)
}

const contentOf = ({ state, value, reason, comment, clarifyWith }: AnswerContent): AnswerContent => ({
  state,
  value,
  reason,
  comment,
  clarifyWith,
})
const emptyBefore = toContent({ state: 'open' } satisfies Answer, { comment: '', clarifyWith: '' })

export interface SaveRequest {
  readonly keyHash: string
  readonly userId: string | null
  readonly assessmentId: string
  readonly submission: AnswerSubmission
  readonly now: Date
}

/** The rules of `requireAccess` for saving, in two look-ups without Prisma. @throws AppError `forbidden` or `round-closed` */
function findAccess(
  statements: Statements,
  { keyHash, userId, assessmentId, now }: { keyHash: string; userId: string | null; assessmentId: string; now: number },
): Access | undefined {
  const byKey = statements.access.get({ keyHash, assessmentId, now }) as Access | undefined
  if (byKey || userId === null) return byKey
  const byRole = statements.memberAccess.get({ assessmentId, userId }) as (Access & { workspaceId: string }) | undefined
  if (!byRole) return undefined
  if (!may(roleSchema.parse(byRole.role), 'round.answer')) throw denied({ key: null, userId }, byRole.workspaceId, 'round.answer')
  if (byRole.status !== 'offen') throw new AppError('round-closed')
  return byRole
}

/**
 * Saves one submission inside the caller's transaction.
 * @param keyHash of the browser key
 * @param userId of the person who is signed in, or null
 * @returns null if neither opens the assessment
 * @throws AppError `forbidden` or `round-closed`; `questionnaire-moved` if it was answered in another version; `unknown-question` for a factor that does not exist;
 *   `questionnaire-missing` if this installation no longer has the assessment's questionnaire
 */
export function saveAnswersNow(
  connection: Connection,
  { keyHash, userId, assessmentId, submission, now }: SaveRequest,
): SaveAnswersResult | null {
  const statements = statementsOf(connection)
  const time = now.getTime()
  const access = findAccess(statements, { keyHash, userId, assessmentId, now: time })
  if (!access) return null
  if (submission.questionnaire !== undefined && submission.questionnaire !== access.questionnaireVersion) {
    // The page shows the questions of another version: what was answered there says nothing about these.
    throw new AppError('questionnaire-moved')
  }
  const questionnaire = questionnaireOf(access)
  if (submission.factor !== undefined && !questionnaire.factorById.has(submission.factor)) {
    // Without this, a form with no answers in it would be confirmed for a factor that does not exist.
    throw new AppError('unknown-question', { fields: [{ field: 'factor', code: 'unknown-question' }] })
  }
  const { valid, errors } = checkAnswers(submission, questionnaire)

  const versions: Record<string, number> = {}
  const conflicts: AnswerConflict[] = []
  const superseded: string[] = []
  const refused: FieldError[] = [...errors]
  for (const one of valid) {
    const { verdict, stored, version } = saveOne(statements, access, one, submission, time)
    versions[one.questionId] = version
    if (verdict === 'superseded') superseded.push(one.questionId)
    if (verdict === 'wrong-version') refused.push({ field: answerField(one.questionId, 'version'), code: 'wrong-version' })
    if (verdict === 'conflict' && stored) {
      conflicts.push({ questionId: one.questionId, stored: fromContent(stored, one.subject), submitted: one.submitted })
    }
  }
  const use = rememberUse(now, new Date(access.lastSeenAt))
  if (use) {
    statements.seen.run(use.lastSeenAt.getTime(), assessmentId)
    if (access.keyId !== null) statements.keepKey.run(use.keyExpiresAt.getTime(), access.keyId)
  }
  if (submission.factor !== undefined && refused.length === 0 && conflicts.length === 0) {
    statements.forgetRejected.run(keyHash, `answers:${assessmentId}:${submission.factor}`)
  }
  return { savedAt: now, versions, conflicts, superseded, errors: refused }
}
