/** What an address asks for after its question mark. */
import { z } from 'zod'
import type { Edition } from '@/lib/report/types'
import { countedParams } from '@/lib/input/count-entries'
import { parseFields } from './post-route'
import { collectFields } from './read-body'

/**
 * Parses the query of a request.
 * @throws AppError with every name that is unknown or refused; a name given twice is a list, which no schema of ours wants
 */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  return parseFields(schema, collectFields(countedParams(new URL(request.url).search.slice(1))))
}

/** Gives the edition of a report that was asked for; without a word about it, the one that names nobody. */
export function readEdition(request: Request, editions: readonly Edition[]): Edition {
  return readQuery(request, z.strictObject({ fassung: z.enum(editions).default('gremien') })).fassung
}
