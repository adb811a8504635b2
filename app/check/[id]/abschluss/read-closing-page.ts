/** Gathers what the page about closing a round shows. */
import { cache } from 'react'
import { readActor } from '@/app/_lib/actor'
import { queryValue } from '@/app/_lib/page-props'
import { readCheck, readRejected, showFailure, type Check } from '@/app/_lib/read-check'
import { refusedForm, type RefusedForm } from '@/app/_lib/refused-form'
import { showNotFound } from '@/app/_lib/show-not-found'
import { t } from '@/app/_lib/text'
import { may } from '@/lib/accounts/permissions'
import { currentTime } from '@/lib/clock'
import { readHistory, type RoundHistory } from '@/lib/rounds/service'

export interface ClosingPageData {
  readonly check: Check
  readonly history: RoundHistory
  /** True for who may close and open rounds. */
  readonly coordinates: boolean
  readonly fileReference: string
  readonly refused: RefusedForm
}

/**
 * The forms of the page, as their routes name them in the address after a refusal. Any of them, whether the round is open or
 * closed: somebody else may have closed or opened it in between.
 */
const forms = new Map([
  ['abschluss', 'close'],
  ['aktenzeichen', 'file-reference'],
  ['oeffnen', 'reopen'],
])

const historyOf = cache(async (id: string): Promise<RoundHistory> => {
  try {
    return await readHistory(await readActor(), id, currentTime())
  } catch (error) {
    return showFailure(error, `/check/${id}/abschluss`)
  }
})

/** Reads the page's data; what belongs to no workspace is not closed, so there is no such page for it. */
export async function readClosingPage(
  id: string,
  search: Readonly<Record<string, string | string[] | undefined>>,
): Promise<ClosingPageData> {
  const check = await readCheck(id)
  const { round } = check.view
  if (!round) showNotFound()
  const form = forms.get(queryValue(search, 'mit'))
  const asked = form !== undefined && queryValue(search, 'fehler') !== ''
  const labels = { reason: t('rounds.closing.reason'), fileReference: t('rounds.closing.fileReference') }
  const refused = refusedForm(await readRejected(`${form}:${id}`, asked), labels, (field, code) =>
    field === 'fileReference' && code === 'conflict'
      ? t('rounds.closing.fileReferenceConflict', { stored: round.fileReference || t('rounds.closing.fileReferenceNone') })
      : null,
  )
  return {
    check,
    history: await historyOf(id),
    coordinates: check.role !== null && may(check.role, 'round.close'),
    fileReference: refused.typed('fileReference') ?? round.fileReference,
    refused,
  }
}
