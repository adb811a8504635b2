/** A refused form as its page shows it again: what was typed, and an error text for each field. */
import type { RejectedInput } from '@/lib/assessments/types'
import type { ErrorCode } from '@/lib/errors'
import { fieldIdOf } from '@/app/_components/text-field'
import { errorText } from './error-text'
import { t } from './text'

/** The field of an error that concerns the form as it was sent, e.g. without a session. */
export const wholeForm = 'formular'

export interface RefusedForm {
  /** Error text by field name; the same words at the field and in the summary. */
  readonly errors: Readonly<Record<string, string>>
  readonly summary: readonly { readonly href: string; readonly text: string }[]
  /** What was typed into a field; null if the form did not have it. */
  readonly typed: (name: string) => string | null
  readonly typedList: (name: string) => readonly string[] | null
}

/** Gives why nothing of a form was taken, in words; null if the refusal concerns single fields or there is none. */
export function wholeFormError(rejected: RejectedInput | null): string | null {
  const error = rejected?.errors.find(({ field }) => field === wholeForm)
  return error ? errorText(error) : null
}

/** An error of the whole form leads to the page's own content. */
const hrefOf = (field: string) => (field === wholeForm ? '#inhalt' : `#${fieldIdOf(field)}`)

/**
 * Puts a refusal into words.
 * @param labels of the fields, by name; a field without one is named by its error alone
 * @param exactText says more exactly what a field wants than the general words of its code; null where it does not
 */
export function refusedForm(
  rejected: RejectedInput | null,
  labels: Readonly<Record<string, string>>,
  exactText: (field: string, code: ErrorCode) => string | null = () => null,
): RefusedForm {
  const errors: Record<string, string> = {}
  for (const { field, code, values } of rejected?.errors ?? []) {
    const text = exactText(field, code) ?? errorText({ code, values })
    const label = labels[field]
    errors[field] ??= label ? t(label.endsWith('?') ? 'page.errors.question' : 'page.errors.field', { label, text }) : text
  }
  const value = (name: string) => rejected?.payload[name]
  const list = (given: string | readonly string[] | undefined) =>
    given === undefined ? [] : typeof given === 'string' ? [given] : given
  return {
    errors,
    summary: Object.entries(errors).map(([field, text]) => ({ href: hrefOf(field), text })),
    typed: (name) => (rejected ? (list(value(name))[0] ?? null) : null),
    typedList: (name) => (rejected ? list(value(name)) : null),
  }
}
