/** A refused form as one sealed text: what was typed, and why it was refused. */
import { z } from 'zod'
import { keptLimits } from '../budgets/limits'
import { errorCodes } from '../errors'
import { seal, sealOverhead, unseal } from '../sealed-text'
import type { RejectedInput } from './types'

const keptSchema = z.object({
  payload: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  errors: z.array(
    z.object({
      field: z.string(),
      code: z.enum(errorCodes),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
})

/** Writes a refused form down. */
export const writeKept = (input: RejectedInput): string => JSON.stringify(keptSchema.parse(input))

/** Gives how much room a written form takes. */
export const roomOf = (written: string): number => Math.max(keptLimits.rowBytes, Buffer.byteLength(written) + sealOverhead)

/** Seals a written form for the browser that has this key. */
export const sealKept = (key: string, form: string, written: string) => seal(key, form, written)

/** Opens a sealed form. @returns null for another browser's, and for bytes that were changed */
export function openKept(key: string, form: string, sealed: Uint8Array): RejectedInput | null {
  const written = unseal(key, form, sealed)
  if (written === null) return null
  try {
    return keptSchema.parse(JSON.parse(written))
  } catch {
    return null
  }
}
