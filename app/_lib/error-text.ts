import { limits } from '@/lib/assessments/limits'
import type { AppError, ErrorCode, FieldError } from '@/lib/errors'
import { inputLimits } from '@/lib/input/limits'
import { pictureLimits } from '@/lib/pictures/limits'
import { t } from './text'

/** The numbers that the sentences about what is too large name. */
const numbers = {
  formKilobytes: inputLimits.formBody / 1024,
  formFields: inputLimits.fields,
  fileMegabytes: limits.stateFile / 1024 / 1024,
  pictureKilobytes: pictureLimits.file / 1024,
  pictureSide: pictureLimits.side,
  pictureDepth: pictureLimits.depth,
}

/** Gives a sentence about an error as a whole: what it is called, what happened, what to do. */
export function errorSentence(code: ErrorCode, part: 'title' | 'body' | 'action'): string {
  return t(`errors.${code}.${part}`, numbers)
}

/** Tells the page of an error in how many minutes there is more of what was used up. */
export const waitQuery = 'warten'

/** Gives in how many minutes something may be asked for again; null for an error that waiting does not mend. */
export function waitOf({ code, values }: AppError): number | null {
  return code === 'throttled' && values.reason === 'budget' && typeof values.minutes === 'number' ? values.minutes : null
}

/** Gives a sentence about a budget that is used up (lib/budgets). */
export function budgetSentence(part: 'title' | 'body' | 'action', minutes: number): string {
  return t(`errors.budget.${part}`, { minutes })
}

/** Puts one refused field into words. A kept refusal whose numbers are missing is still told in general words. */
export function errorText({ code, values }: Omit<FieldError, 'field'>): string {
  try {
    if (code === 'throttled' && values?.reason === 'budget') return t('errors.budget.field', values)
    return t(`errors.${code}.field`, values)
  } catch {
    return errorSentence(code, 'title')
  }
}
