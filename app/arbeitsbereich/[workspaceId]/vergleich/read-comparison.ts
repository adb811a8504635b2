/** Two rounds of a workspace for the page that compares them. */
import { cache } from 'react'
import { readActor } from '@/app/_lib/actor'
import { workspacePage } from '@/app/_lib/next-page'
import { showFailure } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { distinctRoundNames } from '@/app/_workspace/distinct-round-names'
import { currentTime } from '@/lib/clock'
import { measuresDoneBetween } from '@/lib/measures/service'
import type { ProgressView } from '@/lib/report/progress-types'
import { buildProgressView } from '@/lib/report/progress-view'
import { readTwoRounds } from '@/lib/rounds/progress-service'
import { listRounds, type RoundSummary } from '@/lib/rounds/service'

export interface RoundOption {
  readonly id: string
  readonly label: string
}

export interface ComparisonPage {
  readonly options: readonly RoundOption[]
  readonly from: string
  readonly to: string
  /** Null with fewer than two rounds, and where one was chosen twice. */
  readonly view: ProgressView | null
}

/** The rounds as options that no reader takes for one another. */
function optionsOf(rounds: readonly RoundSummary[]): RoundOption[] {
  const names = distinctRoundNames(rounds)
  return rounds.map(({ id, name, status }) => {
    const round = names.get(id) ?? name
    return { id, label: status === 'offen' ? t('progress.page.option', { round, status: t('progress.round.openShort') }) : round }
  })
}

/**
 * Reads the rounds to choose from, and the comparison of two: those asked for, else the two latest. What is wrong is shown by
 * the page for failures; a round that is foreign and one that is absent are the same.
 */
export const readComparison = cache(async (workspaceId: string, from: string, to: string): Promise<ComparisonPage> => {
  try {
    const actor = await readActor()
    const options = optionsOf(await listRounds(actor, workspaceId))
    const [latest, previous] = options
    const ids = [from || (previous?.id ?? ''), to || (latest?.id ?? '')] as const
    if (ids[0] === ids[1] || (from === '' && to === '' && !previous)) return { options, from: ids[0], to: ids[1], view: null }
    const [before, after] = await readTwoRounds(actor, workspaceId, ids, currentTime())
    const done = await measuresDoneBetween(actor, workspaceId, { from: before.asOf, to: after.asOf })
    return { options, from: before.id, to: after.id, view: buildProgressView(before, after, done, t) }
  } catch (error) {
    return showFailure(error, workspacePage(workspaceId, 'vergleich'))
  }
})
