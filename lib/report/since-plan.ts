/** „Was aus den Maßnahmen wurde“: the Maßnahmenplan on the day of a report (B2, B4). */
import type { Translate } from '../i18n/translate'
import { capitalise, germanDay, joinWords, shortenText } from './format'
import { resolutionText } from './resolution-text'
import type { PlanMeasure, PlanStatus, SinceDetails, SincePlanRow, SincePlanView } from './since-types'
import type { Edition } from './types'

/** What became of something comes before what is still to be done. */
const statusOrder: readonly PlanStatus[] = ['erledigt', 'laeuft', 'geplant', 'verworfen']

/** B6: a table that stays within its pages. Titles and offices are hardly ever that long. */
const shownAtMost = 40
const manyRows = 15
type Longest = Readonly<Record<'title' | 'lead' | 'resolutionNumber', number>>
const longestOf = (rows: number): Longest =>
  rows > manyRows ? { title: 70, lead: 36, resolutionNumber: 16 } : { title: 140, lead: 70, resolutionNumber: 40 }

/** Forms of address and titles that come before the name of a person. */
const address = /(^|[\s(,;/])(frau|fr\.|herrn?|hr\.|dr\.|prof\.)(?=\s|$)/iu

/** Whether an entry names a person, as far as that can be told from it. */
export function namesPerson(text: string, people: readonly string[]): boolean {
  const plain = (words: string) => words.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('de-DE')
  return address.test(text) || people.some((name) => plain(name) !== '' && plain(text).includes(plain(name)))
}

export interface SincePlanInput {
  readonly t: Translate
  readonly edition: Edition
  /** Of the report. */
  readonly today: string
  readonly since: SinceDetails
  /** The report's Quartier: named only where a measure is for another. */
  readonly placeName: string
  readonly notPlanned: number
}

const byDay = (a: PlanMeasure, b: PlanMeasure) => {
  const [first, second] = [a.dueOn ?? '9999', b.dueOn ?? '9999']
  return first < second ? -1 : Number(first > second)
}

function compareRows(a: PlanMeasure, b: PlanMeasure): number {
  const byStatus = statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status)
  return byStatus || byDay(a, b) || a.title.localeCompare(b.title, 'de') || (a.id < b.id ? -1 : 1)
}

/** „geplant, überfällig seit 30.06.2026“ */
export function planStatusText(t: Translate, { status, overdue, dueOn, endedOn }: PlanMeasure): string {
  const word = t(`plan.status.${status}`)
  if (overdue && dueOn !== null) return t('since.plan.overdueSince', { status: word, date: germanDay(dueOn) })
  return endedOn === null ? word : t('since.plan.ended', { status: word, date: germanDay(endedOn) })
}

function rowOf({ t, edition, since, placeName }: SincePlanInput, longest: Longest, measure: PlanMeasure): SincePlanRow {
  const { id, levelId, levelShort: level, factorName: factor, place, lead, dueOn, status, overdue } = measure
  const elsewhere = place !== '' && place !== placeName
  const hidden = edition === 'gremien' && namesPerson(lead, since.people)
  const resolution = { ...measure, resolutionNumber: shortenText(measure.resolutionNumber, longest.resolutionNumber) }
  return {
    id,
    title: shortenText(measure.title, longest.title),
    levelId,
    origin: t(elsewhere ? 'plan.table.originPlace' : 'plan.table.origin', { level, factor, place }),
    lead: hidden ? t('since.plan.withheld') : shortenText(lead, longest.lead) || t('plan.none'),
    dueText: dueOn === null ? t('plan.none') : germanDay(dueOn),
    status,
    statusText: planStatusText(t, measure),
    overdue,
    resolutionText: resolutionText(t, resolution) || t('plan.none'),
  }
}

function countSentences({ t, today }: SincePlanInput, listed: readonly PlanMeasure[], earlier: number): string[] {
  const date = germanDay(today)
  if (listed.length === 0) return [t(earlier > 0 ? 'since.plan.noneSince' : 'since.plan.none', { date })]
  const states = statusOrder.flatMap((status) => {
    const count = listed.filter((measure) => measure.status === status).length
    return count > 0 ? [t(`since.plan.states.${status}`, { count })] : []
  })
  const overdue = listed.filter((measure) => measure.overdue).length
  return [
    capitalise(t('since.plan.count', { count: listed.length, date, states: joinWords(states) })),
    ...(overdue > 0 ? [t('since.plan.overdue', { count: overdue })] : []),
  ]
}

/** Gives the measures that were open since the earlier round, and how they stand; those that had ended before it are counted. */
export function buildSincePlan(input: SincePlanInput): SincePlanView {
  const { t, edition, since, notPlanned } = input
  // The report of the earlier round showed the plan of the day it was closed: what ended later was told nowhere yet.
  const told = since.before.closedOn ?? since.before.asOf
  const isEarlier = ({ endedOn }: PlanMeasure) => endedOn !== null && endedOn <= told
  const listed = since.plan.filter((measure) => !isEarlier(measure)).toSorted(compareRows)
  const earlier = since.plan.length - listed.length
  const shown = listed.slice(0, shownAtMost)
  const longest = longestOf(shown.length)
  const isCut = ({ title, lead, resolutionNumber }: PlanMeasure) =>
    title.length > longest.title || lead.length > longest.lead || resolutionNumber.length > longest.resolutionNumber
  return {
    sentences: countSentences(input, listed, earlier),
    notes: [
      ...(earlier > 0 ? [t('since.plan.earlier', { count: earlier })] : []),
      ...(shown.length < listed.length ? [t('since.plan.more', { shown: shown.length, count: listed.length })] : []),
      ...(notPlanned > 0 ? [t('since.plan.notPlanned', { count: notPlanned })] : []),
      ...(shown.some(isCut) ? [t('since.plan.shortened')] : []),
    ],
    rows: shown.map((measure) => rowOf(input, longest, measure)),
    // Free text may name anybody, as the reasons of decisions may.
    dropped:
      edition === 'arbeit'
        ? shown.flatMap(({ status, title, reason }) => (status === 'verworfen' && reason !== '' ? [{ title, reason }] : []))
        : [],
  }
}
