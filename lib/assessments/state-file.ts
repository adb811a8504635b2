/** „Arbeitsstand sichern / laden“: one assessment as a JSON file that restores everything. */
import { z } from 'zod'
import { AppError } from '../errors'
import { firstRepeated } from '../first-repeated'
import { requireFewEntries } from '../input/count-entries'
import { inputLimits } from '../input/limits'
import { cleanPicture } from '../pictures/clean-picture'
import { pictureLimits } from '../pictures/limits'
import type { Questionnaire } from '../questionnaire/questionnaire'
import { recordSchema } from '../record-schema'
import type { JobOwner } from '../report/pdf/worker-queue'
import { readChoice, toChoice } from './answer-choice'
import { textSchema } from './field-errors'
import { isLikelyDay } from './german-day'
import { jsonErrorLine } from './json-error-line'
import { limits } from './limits'
import { checkProfile, profileToForm } from './parse-profile'
import { decisionIdSchema, modeSchema, profileColumnSchema } from './stored-json'
import type { AssessmentView } from './types'

const format = 'drei-ebenen-check-arbeitsstand'
/** Raised when a file of the new kind cannot be read by an older program. */
const formatVersion = 1

const line = (limit: number) => textSchema(z.string(), { limit, oneLine: true })

export const stateFileSchema = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(formatVersion),
  savedAt: z.iso.datetime(),
  questionnaire: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  mode: modeSchema,
  profile: profileColumnSchema,
  challenges: z.array(z.string()).max(100),
  place: line(limits.name).nullable(),
  answers: recordSchema(
    z.string(),
    z.strictObject({
      choice: z.string(),
      comment: textSchema(z.string(), { limit: limits.comment, lines: limits.commentLines }),
      clarifyWith: line(limits.clarifyWith),
    }),
  ),
  decisions: recordSchema(
    z.string(),
    z.strictObject({
      decision: decisionIdSchema,
      reason: textSchema(z.string(), { limit: limits.reason, lines: limits.reasonLines }),
    }),
  ),
  details: z.strictObject({
    agreedOn: z.iso.date().refine(isLikelyDay).nullable(),
    answeredBy: z.array(line(limits.name)).max(limits.roles),
  }),
  /** PNG. */
  coatOfArms: z.base64().nullable(),
})

export type StateFile = z.infer<typeof stateFileSchema>

/** Gives an assessment as a state file. Keys, codes and the history of changes are not part of it. */
export function toStateFile(view: AssessmentView, coatOfArms: Uint8Array | null, contentHash: string, now: Date): StateFile {
  return {
    format,
    formatVersion,
    savedAt: now.toISOString(),
    questionnaire: { id: view.questionnaireId, version: view.questionnaireVersion, hash: contentHash },
    mode: view.mode,
    profile: profileColumnSchema.parse(view.profile),
    challenges: [...view.challenges],
    place: view.place?.name ?? null,
    answers: Object.fromEntries(
      Object.entries(view.answers).map(([id, { answer, comment, clarifyWith }]) => [
        id,
        { choice: toChoice(answer), comment, clarifyWith },
      ]),
    ),
    decisions: Object.fromEntries(Object.entries(view.decisions).map(([id, { decision, reason }]) => [id, { decision, reason }])),
    details: { agreedOn: view.details.agreedOn, answeredBy: [...view.details.answeredBy] },
    coatOfArms: coatOfArms && Buffer.from(coatOfArms).toString('base64'),
  }
}

const badFile = (values: Record<string, string | number>, cause?: unknown) =>
  new AppError('bad-file', { fields: [{ field: 'file', code: 'bad-file', values }], cause })
const badContent = (found: string) => badFile({ reason: 'content', found: found.slice(0, 120) })
const twice = (found: string) => badFile({ reason: 'twice', found: found.slice(0, 120) })

function parseJson(bytes: Uint8Array): unknown {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw badFile({ reason: 'format' }, error)
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badFile({ reason: 'syntax', line: jsonErrorLine(text) ?? 1 }, error)
  }
}

/**
 * Reads an uploaded state file as far as it can be judged without its questionnaire.
 * @throws AppError `bad-file`: `syntax` with the line, `format`, `version` of a newer program, or `content` with the place
 */
export function readStateFile(bytes: Uint8Array): StateFile {
  if (bytes.length === 0) throw badFile({ reason: 'missing' })
  const json = parseJson(bytes)
  try {
    requireFewEntries(json, inputLimits.fileEntries)
  } catch (error) {
    throw badFile({ reason: 'format' }, error)
  }
  const head = z.object({ format: z.literal(format), formatVersion: z.number() }).safeParse(json)
  if (!head.success) throw badFile({ reason: 'format' })
  if (head.data.formatVersion !== formatVersion) {
    throw badFile({ reason: 'version', found: head.data.formatVersion })
  }
  const parsed = stateFileSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  throw badContent([...(issue?.path ?? []), ...(extra === undefined ? [] : [extra])].join('.'))
}

/**
 * Checks a state file against its questionnaire: nothing gets in that could not have been entered by hand. The picture is not
 * looked at (see `cleanCoatOfArms`).
 * @throws AppError `bad-file` naming the first entry that does not fit
 */
export function checkStateFile(file: StateFile, questionnaire: Questionnaire, now: Date): void {
  const { errors } = checkProfile(questionnaire.profileFields, {}, profileToForm(questionnaire.profileFields, file.profile), now)
  const refused = errors.find(({ code }) => code !== 'required')
  if (refused?.code === 'chosen-twice') throw twice(`profile.${refused.field}`)
  const wrong = refused?.field
  const foreign = Object.keys(file.profile).find((id) => !questionnaire.profileFields.some((field) => field.id === id))
  if (wrong ?? foreign) throw badContent(`profile.${wrong ?? foreign}`)
  for (const id of file.challenges) {
    if (!questionnaire.challenges.some((challenge) => challenge.id === id)) throw badContent(`challenges.${id}`)
  }
  const repeated = firstRepeated(file.challenges)
  if (repeated !== undefined) throw twice(`challenges.${repeated}`)
  for (const [id, { choice }] of Object.entries(file.answers)) {
    const question = questionnaire.questionById.get(id)
    if (!question || typeof readChoice(choice, question) === 'string') throw badContent(`answers.${id}`)
  }
  for (const id of Object.keys(file.decisions)) {
    if (!questionnaire.measureById.has(id)) throw badContent(`decisions.${id}`)
  }
}

/**
 * Decodes the picture of a file and writes it anew. Costs most of all, so it comes when everything else of the file is right.
 * @param owner who takes a turn for it
 * @throws AppError `bad-file`, or `image-busy` if it could not be checked now
 */
export async function cleanCoatOfArms({ coatOfArms }: StateFile, owner: JobOwner): Promise<Uint8Array | null> {
  if (coatOfArms === null) return null
  try {
    return await cleanPicture(Buffer.from(coatOfArms, 'base64'), owner, pictureLimits.stored)
  } catch (error) {
    throw error instanceof AppError && error.code === 'image-busy' ? error : badFile({ reason: 'picture' }, error)
  }
}
