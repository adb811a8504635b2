/** A refused form as its page shows it again: what was typed, and an error text for each field. */
import type { RejectedInput } from '@/lib/assessments/types'
import { visibleText } from '@/lib/assessment-file/visible-text'
import type { ErrorCode } from '@/lib/errors'
import type { SummaryItem } from '@/app/_components/error-summary'
import { fieldIdOf } from '@/app/_components/text-field'
import { errorText } from './error-text'
import { t } from './text'

/** The field of an error that concerns the form as it was sent, e.g. without a session. */
export const wholeForm = 'formular'

export interface RefusedForm {
  /** Error text by field name; the same words at the field and in the summary. */
  readonly errors: Readonly<Record<string, string>>
  readonly summary: readonly SummaryItem[]
  /** What was typed into a field; null if the form did not have it. */
  readonly typed: (name: string) => string | null
  readonly typedList: (name: string) => readonly string[] | null
}

/** Gives why nothing of a form was taken; null if the refusal concerns single fields or there is none. */
export function wholeFormCode(rejected: RejectedInput | null): ErrorCode | null {
  return rejected?.errors.find(({ field }) => field === wholeForm)?.code ?? null
}

/** Gives why nothing of a form was taken, in words; null if the refusal concerns single fields or there is none. */
export function wholeFormError(rejected: RejectedInput | null): string | null {
  const error = rejected?.errors.find(({ field }) => field === wholeForm)
  return error ? errorText(error) : null
}

/**
 * Errors of what no field of the page stands for, each by the name it was sent with: a page that says „Fehler:“ also says which.
 * @param isShown whether the page shows the error of a field itself
 * @param exactText says of the whole form more exactly what became of it than the general words; null where it does not
 */
export function unplacedErrors(
  rejected: RejectedInput | null,
  isShown: (field: string) => boolean,
  exactText: (field: string, code: ErrorCode) => string | null = () => null,
): SummaryItem[] {
  const unplaced = (rejected?.errors ?? []).filter(({ field }) => !isShown(field))
  return unplaced.map((error) => {
    // An error of the whole form leads to the page's own content.
    if (error.field === wholeForm) return { href: '#inhalt', text: exactText(wholeForm, error.code) ?? errorText(error) }
    return { text: t('page.errors.field', { label: `„${visibleText(error.field.slice(0, 80))}“`, text: errorText(error) }) }
  })
}

/**
 * Puts a refusal into words.
 * @param labels of the page's fields, by name; one that is named by its error alone has none, but an `exactText`
 * @param exactText says more exactly what a field wants, or what became of the whole form, than the general words of its code; null
 * where it does not
 */
export function refusedForm(
  rejected: RejectedInput | null,
  labels: Readonly<Record<string, string>>,
  exactText: (field: string, code: ErrorCode) => string | null = () => null,
): RefusedForm {
  // A name that every object has (`constructor`) is not one of the page's; one of several values belongs to the whole list.
  const nameOf = (field: string) => [field, field.split('.')[0] ?? ''].find((name) => Object.hasOwn(labels, name)) ?? field
  const errors = new Map<string, string>()
  for (const { field: sent, code, values } of rejected?.errors ?? []) {
    if (sent === wholeForm) continue
    const field = nameOf(sent)
    const exact = exactText(field, code)
    const label = Object.hasOwn(labels, field) ? labels[field] : undefined
    if (errors.has(field) || (label === undefined && exact === null)) continue
    const text = exact ?? errorText({ code, values })
    errors.set(field, label ? t(label.endsWith('?') ? 'page.errors.question' : 'page.errors.field', { label, text }) : text)
  }
  const value = (name: string) => rejected?.payload[name]
  const list = (given: string | readonly string[] | undefined) =>
    given === undefined ? [] : typeof given === 'string' ? [given] : given
  return {
    errors: Object.fromEntries(errors),
    summary: [
      ...[...errors].map(([field, text]) => ({ href: `#${fieldIdOf(field)}`, text })),
      ...unplacedErrors(rejected, (field) => errors.has(nameOf(field)), exactText),
    ],
    typed: (name) => (rejected ? (list(value(name))[0] ?? null) : null),
    typedList: (name) => (rejected ? list(value(name)) : null),
  }
}
