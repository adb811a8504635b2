import { germanDate } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import type { RoundSummary } from '@/lib/rounds/service'
import { roundName, roundPeriod } from './round-texts'

type NamedRound = Pick<RoundSummary, 'id' | 'name' | 'periodFrom' | 'periodTo' | 'closedAt' | 'createdAt'>

/** Names that a reader takes for the same. */
const readAs = (name: string) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Gives the names that more than one round has. */
function repeated(names: Iterable<string>): (name: string) => boolean {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(readAs(name), (counts.get(readAs(name)) ?? 0) + 1)
  return (name) => (counts.get(readAs(name)) ?? 0) > 1
}

/** The period a round speaks of, else the day it was closed or begun. */
function timeOf(round: NamedRound): string {
  const { periodFrom, periodTo, closedAt, createdAt } = round
  if (periodFrom || periodTo) return roundPeriod(round)
  return closedAt
    ? t('workspace.overview.abgeschlossen', { date: germanDate(closedAt) })
    : t('workspace.overview.begun', { date: germanDate(createdAt) })
}

/**
 * Gives what each round of a list to choose from is called, by id: its name; where others have the same, with its period or day;
 * where that reads the same too, with a number, counted from the one that was begun first.
 */
export function distinctRoundNames(rounds: readonly NamedRound[]): ReadonlyMap<string, string> {
  const oldestFirst = rounds.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const isRepeated = repeated(rounds.map(roundName))
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const round of oldestFirst) {
    const name = roundName(round)
    const full = isRepeated(name) ? t('workspace.overview.withTime', { name, time: timeOf(round) }) : name
    let free = full
    for (let number = 2; taken.has(readAs(free)); number += 1) free = t('workspace.overview.again', { name: full, number })
    taken.add(readAs(free))
    names.set(round.id, free)
  }
  return names
}
