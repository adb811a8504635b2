/**
 * What pages and Route Handlers may do with assessments. Each call checks what the actor may open; where there is no actor,
 * `key` is the plain browser key from the cookie, or null. A foreign and an absent assessment give the same `not-found`, a
 * member's role may give `forbidden`, a closed round `round-closed`. All failures are AppErrors.
 */
import { type Actor, closedTo } from '../accounts/actor'
import type { Action } from '../accounts/permissions'
import { timeForExpiry } from '../clock-trust'
import { AppError, type FieldError } from '../errors'
import { firstRepeated } from '../first-repeated'
import { applicableQuestions } from '../questionnaire/applicability'
import type { Mode } from '../questionnaire/questionnaire'
import type { MeasureDecisionId } from '../report/types'
import { newestQuestionnaire, questionnaireOf } from './content'
import { howFar } from './how-far'
import { checkProfile } from './parse-profile'
import * as repository from './repository'
import { requireAccess } from './repository-access'
import { openKept, roomOf, sealKept, writeKept } from './kept-form'
import { browserKeyHash, findKey, findOrCreateKey, opensSomething } from './repository-keys'
import {
  findRejectedInput,
  makeRoom,
  removeRejectedInput,
  removeRejectedInputs,
  storeRejectedInput,
} from './repository-rejected-inputs'
import { requireUnchanged } from './shown-state'
import { deletionDate, rejectedInputExpiry, rememberUse } from './retention'
import { saveAnswersNow } from './save-answers'
import { isBlank } from './text'
import type { AnswerSubmission, AssessmentSummary, AssessmentView, RejectedInput, SaveAnswersResult } from './types'
import { withDatabase } from './with-database'
import type { DatabaseClient } from '../db'

/** Begins an assessment. @returns its id, and a key to be set as cookie if the browser had none that is valid */
export async function startAssessment({ key, mode, now }: { key: string | null; mode: Mode; now: Date }) {
  const contentHash = questionnaireOf().hash
  const empty = { profile: {}, challenges: [], placeName: '', agreedOn: null, answeredBy: [] }
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const { keyId, newKey } = await findOrCreateKey(client, key, now)
      const given = { mode, ...newestQuestionnaire, contentHash, ...empty }
      const { assessmentId } = await repository.createAssessment(client, { keyId }, given, now)
      return { id: assessmentId, newKey }
    }),
  )
}

/** Gives the assessments of a browser, last used first. */
export async function listAssessments(key: string | null, now: Date): Promise<AssessmentSummary[]> {
  const views = key === null ? [] : await withDatabase((database) => repository.findAssessments(database.client, key, now))
  return views.map((view) => {
    const { name } = view.profile
    return {
      id: view.id,
      name: typeof name === 'string' ? name : '',
      quartier: view.place?.name ?? '',
      mode: view.mode,
      ...howFar(view),
      lastSeenAt: view.lastSeenAt,
      deletedOn: deletionDate(view.lastSeenAt),
    }
  })
}

/** Gives one assessment; counts as a use for its retention, at most once a day. */
export async function readAssessment(actor: Actor, id: string, now: Date): Promise<AssessmentView> {
  return await withDatabase(async (database) => {
    const { keyId } = await requireAccess(database.client, actor, id, 'round.read', now)
    const view = await repository.findAssessment(database.client, id)
    const use = rememberUse(now, view.lastSeenAt)
    if (!use) return view
    return await database.transaction(async (client) => {
      await repository.touch(client, id, keyId, use)
      return await repository.findAssessment(client, id)
    })
  })
}

/** Checks access and runs a change as one transaction. */
async function change<T>(actor: Actor, id: string, now: Date, work: (client: DatabaseClient) => Promise<T>) {
  const action: Action = 'round.answer'
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireAccess(client, actor, id, action, now)
      return await work(client)
    }),
  )
}

/**
 * Saves the valid fields of a profile and gives the refused ones.
 * @param shown the mark of what the form showed, here and below (shown-state)
 * @throws AppError `changed-meanwhile`
 */
