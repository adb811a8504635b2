/**
 * How the summary is made to fit its one page. First everything is set smaller, down to a size that can still be read;
 * only then are single texts cut at the end of a sentence or word. They stand in full further on in the report.
 */
import { shortenText } from '../../format'
import type { SectionProps } from './section'

export interface SummaryFit {
  /** Factor on sizes and spaces. */
  readonly scale: number
  /** Longest text in characters; null for no limit. */
  readonly longest: number | null
}

/** In the order in which they are tried; the last one fits whatever the texts are. */
export const summaryFits: readonly SummaryFit[] = [
  { scale: 1, longest: null },
  { scale: 0.94, longest: null },
  { scale: 0.88, longest: null },
  { scale: 0.82, longest: null },
  { scale: 0.82, longest: 260 },
  { scale: 0.82, longest: 150 },
  { scale: 0.82, longest: 70 },
]

/** Cuts a text to the limit of `fit`. */
export function shorten(text: string, { longest }: SummaryFit): string {
  return longest === null ? text : shortenText(text, longest)
}

export interface SummaryProps extends SectionProps {
  readonly fit: SummaryFit
}
