/** The Maßnahmenplan as files: what stands in the table and in the calendar, in German words. */
import type { Translate } from '../i18n/translate'
import { germanDay } from '../report/format'
import { isOpen } from './due'
import type { CalendarEntry } from './ics'
import type { MeasureFields } from './schema'
import type { MeasureView } from './types'

const day = (value: string | null) => (value === null ? '' : germanDay(value))
const cost = (value: MeasureFields['costClass'], t: Translate) => (value === '' ? '' : t(`common.cost.${value}`))

/** Gives the table with a line of headings: one line a measure, every field. */
export function planRows(measures: readonly MeasureView[], t: Translate): string[][] {
  const heads = [
    t('plan.fields.title'),
    t('plan.fields.level'),
    t('plan.fields.factorId'),
    t('plan.fields.place'),
    t('plan.fields.lead'),
    t('plan.fields.partners'),
    t('plan.fields.dueOn'),
    t('plan.fields.status'),
    t('plan.overdue'),
    t('plan.fields.reason'),
    t('plan.fields.resolvedOn'),
    t('plan.fields.resolutionNumber'),
    t('plan.fields.costClass'),
    t('plan.fields.effort'),
    t('plan.fields.note'),
    t('plan.fields.round'),
  ]
  const rows = measures.map((measure) => [
    measure.title,
    measure.levelShort,
    measure.factorName,
    measure.place,
    measure.lead,
    measure.partners,
    day(measure.dueOn),
    t(`plan.status.${measure.status}`),
    measure.overdue ? t('plan.overdue') : '',
    measure.reason,
    day(measure.resolvedOn),
    measure.resolutionNumber,
    cost(measure.costClass, t),
    measure.effort,
    measure.note,
    measure.round?.name ?? '',
  ])
  return [heads, ...rows]
}

/** Gives the Wiedervorlagen: one for each open measure that has a day. */
export function calendarEntries(measures: readonly MeasureView[], t: Translate): CalendarEntry[] {
  return measures.flatMap(({ id, dueOn, status, title, lead, note, version, updatedAt }) => {
    if (dueOn === null || !isOpen({ status })) return []
    const description = [
      lead === '' ? '' : t('plan.calendar.lead', { lead }),
      t('plan.calendar.status', { status: t(`plan.status.${status}`) }),
      note,
    ]
    return [
      {
        id,
        day: dueOn,
        summary: t('plan.calendar.summary', { title }),
        description: description.filter((part) => part !== '').join('\n'),
        version,
        changedAt: updatedAt,
      },
    ]
  })
}
