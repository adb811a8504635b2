import { errorText } from '@/app/_lib/error-text'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { readCheck, readRejected } from '@/app/_lib/read-check'
import { unplacedErrors } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { fieldIdOf } from '@/app/_components/text-field'
import type { FieldError } from '@/lib/errors'
import { stateMark } from '@/lib/assessments/shown-state'
import { germanDay } from '@/lib/report/format'

const shownFields = ['agreedOn', 'answeredBy', 'file'] as const

const textOf = (error: FieldError) => (error.field === 'agreedOn' ? t('result.report.cover.agreedOnError') : errorText(error))

/** What the two forms of the page show: what is stored, or what was typed and refused, with its errors by field. */
export async function readReportForms(id: string, search: Awaited<CheckPageProps['searchParams']>) {
  const asked = queryValue(search, 'fehler') !== ''
  const { view } = await readCheck(id)
  const details = await readRejected(`details:${id}`, asked)
  const picture = await readRejected(`coat-of-arms:${id}`, asked)
  const errors: Record<string, string> = {}
  // A refused line of several belongs to the one field that holds them.
  const fieldOf = (name: string) => shownFields.find((field) => field === name.split('.')[0])
  for (const error of [...(details?.errors ?? []), ...(picture?.errors ?? [])]) {
    const field = fieldOf(error.field)
    if (field) errors[field] ??= textOf(error)
  }
  const isShown = (name: string) => fieldOf(name) !== undefined
  const typed = (name: string) => {
    const value = details?.payload[name]
    return typeof value === 'string' ? value : value?.join('\n')
  }
  const { agreedOn, answeredBy } = view.details
  return {
    errors,
    summary: [
      ...Object.entries(errors).map(([field, text]) => ({ href: `#${fieldIdOf(field)}`, text })),
      ...unplacedErrors(details, isShown),
      ...unplacedErrors(picture, isShown),
    ],
    /** The form that was refused as a whole, if so. */
    unsaved: details ?? picture,
    stored: { agreedOn: agreedOn ? germanDay(agreedOn) : '', answeredBy: answeredBy.join('\n') },
    /** The mark of what is stored. */
    shown: stateMark({ agreedOn, answeredBy }),
    rejected: details,
    details: {
      agreedOn: typed('agreedOn') ?? (agreedOn ? germanDay(agreedOn) : ''),
      answeredBy: typed('answeredBy') ?? answeredBy.join('\n'),
    },
  }
}
