/** Beginning a round: empty, or with the answers of an earlier one, each to be confirmed. */
import type { Actor } from '../accounts/actor'
import { requireMember } from '../accounts/guard'
import { emptyContent } from '../assessments/answer-conflict'
import { roundBegun } from '../assessments/change-origin'
import { findQuestionnaire, newestQuestionnaire, pathToNewest, questionnaireOf } from '../assessments/content'
import { toFilledCheck } from '../assessments/filled-check'
import { checkProfile, profileToForm } from '../assessments/parse-profile'
import { createAssessment, findAssessment, findPlaceId } from '../assessments/repository'
import { storeImportedAnswers, type ImportedAnswer } from '../assessments/repository-import'
import { toContent } from '../assessments/stored-answer'
import { withDatabase } from '../assessments/with-database'
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import { migrateSheet, type MigratedAnswer } from '../questionnaire/migration/migrate-sheet'
import { isSamePlaceName } from '../questionnaire/place-name'
import { pathWithin, type MigrationPath } from '../questionnaire/migration/migration-path'
import type { Mode, Profile } from '../questionnaire/questionnaire'
import { findPlaces, findWorkspaceProfile } from './repository-workspace'
import { addEvent, findRounds, isFreeId, isRoundOf, type RoundNaming } from './repository'
import type { RoundSummary } from './service'

export interface NewRound extends RoundNaming {
  /** From the rendered form: sent a second time, the same form finds its round instead of making another. */
  readonly id?: string
  readonly mode: Mode
  /** The round of the same workspace whose answers are taken over; null: it begins empty. */
  readonly basedOn: string | null
  /** Id of an earlier Quartier that an empty round speaks of as well; null: another one. */
  readonly place: string | null
}

/** What a new round can take up. */
export interface EarlierRounds {
  /** Latest first; without those of a version that this installation does not have, whose answers nobody can read. */
  readonly rounds: readonly RoundSummary[]
  /** The Quartiere of these rounds under their latest names. */
  readonly places: readonly { readonly id: string; readonly name: string }[]
}

/** Gives what a page offers who may begin rounds. @throws AppError `not-found`, `forbidden` */
export async function readRoundsToStartFrom(actor: Actor, workspaceId: string): Promise<EarlierRounds> {
  return await withDatabase(async ({ client }) => {
    await requireMember(client, actor, workspaceId, 'round.start')
    const all = await findPlaces(client, workspaceId)
    // The same name is the same Quartier (V1): checks that were begun without an account brought it along with an id of their own.
    const places = all.filter(({ name }, index) => all.findIndex((other) => isSamePlaceName(other.name, name)) === index)
    const rounds = (await findRounds(client, workspaceId)).filter((round) => findQuestionnaire(round) !== null)
    return { rounds, places }
  })
}

/** What a new round holds before anybody answered. */
interface Beginning {
  readonly profile: Profile
  readonly challenges: readonly string[]
  readonly placeName: string
  readonly placeId?: string
  readonly answers: readonly ImportedAnswer[]
}

/** Gives a migrated answer as a row to be stored. */
export function toImported({ subject, questionId, answer, carriedOver, ...notes }: MigratedAnswer): ImportedAnswer {
  return {
    questionId,
    subject: subject === 'kommune' ? 'kommune' : 'quartier',
    content: toContent(answer, notes),
    before: emptyContent,
    carriedOver,
  }
}

function pathFrom(earlier: { questionnaireId: string; questionnaireVersion: string }): MigrationPath {
  const result = findQuestionnaire(earlier) && pathToNewest(earlier)
  if (result?.ok) return result.path
  if (result?.reason === 'same-version') return pathWithin(questionnaireOf())
  throw new AppError('wrong-version', { fields: [{ field: 'basedOn', code: 'wrong-version' }] })
}

/** Reads an earlier round as it is now: of a closed one that is its newest revision. What was not confirmed in it, is open. */
async function beginningFrom(client: DatabaseClient, workspaceId: string, basedOn: string): Promise<Beginning> {
  if (!(await isRoundOf(client, workspaceId, basedOn))) {
    throw new AppError('unknown-option', { fields: [{ field: 'basedOn', code: 'unknown-option' }] })
  }
  const earlier = await findAssessment(client, basedOn)
  const { profile, challenges, answers } = migrateSheet(pathFrom(earlier), toFilledCheck(earlier, { withPending: false }))
  return {
    profile,
    challenges,
    placeName: earlier.place?.name ?? '',
    placeId: await findPlaceId(client, basedOn),
    answers: answers.map(toImported),
  }
}

/** Without answers; but the same Quartier is called the same, so that rounds can be compared. */
async function emptyBeginning(client: DatabaseClient, workspaceId: string, placeId: string | null): Promise<Beginning> {
  const empty = { profile: {}, challenges: [], placeName: '', answers: [] }
  if (placeId === null) return empty
  const place = (await findPlaces(client, workspaceId)).find(({ id }) => id === placeId)
  if (!place) throw new AppError('unknown-option', { fields: [{ field: 'place', code: 'unknown-option' }] })
  return { ...empty, placeId, placeName: place.name }
}

/**
 * Begins a round under the newest questionnaire. The workspace's profile is copied into it; where that says nothing, the earlier
 * round's does. Answers, notes, challenges and the Quartier are taken over, decisions and roles are not: they belong to their time.
 * @returns its id
 * @throws AppError `not-found`, `forbidden`; `unknown-option` for a round or Quartier that this workspace does not have; `wrong-version` if
 * its answers cannot be brought to the newest questionnaire
 */
export async function startRound(
  actor: Actor,
  workspaceId: string,
  { id, mode, basedOn, place, ...naming }: NewRound,
  now: Date,
): Promise<string> {
  const { hash: contentHash, profileFields } = questionnaireOf()
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const { userId } = await requireMember(client, actor, workspaceId, 'round.start')
      if (id !== undefined && (await isRoundOf(client, workspaceId, id))) return id
      const { answers, ...start } =
        basedOn === null ? await emptyBeginning(client, workspaceId, place) : await beginningFrom(client, workspaceId, basedOn)
      const own = await findWorkspaceProfile(client, workspaceId)
      // As if typed: what the newest questionnaire does not ask or offer any more falls away.
      const typed = profileToForm(profileFields, { ...start.profile, ...own })
      const { assessmentId, ...target } = await createAssessment(
        client,
        { workspaceId, ...naming, basedOnId: basedOn },
        {
          ...start,
          // What there is elsewhere is nobody's business here.
          id: id !== undefined && (await isFreeId(client, id)) ? id : undefined,
          mode,
          questionnaireId: newestQuestionnaire.questionnaireId,
          questionnaireVersion: newestQuestionnaire.questionnaireVersion,
          contentHash,
          profile: checkProfile(profileFields, {}, typed, now).profile,
          agreedOn: null,
          answeredBy: [],
        },
        now,
      )
      await storeImportedAnswers(client, { ...target, formId: roundBegun, actorId: userId }, answers, now)
      await addEvent(client, { assessmentId, kind: 'begonnen', revision: 1, actorId: userId }, now)
      return assessmentId
    }),
  )
}
