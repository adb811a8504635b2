/** Refused forms, kept so that a page without scripts can show what was typed. */
import { z } from 'zod'
import type { DatabaseClient } from '../db'
import { errorCodes } from '../errors'
import type { RejectedInput } from './types'

const payloadSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const errorsSchema = z.array(
  z.object({
    field: z.string(),
    code: z.enum(errorCodes),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
)

/** Which refused forms are removed at once. */
type Removal = { readonly assessmentId: string } | { readonly keyId: string } | { readonly expiredAt: Date }

/** Stores a refused form in place of an earlier one of the same name. */
export async function storeRejectedInput(
  client: DatabaseClient,
  place: { keyId: string; form: string },
  { payload, errors }: RejectedInput,
  expiresAt: Date,
): Promise<void> {
  // A key that says `undefined` is no JSON, and the client refuses it.
  const written = errorsSchema.parse(errors).map(({ values, ...error }) => (values ? { ...error, values } : error))
  const content = { payload: payloadSchema.parse(payload), errors: written, expiresAt }
  await client.rejectedInput.upsert({ where: { keyId_form: place }, create: { ...place, ...content }, update: content })
}

/** Gives a refused form that has not expired, or null. */
export async function findRejectedInput(
  client: DatabaseClient,
  { keyId, form }: { keyId: string; form: string },
  now: Date,
): Promise<RejectedInput | null> {
  const row = await client.rejectedInput.findFirst({ where: { keyId, form, expiresAt: { gt: now } } })
  return row ? { payload: payloadSchema.parse(row.payload), errors: errorsSchema.parse(row.errors) } : null
}

/** Removes a refused form after it was saved successfully. */
export async function removeRejectedInput(client: DatabaseClient, place: { keyId: string; form: string }): Promise<void> {
  await client.rejectedInput.deleteMany({ where: place })
}

/** Removes expired refused forms, all of one browser, or all that speak of one assessment. */
export async function removeRejectedInputs(client: DatabaseClient, which: Removal): Promise<void> {
  await client.rejectedInput.deleteMany({ where: toWhere(which) })
}

function toWhere(which: Removal) {
  if ('keyId' in which) return which
  return 'assessmentId' in which ? { form: { contains: `:${which.assessmentId}` } } : { expiresAt: { lte: which.expiredAt } }
}
