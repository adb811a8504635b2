/** From zod's issues to the fields a user is told about. */
import type { z } from 'zod'
import type { ErrorCode, FieldError } from '../errors'
import { checkText, type TextRule } from './text'

/** What `refine` and `transform` of this project attach to an issue. */
interface AppIssue {
  readonly code: ErrorCode
  readonly values?: Readonly<Record<string, string | number>>
}

/** Adds an issue that carries one of our own codes. */
export function addAppIssue(context: z.RefinementCtx, issue: AppIssue): void {
  context.addIssue({ code: 'custom', params: { app: issue }, message: issue.code })
}

/** Applies the text rule inside a schema. */
export function textSchema(string: z.ZodString, rule: TextRule) {
  return string.transform((given, context) => {
    const checked = checkText(given, rule)
    if ('text' in checked) return checked.text
    addAppIssue(context, checked.error)
    return given
  })
}

function codeOf(issue: z.core.$ZodIssue): AppIssue {
  switch (issue.code) {
    case 'custom':
      return (issue.params as { app?: AppIssue } | undefined)?.app ?? { code: 'bad-request' }
    case 'invalid_value':
      return { code: issue.input === undefined ? 'required' : 'unknown-option' }
    case 'unrecognized_keys':
      return { code: 'bad-request' }
    case 'too_big':
      return issue.origin === 'string'
        ? { code: 'text-too-long', values: { limit: Number(issue.maximum) } }
        : { code: 'wrong-type' }
    case 'invalid_type':
    case 'invalid_union':
      return { code: issue.input === undefined ? 'required' : 'wrong-type' }
    default:
      return { code: 'wrong-type' }
  }
}

/**
 * Gives one error per refused field.
 * @param error of a parse with `reportInput`, without which a missing field looks like a wrong one
 * @param prefix put before each field's name, e.g. `q.raeume-struktur`
 */
export function fieldErrors(error: z.ZodError, prefix = ''): FieldError[] {
  const found = error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    return paths.map((path) => ({ field: [...(prefix ? [prefix] : []), ...path].join('.'), ...codeOf(issue) }))
  })
  return [...new Map(found.map((one) => [one.field, one])).values()]
}
