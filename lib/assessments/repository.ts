/** Assessments in the database. Every function that reads or changes one is given the key or has had it checked. */
import type { DatabaseClient } from '../db'
import { AppError } from '../errors'
import type { Mode, Profile } from '../questionnaire/questionnaire'
import type { SetTarget } from '../recommendations/types'
import type { MeasureDecisionId } from '../report/types'
import {
  answerStateSchema,
  decisionIdSchema,
  idListColumnSchema,
  modeSchema,
  profileColumnSchema,
  roundStatusSchema,
} from './stored-json'
import { openedBy } from './repository-keys'
import { targetsOfRound } from './repository-targets'
import { deletionDate } from './retention'
import { newId } from './secret'
import { fromContent } from './stored-answer'
import type { AssessmentView } from './types'

/** What a new assessment begins with; an imported one brings all of it. */
export interface NewAssessment {
  readonly mode: Mode
  readonly questionnaireId: string
  readonly questionnaireVersion: string
  readonly contentHash: string
  readonly profile: Profile
  readonly challenges: readonly string[]
  readonly placeName: string
  /** Random unless given. */
  readonly id?: string
  /** An earlier round's Quartier that this one speaks of as well; a new one without it. */
  readonly placeId?: string
  readonly agreedOn: string | null
  readonly answeredBy: readonly string[]
}

/** Whose a new assessment is: of the browser that holds a key, or a round of a workspace. */
export type NewOwner =
  | { readonly keyId: string }
  | {
      readonly workspaceId: string
      readonly name: string
      readonly periodFrom: string | null
      readonly periodTo: string | null
      readonly basedOnId: string | null
    }

const mutable = (profile: Profile) => profileColumnSchema.parse(profile)

/** Stores a new assessment. Gives the ids that its answers hang on. */
export async function createAssessment(client: DatabaseClient, owner: NewOwner, given: NewAssessment, now: Date) {
  const { id, placeName, placeId, profile, challenges, answeredBy, ...plain } = given
  const ids = { assessmentId: id ?? newId(), responseId: newId(), placeId: placeId ?? newId() }
  const place = { id: ids.placeId }
  await client.assessment.create({
    data: {
      ...plain,
      id: ids.assessmentId,
      profile: mutable(profile),
      challenges: [...challenges],
      answeredBy: [...answeredBy],
      createdAt: now,
      lastSeenAt: now,
      responses: { create: { id: ids.responseId, kind: 'single' } },
      places: { create: { name: placeName, position: 0, place: { connectOrCreate: { where: place, create: place } } } },
      ...('keyId' in owner ? { grants: { create: owner } } : owner),
    },
  })
  return ids
}

const everything = {
  places: { orderBy: { position: 'asc' }, take: 1 },
  responses: { where: { kind: 'single' }, include: { answers: true }, take: 1 },
  decisions: true,
  coatOfArms: { select: { assessmentId: true } },
  workspace: { select: { targets: { select: { factorId: true, subjectId: true, value: true, reason: true, dueOn: true } } } },
  grants: { where: { key: { kind: 'resume', revokedAt: null } }, select: { key: { select: { createdAt: true } } } },
} as const

/** Which rounds of a workspace; without `id` all of that status. */
interface RoundsWhere {
  readonly workspaceId: string
  readonly status: 'offen' | 'abgeschlossen'
  readonly id?: { in: string[] }
}

async function findRows(client: DatabaseClient, where: { id: string } | RoundsWhere | ReturnType<typeof openedBy>) {
  return await client.assessment.findMany({ where, include: everything, orderBy: { lastSeenAt: 'desc' } })
}

type Row = Awaited<ReturnType<typeof findRows>>[number]

function answersOf(row: Row): AssessmentView['answers'] {
  const answers = row.responses[0]?.answers ?? []
  return Object.fromEntries(
    answers.map((answer) => [
      answer.questionId,
      fromContent({ ...answer, state: answerStateSchema.parse(answer.state) }, answer.subjectId === '' ? 'kommune' : 'quartier'),
    ]),
  )
}

function toView(row: Row, targets: Record<string, SetTarget>): AssessmentView {
  const place = row.places[0]
  return {
    id: row.id,
    round:
      row.workspaceId === null
        ? null
        : {
            workspaceId: row.workspaceId,
            name: row.name,
            periodFrom: row.periodFrom,
            periodTo: row.periodTo,
            status: roundStatusSchema.parse(row.status),
            revision: row.revision,
            fileReference: row.fileReference,
            basedOnId: row.basedOnId,
            targets,
          },
    mode: modeSchema.parse(row.mode),
    questionnaireId: row.questionnaireId,
    questionnaireVersion: row.questionnaireVersion,
    profile: profileColumnSchema.parse(row.profile),
    profileVersion: row.profileVersion,
    challenges: idListColumnSchema.parse(row.challenges),
    place: place && place.name !== '' ? { id: place.placeId, name: place.name } : null,
    answers: answersOf(row),
    decisions: Object.fromEntries(
      row.decisions.map(({ measureId, decision, reason, version }) => [
        measureId,
        { decision: decisionIdSchema.parse(decision), reason, version },
      ]),
    ),
    details: {
      agreedOn: row.agreedOn,
      answeredBy: idListColumnSchema.parse(row.answeredBy),
      hasCoatOfArms: row.coatOfArms !== null,
    },
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    deletedOn: row.workspaceId === null ? deletionDate(row.lastSeenAt) : null,
    resumeCodeIssuedAt: row.grants[0]?.key.createdAt ?? null,
  }
}

