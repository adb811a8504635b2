import { limits } from '@/lib/assessments/limits'
import type { ErrorCode, FieldError } from '@/lib/errors'
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

/** Puts one refused field into words. A kept refusal whose numbers are missing is still told in general words. */
export function errorText({ code, values }: Omit<FieldError, 'field'>): string {
  try {
    return t(`errors.${code}.field`, values)
  } catch {
    return errorSentence(code, 'title')
  }
}
