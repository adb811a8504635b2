/** Whether what a form showed is still what is stored: two people, or two tabs, never overwrite each other unseen. */
import { AppError } from '../errors'
import { hashSecret } from './secret'

/** The same text for the same content, in whatever order its keys came. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)])
}

/** Gives the mark that a form carries of the content it shows: 32 hex digits, the same for the same content. */
export function stateMark(stored: unknown): string {
  return hashSecret(JSON.stringify(canonical(stored))).slice(0, 32)
}

/**
 * Lets a form through that shows what is stored, or that changes nothing.
 * @param shown the mark it carries; undefined: what was shown is not known, and the submission counts
 * @throws AppError `changed-meanwhile`
 */
export function requireUnchanged(shown: string | undefined, stored: unknown, next: unknown): void {
  if (shown === undefined || shown === stateMark(stored) || stateMark(next) === stateMark(stored)) return
  throw new AppError('changed-meanwhile')
}
