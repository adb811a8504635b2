/** The measures a round asks for, and the answer that was refused. */
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readRejected } from '@/app/_lib/read-check'
import { showNotFound } from '@/app/_lib/show-not-found'
import { t } from '@/app/_lib/text'
import { readAsked, readMeasurePage } from '@/app/_plan/read-plan'
import { refusedMeasure } from '@/app/_plan/refused-measure'
import { rowIdSchema } from '@/lib/measures/schema'
import type { MeasureView } from '@/lib/measures/types'

export interface StateCard {
  readonly measure: MeasureView
  /** Begins the ids of its fields. */
  readonly prefix: string
  readonly status: string
  readonly reason: string
  readonly note: string
  readonly errors: Readonly<Record<string, string>>
  /** Somebody else has changed the state since the form was shown. */
  readonly changedThere: boolean
}

const cardOf = (measure: MeasureView): StateCard => ({
  measure,
  prefix: `stand-${measure.id}-`,
  status: measure.status,
  reason: measure.reason,
  note: measure.note,
  errors: {},
  changedThere: false,
})

/** Reads the page, once per render and once for its title. */
export async function readStand({ params, searchParams }: WorkspacePageProps) {
  const [{ workspaceId }, search] = await Promise.all([params, searchParams])
  const roundId = queryValue(search, 'runde')
  if (roundId === '') showNotFound()
  const { roundName, measures } = await readAsked(workspaceId, roundId)
  const refusedId = queryValue(search, 'massnahme')
  const asked = rowIdSchema.safeParse(refusedId).success && queryValue(search, 'fehler') !== ''
  const rejected = await readRejected(`measure-state:${refusedId}`, asked)
  const frame = { workspaceId, roundId, roundName, saved: rejected === null && queryValue(search, 'gespeichert') !== '' }
  if (!rejected) return { ...frame, cards: measures.map(cardOf), summary: [] }
  // Answered by somebody else in between, it is asked no more; what was typed is shown all the same.
  const { measure } = await readMeasurePage(workspaceId, refusedId)
  const refused = refusedMeasure(rejected)
  const changedThere = rejected.errors.some(({ code }) => code === 'conflict')
  const errors = changedThere ? {} : refused.errors
  const plain = cardOf(measure)
  const card: StateCard = {
    ...plain,
    status: refused.typed('status') ?? plain.status,
    reason: refused.typed('reason') ?? plain.reason,
    note: refused.typed('note') ?? plain.note,
    errors,
    changedThere,
  }
  const summary = changedThere
    ? [{ href: `#${plain.prefix}status`, text: t('plan.errors.conflictState') }]
    : Object.entries(errors).map(([field, text]) => ({ href: `#${plain.prefix}${field}`, text }))
  return { ...frame, cards: [card, ...measures.filter(({ id }) => id !== refusedId).map(cardOf)], summary }
}
