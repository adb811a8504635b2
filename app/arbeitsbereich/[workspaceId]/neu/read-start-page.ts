/** Gathers what the page for a new round shows: two forms, the rounds there are, the checks of this browser. */
import { cache } from 'react'
import { readActor } from '@/app/_lib/actor'
import { readBrowserKey } from '@/app/_lib/browser-key'
import { workspacePage } from '@/app/_lib/next-page'
import { queryValue } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { refusedForm, type RefusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { listAssessments } from '@/lib/assessments/service'
import type { AssessmentSummary } from '@/lib/assessments/types'
import { currentTime } from '@/lib/clock'
import type { ErrorCode } from '@/lib/errors'
import { isoDate } from '@/lib/report/format'
import { readRoundsToStartFrom, type EarlierRounds } from '@/lib/rounds/start-service'

export interface StartPageData {
  readonly workspaceId: string
  readonly rounds: EarlierRounds['rounds']
  readonly places: EarlierRounds['places']
  readonly checks: readonly AssessmentSummary[]
  readonly start: RefusedForm
  readonly claim: RefusedForm
  /** The year in Berlin, as a proposal. */
  readonly year: string
  /** The year as a name, numbered if there is such a round already. */
  readonly name: string
  /** The round that the form proposes to begin from; null: none. */
  readonly proposed: string | null
}

const readLists = cache(async (workspaceId: string) => {
  try {
    const earlier = await readRoundsToStartFrom(await readActor(), workspaceId)
    return { ...earlier, checks: await listAssessments(await readBrowserKey(), currentTime()) }
  } catch (error) {
    return showFailure(error, workspacePage(workspaceId, 'neu'))
  }
})

function exactText(field: string, code: ErrorCode): string | null {
  if (code === 'wrong-type' && field.startsWith('period')) return t('rounds.start.dateError')
  return field === 'basedOn' && code === 'wrong-version' ? t('rounds.start.noPath') : null
}

function freeName(year: string, rounds: EarlierRounds['rounds']): string {
  const taken = new Set(rounds.map(({ name }) => name))
  const numbered = (count: number) => (count === 1 ? year : t('rounds.start.numbered', { year, count }))
  let count = 1
  while (taken.has(numbered(count))) count += 1
  return numbered(count)
}

const labels = {
  name: t('rounds.start.nameLabel'),
  periodFrom: t('rounds.start.from'),
  periodTo: t('rounds.start.to'),
  mode: t('rounds.start.mode'),
  basedOn: t('rounds.start.basedOn'),
  place: t('rounds.start.place'),
  check: t('rounds.claim.check'),
}

/** Ids of the claim's fields: the same names stand in both forms. */
export const claimFieldId = (name: string) => `uebernahme-${name}`

/** `?fehler=1` after a refused new round, `?fehler=1&mit=check` after a refused claim; `?aus=` proposes a round. */
export async function readStartPage(
  workspaceId: string,
  search: Readonly<Record<string, string | string[] | undefined>>,
): Promise<StartPageData> {
  const { rounds, places, checks } = await readLists(workspaceId)
  const asked = queryValue(search, 'fehler') !== ''
  const ofClaim = queryValue(search, 'mit') === 'check'
  const read = async (form: string, wanted: boolean) =>
    refusedForm(await readRejected(`${form}:${workspaceId}`, asked && wanted), labels, exactText)
  const claim = await read('claim', ofClaim)
  const wanted = queryValue(search, 'aus')
  const year = isoDate(currentTime()).slice(0, 4)
  return {
    workspaceId,
    rounds,
    places,
    checks,
    start: await read('round', !ofClaim),
    claim: {
      ...claim,
      summary: [
        ...Object.entries(claim.errors).map(([field, text]) => ({ href: `#${claimFieldId(field)}`, text })),
        ...claim.summary.filter(({ href }) => !href?.startsWith('#feld-')),
      ],
    },
    year,
    name: freeName(year, rounds),
    proposed: rounds.find(({ id }) => id === wanted)?.id ?? rounds[0]?.id ?? null,
  }
}
