/** From what zod finds wrong with a file's shape to the values of one message, so that every word comes from the messages. */
import type { z } from 'zod'
import type { ErrorCode, FieldError } from '../errors'
import type { FileProblem } from './check-against-questionnaire'

type Issue = z.core.$ZodIssue
type Values = Record<string, string | number>

/** Kinds of our own text rule, by the code it gives. */
const kindOfCode: Readonly<Partial<Record<ErrorCode, string>>> = {
  required: 'empty',
  'text-too-long': 'textTooLong',
  'too-many-lines': 'tooManyLines',
  'bad-characters': 'badCharacters',
}

const written = (values: readonly unknown[]) => values.map((value) => String(value)).join(', ')

/** Of a value that may have several forms, the one it was meant to have tells what is wrong: text, number, list or figure. */
function meantForm(issue: Extract<Issue, { code: 'invalid_union' }>): Issue | null {
  const meant = issue.errors.find((issues) => issues.every(({ code, path }) => code !== 'invalid_type' || path.length > 0))
  const [first] = meant ?? []
  return first ? { ...first, path: [...issue.path, ...first.path] } : null
}

/** The kind of the problem, as the message distinguishes it, with the numbers and words it needs. */
function kindOf(issue: Issue): Values {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? { kind: 'missing' } : { kind: 'type', expected: issue.expected }
    case 'invalid_value':
      return issue.input === undefined ? { kind: 'missing' } : { kind: 'choice', allowed: written(issue.values) }
    case 'unrecognized_keys':
      return { kind: 'unknown' }
    case 'invalid_format':
    case 'invalid_key':
      return { kind: 'id' }
    case 'too_big':
      return { kind: issue.origin === 'array' ? 'tooMany' : 'tooGreat', limit: Number(issue.maximum) }
    case 'too_small':
      return { kind: issue.origin === 'string' ? 'empty' : 'tooSmall', limit: Number(issue.minimum) }
    case 'invalid_union':
      return 'options' in issue && issue.options ? { kind: 'choice', allowed: written(issue.options) } : { kind: 'other' }
    case 'custom': {
      const app = (issue.params as { app?: Pick<FieldError, 'code' | 'values'> } | undefined)?.app
      return { kind: (app && kindOfCode[app.code]) ?? 'other', ...app?.values }
    }
    default:
      return { kind: 'other' }
  }
}

/** Gives the problem an issue stands for. @param issue of a parse with `reportInput`, which tells a missing value from a wrong one */
export function shapeProblem(issue: Issue): FileProblem {
  if (issue.code === 'invalid_union') {
    const meant = meantForm(issue)
    if (meant) return shapeProblem(meant)
  }
  // A strict object reports unknown keys at the object; the key itself is where the reader must look.
  const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = [...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)), ...(key ? [key] : [])]
  return { path, code: 'shape', values: { path: path.join('.') || '–', ...kindOf(issue) } }
}