export async function saveProfile(
  actor: Actor,
  id: string,
  values: Readonly<Record<string, string | readonly string[]>>,
  now: Date,
  shown?: string,
): Promise<{ errors: FieldError[] }> {
  return await change(actor, id, now, async (client) => {
    const view = await repository.findAssessment(client, id)
    const { profile, errors } = checkProfile(questionnaireOf(view).profileFields, view.profile, values, now)
    requireUnchanged(shown, view.profile, profile)
    await repository.storeProfile(client, id, profile)
    return { errors }
  })
}

/** Replaces the chosen challenges. @throws AppError `unknown-option`, `chosen-twice` or `changed-meanwhile` */
export async function saveChallenges(actor: Actor, id: string, ids: readonly string[], now: Date, shown?: string): Promise<void> {
  await change(actor, id, now, async (client) => {
    const view = await repository.findAssessment(client, id)
    const known = questionnaireOf(view).challenges.map((challenge) => challenge.id)
    if (ids.some((one) => !known.includes(one))) {
      throw new AppError('unknown-option', { fields: [{ field: 'challenges', code: 'unknown-option' }] })
    }
    if (firstRepeated(ids) !== undefined) {
      throw new AppError('chosen-twice', { fields: [{ field: 'challenges', code: 'chosen-twice' }] })
    }
    const chosen = known.filter((one) => ids.includes(one))
    requireUnchanged(shown, view.challenges, chosen)
    await repository.storeChallenges(client, id, chosen)
  })
}

/** Names the Quartier. @param name as parsed by `placeSchema` @throws AppError `changed-meanwhile` */
export async function savePlace(actor: Actor, id: string, name: string, now: Date, shown?: string): Promise<void> {
  await change(actor, id, now, async (client) => {
    const { place } = await repository.findAssessment(client, id)
    requireUnchanged(shown, place?.name ?? '', name)
    await repository.storePlaceName(client, id, name)
  })
}

/**
 * Saves answers: the valid ones durably before the promise resolves, the others are reported (see answer-conflict).
 * @throws AppError `not-found`, `login-required`, `forbidden`, `round-closed`
 */
export async function saveAnswers(actor: Actor, id: string, submission: AnswerSubmission, now: Date): Promise<SaveAnswersResult> {
  const { key, userId } = actor
  const request = { keyHash: browserKeyHash(key), userId, assessmentId: id, submission, now }
  const result = await withDatabase((database) => database.write((connection) => saveAnswersNow(connection, request)))
  if (!result) throw closedTo(actor)
  return result
}

/** Gives the factor asked after another one, by profile and mode; null after the last. */
export async function factorAfter(actor: Actor, id: string, factorId: string, now: Date): Promise<string | null> {
  const view = await readAssessment(actor, id, now)
  const questionnaire = questionnaireOf(view)
  const asked = new Set(
    applicableQuestions(questionnaire, view.profile, view.mode).map(
      (question) => questionnaire.factorOfQuestion.get(question.id)?.id,
    ),
  )
  const all = questionnaire.factors.map((factor) => factor.id)
  return all.slice(all.indexOf(factorId) + 1).find((factor) => asked.has(factor)) ?? null
}

/** Turns a Schnellcheck into the full check; all answers stay. */
export async function continueAsFullCheck(actor: Actor, id: string, now: Date): Promise<void> {
  await change(actor, id, now, (client) => repository.storeMode(client, id, 'voll'))
}

/** Saves what the cover says. @param details as parsed by `detailsSchema` @throws AppError `changed-meanwhile` */
export async function saveDetails(
  actor: Actor,
  id: string,
  details: { readonly agreedOn: string | null; readonly answeredBy: readonly string[] },
  now: Date,
  shown?: string,
): Promise<void> {
  await change(actor, id, now, async (client) => {
    const { agreedOn, answeredBy } = (await repository.findAssessment(client, id)).details
    requireUnchanged(shown, { agreedOn, answeredBy }, details)
    await repository.storeDetails(client, id, details)
  })
}

/**
 * Saves what was decided about a measure; `decision: null` takes it back.
 * @throws AppError `not-found` for an unknown measure, `required` if „nicht vorgesehen“ comes without a reason,
 * `changed-meanwhile`
 */
