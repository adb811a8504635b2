/** Measures: each can come up, and no gap is left without one (docs/methodology.md, E1). */
import type { ContentParts } from '../content-parts'
import type { Factor, Measure } from '../schema'
import type { Problem } from './problem'

/** The usual target: below it a factor has a gap, and so needs a measure. */
const target = 75
const pointsPerRung = 25
const fewest = 2

/** Null: not answered. */
type Value = 0 | 1 | 2 | 3 | 4 | null
const values: readonly Value[] = [null, 0, 1, 2, 3, 4]

function neverTriggered({ trigger }: Measure): boolean {
  return 'any' in trigger && trigger.any.every(({ from, below }) => from >= below)
}

function triggers({ trigger }: Measure, answers: ReadonlyMap<string, Value>): boolean {
  if (!('any' in trigger)) return false
  return trigger.any.some(({ question, from, below }) => {
    const value = answers.get(question) ?? null
    return value !== null && value >= from && value < below
  })
}

/** Every way to answer the two questions whose mean is under the target although nothing is recommended. */
function untreatedAnswers({ questions }: Factor, measures: readonly Measure[]): string[] {
  const [key, practice] = questions
  if (!key || !practice) return []
  const pairs = values.flatMap((a) => values.map((b) => [a, b] as const))
  return pairs
    .filter(([a, b]) => {
      const answered = [a, b].filter((value) => value !== null)
      const sum = answered.reduce((total: number, value) => total + value, 0)
      if (answered.length === 0 || sum * pointsPerRung >= target * answered.length) return false
      const answers = new Map<string, Value>([
        [key.id, a],
        [practice.id, b],
      ])
      return !measures.some((measure) => triggers(measure, answers))
    })
    .map((pair) => pair.map((value) => value ?? '–').join('/'))
}

function factorProblems(file: string, factor: Factor, measures: readonly Measure[]): Problem[] {
  const untreated = untreatedAnswers(factor, measures)
  return [
    ...(measures.length < fewest
      ? [{ file, path: ['id'], code: 'too-few-measures' as const, values: { key: factor.id, count: measures.length } }]
      : []),
    ...(untreated.length > 0
      ? [{ file, path: ['id'], code: 'untreated-answers' as const, values: { key: factor.id, answers: untreated.join(', ') } }]
      : []),
  ]
}

/** Measures nothing can trigger, factors with too few, answers without any, and a missing measure for all „Weiß nicht“. */
export function checkMeasures(parts: ContentParts): Problem[] {
  const measures = parts.measures.map(({ value }) => value)
  const never = parts.measures
    .filter(({ value }) => neverTriggered(value))
    .map(({ file, value }): Problem => ({ file, path: ['trigger'], code: 'never-triggered', values: { key: value.id } }))
  const { file, value } = parts.questionnaire
  const collected = measures.some(({ trigger }) => 'unknowns' in trigger)
  return [
    ...never,
    // A measure whose own file is broken may be the one that is missed here; its file is reported already.
    ...parts.factors.flatMap((factor) => {
      const own = measures.filter((measure) => measure.factor === factor.value.id)
      const complete = ![...parts.unread].some((id) => id.startsWith(`${factor.value.id}-`))
      return complete ? factorProblems(factor.file, factor.value, own) : []
    }),
    ...(collected || parts.unread.size > 0
      ? []
      : [{ file, path: ['id'], code: 'unknowns-measure' as const, values: { key: value.id } }]),
  ]
}
