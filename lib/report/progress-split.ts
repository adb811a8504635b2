/** A change in words: the parts of it, the share it rests on, what became of the answers. */
import type { Translate } from '../i18n/translate'
import type { FactorComparison, LevelComparison, Overlap } from '../scoring/compare-figures'
import type { QuestionChange, QuestionChangeKind } from '../scoring/compare-questions'
import { germanNumber } from './format'
import { wholeParts } from './progress-parts'
import type { SplitView } from './progress-types'

type Comparison = Pick<FactorComparison | LevelComparison, 'values' | 'change'>

/** A change with its sign; nothing stays a plain 0. */
function signed(t: Translate, points: number): string {
  return points > 0 ? t('progress.part.change', { points: germanNumber(points) }) : germanNumber(points)
}

/** Gives the parts of a change in points that add up (V7); null where there is no change to measure. */
export function splitOf(t: Translate, { values, change }: Comparison): SplitView | null {
  const [before, after] = [values.before.value, values.after.value]
  if (!change || !before || !after) return null
  const parts = wholeParts(before, after, change)
  const [total, practice, known, content] = [parts.total, parts.practice, parts.known, parts.content].map((part) =>
    signed(t, part),
  )
  const points = (value: number) => t('report.points', { points: value })
  return {
    practice: parts.practice,
    known: parts.known,
    content: parts.content,
    total: parts.total,
    rows: [
      { label: t('progress.part.before'), value: points(parts.before) },
      { label: t('progress.part.practice'), value: practice! },
      { label: t('progress.part.known'), value: known! },
      { label: t('progress.part.content'), value: content! },
      { label: t('progress.part.after'), value: points(parts.after) },
    ],
    alt: t('progress.part.alt', { total: total!, practice: practice!, known: known!, content: content! }),
  }
}

/** „14 von 16 Fragen sind vergleichbar.“ */
export function shareText(t: Translate, { comparable, applicable }: Overlap): string {
  return applicable === 0 ? t('progress.shareNone') : t('progress.share', { comparable, applicable })
}

/** In the order in which they are told: what is practice first. */
const told = [
  'improved',
  'declined',
  'newly-known',
  'no-longer-known',
  'now-applicable',
  'no-longer-applicable',
  'reworded',
  'other-place',
  'added',
  'dropped',
] as const satisfies readonly QuestionChangeKind[]

/** Counts what became of the questions, one sentence each; empty if nothing did. */
export function countSentences(t: Translate, questions: readonly QuestionChange[]): string[] {
  return told.flatMap((kind) => {
    const count = questions.filter((question) => question.kind === kind).length
    return count > 0 ? [t(`progress.counts.${kind}`, { count })] : []
  })
}