export async function decideMeasure(
  actor: Actor,
  id: string,
  measureId: string,
  { decision, reason }: { readonly decision: MeasureDecisionId | null; readonly reason: string },
  now: Date,
  shown?: string,
): Promise<void> {
  await change(actor, id, now, async (client) => {
    const view = await repository.findAssessment(client, id)
    const questionnaire = questionnaireOf(view)
    const measure = questionnaire.measureById.get(measureId)
    const factor = measure && questionnaire.factorById.get(measure.factor)
    if (!factor) throw new AppError('not-found')
    if (decision === 'nicht-vorgesehen' && isBlank(reason)) {
      throw new AppError('required', { fields: [{ field: 'reason', code: 'required' }] })
    }
    const stored = view.decisions[measureId]
    requireUnchanged(
      shown,
      stored ? { decision: stored.decision, reason: stored.reason } : null,
      decision && { decision, reason },
    )
    const subjectId = factor.subject === 'quartier' ? await repository.findPlaceId(client, id) : ''
    await repository.storeDecision(client, { assessmentId: id, measureId, subjectId }, decision && { decision, reason }, now)
  })
}

/** For whom a refused form is kept, and how. */
interface Keeping {
  /** Gives a browser without a valid key one, so that a first visit with a mistyped code can be shown again. */
  readonly open?: boolean
  /** The person who is signed in, or may do something by a code that was checked: then it takes none of the strangers' room. */
  readonly trusted?: boolean
  /** When it is forgotten; in 24 hours unless given. */
  readonly until?: Date
}

/**
 * Keeps a refused form in place of an earlier one, sealed with the browser's key, if there is room for it.
 * @returns whether it was kept, and the key if the browser got one
 * @throws AppError `not-found` without a valid key, unless `open`
 */
export async function keepRejectedInput(
  key: string | null,
  form: string,
  input: RejectedInput,
  now: Date,
  { open = false, trusted = false, until = rejectedInputExpiry(now) }: Keeping = {},
): Promise<{ readonly kept: boolean; readonly newKey: string | null }> {
  const written = writeKept(input)
  const bytes = roomOf(written)
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const known = await findKey(client, key, now)
      if (!open && known === null) throw new AppError('not-found')
      const share = trusted ? 'member' : known !== null && (await opensSomething(client, known)) ? 'check' : 'stranger'
      // A clock that is not believed deletes nothing (docs/adr/0016).
      await removeRejectedInputs(client, { expiredAt: timeForExpiry(now) })
      if (!(await makeRoom(client, { keyId: known, form, bytes, share }, now))) return { kept: false, newKey: null }
      const { keyId, newKey } = await findOrCreateKey(client, key, now)
      const sealed = sealKept(newKey ?? key ?? '', form, written)
      const conflict = input.errors.some(({ code }) => code === 'conflict')
      await storeRejectedInput(client, { keyId, form }, { sealed, bytes, share, conflict, expiresAt: until })
      return { kept: true, newKey }
    }),
  )
}

/** Gives a refused form, or null. It stays until it is overwritten, saved successfully, or 24 hours old. */
export async function takeRejectedInput(key: string | null, form: string, now: Date): Promise<RejectedInput | null> {
  if (key === null) return null
  return await withDatabase(async ({ client }) => {
    const keyId = await findKey(client, key, now)
    const sealed = keyId === null ? null : await findRejectedInput(client, { keyId, form }, now)
    return sealed && openKept(key, form, sealed)
  })
}

/** Removes a refused form once it was saved successfully. */
export async function forgetRejectedInput(key: string | null, form: string, now: Date): Promise<void> {
  if (key === null) return
  await withDatabase(async ({ client }) => {
    const keyId = await findKey(client, key, now)
    if (keyId) await removeRejectedInput(client, { keyId, form })
  })
}

/** Removes all refused forms of a browser. */
export async function forgetRejectedInputs(key: string | null, now: Date): Promise<void> {
  if (key === null) return
  await withDatabase(async ({ client }) => {
    const keyId = await findKey(client, key, now)
    if (keyId) await removeRejectedInputs(client, { keyId })
  })
}
