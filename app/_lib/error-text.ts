import type { FieldError } from '@/lib/errors'
import { t } from './text'

/** Puts one refused field into words. A kept refusal whose numbers are missing is still told in general words. */
export function errorText({ code, values }: Omit<FieldError, 'field'>): string {
  try {
    return t(`errors.${code}.field`, values)
  } catch {
    return t(`errors.${code}.title`)
  }
}
