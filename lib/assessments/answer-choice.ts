/** How an answer travels in a form: one string per question. */
import type { Answer } from '../questionnaire/questionnaire'
import type { Question } from '../questionnaire/schema'

const values: Readonly<Record<string, 0 | 1 | 2 | 3 | 4>> = { '0': 0, '1': 1, '2': 2, '3': 3, '4': 4 }

/** Gives the form value of an answer: `'0'`…`'4'`, `'unknown'`, `'na:<reason id>'`, `''` for open. */
export function toChoice(answer: Answer): string {
  switch (answer.state) {
    case 'answered':
      return String(answer.value)
    case 'unknown':
      return 'unknown'
    case 'not_applicable':
      return `na:${answer.reason}`
    case 'open':
      return ''
  }
}

/**
 * Reads a form value (R1).
 * @returns the answer, or why the question does not take it: `unknown-option` for a step or reason it does not have,
 *   `unknown-state` for anything else
 */
export function readChoice(choice: string, question: Question): Answer | 'unknown-option' | 'unknown-state' {
  if (choice === '') return { state: 'open' }
  if (choice === 'unknown') return { state: 'unknown' }
  const value = Object.hasOwn(values, choice) ? values[choice] : undefined
  if (value !== undefined) return { state: 'answered', value }
  if (choice.startsWith('na:')) {
    const reason = choice.slice(3)
    const offered = question.notApplicable.some(({ id }) => id === reason)
    return offered ? { state: 'not_applicable', reason } : 'unknown-option'
  }
  return /^-?\d+$/.test(choice) ? 'unknown-option' : 'unknown-state'
}
