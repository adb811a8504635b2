/** What `demo.yml` may name: only people, rounds, factors and measures that there are, in the order of time. */
import type { FileProblem } from '@/lib/assessment-file/check-against-questionnaire'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { usualTarget } from '@/lib/recommendations/target'
import type { Demo, DemoMeasure, DemoRound } from './demo-schema'

export interface DemoProblem extends Pick<FileProblem, 'path' | 'values'> {
  readonly code: 'unknown-id' | 'not-in-order' | 'round-not-open' | 'origin' | 'no-reason' | 'no-coordinator'
}

type Path = DemoProblem['path']

const unknown = (path: Path, id: string): DemoProblem => ({ path, code: 'unknown-id', values: { id } })
const known = (ids: Iterable<string>, id: string, path: Path) => (new Set(ids).has(id) ? [] : [unknown(path, id)])

/** Each day not before the one above it. */
function orderProblems(days: readonly (readonly [path: Path, day: string | null])[]): DemoProblem[] {
  const given = days.flatMap(([path, day]) => (day === null ? [] : [[path, day] as const]))
  return given.flatMap(([path, day], index): DemoProblem[] => {
    const before = given[index - 1]?.[1]
    return before !== undefined && day < before ? [{ path, code: 'not-in-order', values: { day, before } }] : []
  })
}

const needsReason = (given: { reason?: string }, path: Path): DemoProblem[] =>
  given.reason?.trim() ? [] : [{ path, code: 'no-reason', values: {} }]

function roundProblems({ rounds }: Demo, questionnaire: Questionnaire): DemoProblem[] {
  const order = rounds.flatMap(({ begun, answered, closed }, index) => [
    [['rounds', index, 'begun'], begun] as const,
    [['rounds', index, 'answered'], answered] as const,
    [['rounds', index, 'closed'], closed] as const,
  ])
  const decisions = rounds.flatMap((round, index) =>
    round.decisions.flatMap((decision, at): DemoProblem[] => {
      const path = ['rounds', index, 'decisions', at]
      return [
        ...known(questionnaire.measureById.keys(), decision.measure, [...path, 'measure']),
        ...openProblems(round, decision.on, [...path, 'on']),
        ...(decision.decision === 'nicht-vorgesehen' ? needsReason(decision, path) : []),
      ]
    }),
  )
  return [...orderProblems(order), ...decisions]
}

/** A round takes decisions and asks only while it is open. */
function openProblems({ year, begun, closed }: DemoRound, day: string, path: Path): DemoProblem[] {
  const open = day >= begun && (closed === null || day <= closed)
  return open ? [] : [{ path, code: 'round-not-open', values: { day, year } }]
}

/** Either a recommendation of a round, or a title with a factor. */
function originProblems(measure: DemoMeasure, path: Path, demo: Demo, questionnaire: Questionnaire): DemoProblem[] {
  const { round, recommendation, title, factor, created } = measure
  if (round !== undefined && recommendation !== undefined && title === undefined && factor === undefined) {
    const origin = demo.rounds.find(({ year }) => year === round)
    return [
      ...(origin ? openProblems(origin, created, [...path, 'created']) : [unknown([...path, 'round'], round)]),
      ...known(questionnaire.measureById.keys(), recommendation, [...path, 'recommendation']),
    ]
  }
  if (title !== undefined && factor !== undefined && round === undefined && recommendation === undefined) {
    return known(questionnaire.factorById.keys(), factor, [...path, 'factor'])
  }
  return [{ path, code: 'origin', values: {} }]
}

function measureProblems(demo: Demo, questionnaire: Questionnaire): DemoProblem[] {
  const people = demo.people.map(({ id }) => id)
  return demo.measures.flatMap((measure, index): DemoProblem[] => {
    const path = ['measures', index]
    const order = measure.changes.map(({ on }, at) => [[...path, 'changes', at, 'on'], on] as const)
    const changes = measure.changes.flatMap((change, at): DemoProblem[] => {
      const place = [...path, 'changes', at]
      const asking = demo.rounds.find(({ year }) => year === change.askedIn)
      return [
        ...known(people, change.by, [...place, 'by']),
        ...(change.askedIn !== undefined && !asking ? [unknown([...place, 'askedIn'], change.askedIn)] : []),
        ...(asking ? openProblems(asking, change.on, [...place, 'on']) : []),
        ...(change.status === 'verworfen' ? needsReason(change, place) : []),
      ]
    })
    return [
      ...originProblems(measure, path, demo, questionnaire),
      ...known(people, measure.by, [...path, 'by']),
      ...orderProblems([[[...path, 'created'], measure.created], ...order]),
      ...changes,
    ]
  })
}

/** Gives every problem of a well-formed file; empty if the demonstration can be built from it. */
export function checkDemo(demo: Demo, questionnaire: Questionnaire): DemoProblem[] {
  const first: DemoProblem[] =
    demo.people[0]?.role === 'koordination' ? [] : [{ path: ['people', 0, 'role'], code: 'no-coordinator', values: {} }]
  const targets = demo.targets.flatMap((target, index) => [
    ...known(questionnaire.factorById.keys(), target.factor, ['targets', index, 'factor']),
    ...(target.value < usualTarget ? needsReason(target, ['targets', index]) : []),
  ])
  return [...first, ...roundProblems(demo, questionnaire), ...measureProblems(demo, questionnaire), ...targets]
}
