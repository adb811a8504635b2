/** The shape of `migration.yml`: what becomes of each question between the version before and this one. */
import { z } from 'zod'
import { idSchema } from '../schema'
import { versionSchema } from '../version'

const rung = z.literal([0, 1, 2, 3, 4])

/** New option for each old one, 0–4. Never falls: who stood higher does not stand lower afterwards. */
const mappingSchema = z.strictObject({ '0': rung, '1': rung, '2': rung, '3': rung, '4': rung })

export const migrationFileSchema = z.strictObject({
  /** The version the answers come from. A path over several versions is made of their files. */
  from: versionSchema,
  /** Every question of either version, except those that are the same in both: these are `kept`. */
  questions: z
    .array(
      z.discriminatedUnion('fate', [
        /**
         * `kept`: same wording version, same options. `reworded`: higher wording version; the old answer is shown, not taken.
         * `dropped`: only in the old version. `added`: only in this one.
         */
        z.strictObject({ id: idSchema, fate: z.enum(['kept', 'reworded', 'dropped', 'added']) }),
        /** Higher wording version; answers are translated and have to be confirmed. */
        z.strictObject({ id: idSchema, fate: z.literal('scale-changed'), mapping: mappingSchema }),
      ]),
    )
    .default([]),
})

export type MigrationFile = z.infer<typeof migrationFileSchema>
export type ListedQuestion = MigrationFile['questions'][number]
export type Mapping = z.infer<typeof mappingSchema>
