/** How long the questions take, from the words in them. Stated to users, so never promised too low. */
import type { Question } from './schema'

/** Attentive reading of unfamiliar text. Silent reading of easy prose is faster (about 240). */
const wordsPerMinute = 160
/** Weighing the options, a look into a file, a short note (eigene Setzung; to be checked against measured runs). */
const decisionMinutes = 1.2
const step = 5

const words = (text: string) => text.split(/\s+/).filter(Boolean).length

/** Gives the words a person reads before answering: stem, help and the five options; folded help is left out. */
function wordsOf(question: Pick<Question, 'stem' | 'help' | 'options'>): number {
  return [question.stem, question.help, ...Object.values(question.options)].reduce((sum, text) => sum + words(text), 0)
}

/**
 * Estimates the time for answering the given questions.
 * @returns whole minutes, rounded up to five; 0 for no question
 */
export function estimateMinutes(questions: readonly Pick<Question, 'stem' | 'help' | 'options'>[]): number {
  const minutes = questions.reduce((sum, question) => sum + wordsOf(question) / wordsPerMinute + decisionMinutes, 0)
  return Math.ceil(minutes / step) * step
}