/** Gives an assessment to which access was checked. @throws AppError `not-found` */
export async function findAssessment(client: DatabaseClient, id: string): Promise<AssessmentView> {
  const [row] = await findRows(client, { id })
  if (!row) throw new AppError('not-found')
  return toView(row, await targetsOfRound(client, row))
}

/** Gives all assessments without a workspace that the key opens, last used first. */
export async function findAssessments(client: DatabaseClient, key: string | null, now: Date): Promise<AssessmentView[]> {
  return (await findRows(client, openedBy(key, now))).map((row) => toView(row, {}))
}

/** Gives rounds of a workspace as they stand now. */
export async function findRoundViews(client: DatabaseClient, where: RoundsWhere): Promise<AssessmentView[]> {
  const views: AssessmentView[] = []
  for (const row of await findRows(client, where)) views.push(toView(row, await targetsOfRound(client, row)))
  return views
}

/** Gives which questionnaire an assessment is answered with, and the hash of its content. */
export async function findQuestionnaireKey(client: DatabaseClient, id: string) {
  const select = { questionnaireId: true, questionnaireVersion: true, contentHash: true }
  return await client.assessment.findUniqueOrThrow({ where: { id }, select })
}

/** Notes a use, for the retention of the assessment and of the key that opened it. */
export async function touch(
  client: DatabaseClient,
  assessmentId: string,
  keyId: string | null,
  use: { lastSeenAt: Date; keyExpiresAt: Date },
) {
  await client.assessment.update({ where: { id: assessmentId }, data: { lastSeenAt: use.lastSeenAt } })
  if (keyId !== null) await client.accessKey.update({ where: { id: keyId }, data: { expiresAt: use.keyExpiresAt } })
}

/** Replaces the profile. */
export async function storeProfile(client: DatabaseClient, id: string, profile: Profile): Promise<void> {
  await client.assessment.update({ where: { id }, data: { profile: mutable(profile), profileVersion: { increment: 1 } } })
}

/** Replaces the chosen challenges. */
export async function storeChallenges(client: DatabaseClient, id: string, challenges: readonly string[]): Promise<void> {
  await client.assessment.update({ where: { id }, data: { challenges: [...challenges] } })
}

/** Names the Quartier. */
export async function storePlaceName(client: DatabaseClient, assessmentId: string, name: string): Promise<void> {
  await client.assessmentPlace.updateMany({ where: { assessmentId, position: 0 }, data: { name } })
}

/** Turns a Schnellcheck into the full check. */
export async function storeMode(client: DatabaseClient, id: string, mode: Mode): Promise<void> {
  await client.assessment.update({ where: { id }, data: { mode } })
}

/** Replaces what the cover of the report says. */
export async function storeDetails(
  client: DatabaseClient,
  id: string,
  { agreedOn, answeredBy }: { agreedOn: string | null; answeredBy: readonly string[] },
): Promise<void> {
  await client.assessment.update({ where: { id }, data: { agreedOn, answeredBy: [...answeredBy] } })
}

/** Replaces the coat of arms, or removes it. */
export async function storeCoatOfArms(client: DatabaseClient, assessmentId: string, png: Uint8Array | null): Promise<void> {
  if (!png) {
    await client.coatOfArms.deleteMany({ where: { assessmentId } })
    return
  }
  const bytes = new Uint8Array(png)
  await client.coatOfArms.upsert({ where: { assessmentId }, create: { assessmentId, png: bytes }, update: { png: bytes } })
}

/** Gives the coat of arms of an assessment whose key was checked. */
export async function findCoatOfArms(client: DatabaseClient, assessmentId: string): Promise<Uint8Array | null> {
  return (await client.coatOfArms.findUnique({ where: { assessmentId } }))?.png ?? null
}

/** Gives the id of the first Quartier of an assessment. */
export async function findPlaceId(client: DatabaseClient, assessmentId: string): Promise<string> {
  return (await client.assessmentPlace.findFirstOrThrow({ where: { assessmentId, position: 0 } })).placeId
}

/** Stores what was decided about a measure; null takes the decision back. */
export async function storeDecision(
  client: DatabaseClient,
  place: { assessmentId: string; measureId: string; subjectId: string },
  given: { decision: MeasureDecisionId; reason: string } | null,
  now: Date,
): Promise<void> {
  if (!given) {
    await client.measureDecision.deleteMany({ where: place })
    return
  }
  const content = { ...given, updatedAt: now }
  await client.measureDecision.upsert({
    where: { assessmentId_measureId_subjectId: place },
    create: { ...place, ...content, version: 1 },
    update: { ...content, version: { increment: 1 } },
  })
}
