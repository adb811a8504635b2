/** References: what one file names, another holds, and both agree on where it belongs. */
import type { ContentParts, Sourced } from '../content-parts'
import type { Factor, Measure } from '../schema'
import type { KeyPath, Problem, ProblemCode } from './problem'

interface Known {
  readonly factors: ReadonlyMap<string, Factor>
  readonly factorOfQuestion: ReadonlyMap<string, string>
  readonly measures: ReadonlySet<string>
  readonly unread: ReadonlySet<string>
}

function known(parts: ContentParts): Known {
  return {
    factors: new Map(parts.factors.map(({ value }) => [value.id, value])),
    factorOfQuestion: new Map(parts.factors.flatMap(({ value }) => value.questions.map(({ id }) => [id, value.id] as const))),
    measures: new Set(parts.measures.map(({ value }) => value.id)),
    unread: parts.unread,
  }
}

const problem = (file: string, path: KeyPath, code: ProblemCode, key: string, other = ''): Problem => ({
  file,
  path,
  code,
  values: { key, other },
})

/** Checks one reference to a factor; with `level`, also that the factor belongs there. */
function factorReference({ factors, unread }: Known, file: string, path: KeyPath, id: string, level?: string): Problem[] {
  const factor = factors.get(id)
  if (!factor) return unread.has(id) ? [] : [problem(file, path, 'dangling-reference', id)]
  return level && factor.level !== level ? [problem(file, path, 'wrong-level', id, factor.level)] : []
}

function levelProblems(parts: ContentParts, all: Known): Problem[] {
  const { file, value } = parts.questionnaire
  return value.levels.flatMap((level, at) => [
    ...level.factors.flatMap((id, index) => [
      ...factorReference(all, file, ['levels', at, 'factors', index], id, level.id),
      ...(level.factors.indexOf(id) < index ? [problem(file, ['levels', at, 'factors', index], 'duplicate-id', id, file)] : []),
    ]),
    ...level.foundations.flatMap(({ factor, capAlternatives }, index) => [
      ...factorReference(all, file, ['levels', at, 'foundations', index, 'factor'], factor, level.id),
      ...capAlternatives.flatMap((id, alternative) =>
        factorReference(all, file, ['levels', at, 'foundations', index, 'capAlternatives', alternative], id, level.id),
      ),
    ]),
  ])
}

/** A question is reached if its level lists its factor and the profile can leave the factor in. */
function factorProblems(parts: ContentParts, { file, value: factor }: Sourced<Factor>): Problem[] {
  const listed = parts.questionnaire.value.levels.some((level) => level.factors.includes(factor.id))
  const unreachable = factor.questions.map(({ id }, index) =>
    problem(file, ['questions', index, 'id'], 'unreachable-question', id),
  )
  const [key, practice] = factor.questions
  const roles = key?.role === 'key' && practice?.role === 'practice'
  return [
    ...(listed ? [] : unreachable),
    ...(roles ? [] : [problem(file, ['questions', 0, 'role'], 'question-roles', factor.id)]),
    ...conditionProblems(parts, file, factor, unreachable),
  ]
}

function conditionProblems(parts: ContentParts, file: string, { appliesWhen }: Factor, unreachable: Problem[]): Problem[] {
  if (!appliesWhen) return []
  const { field: id, notIn } = appliesWhen
  const field = parts.profile.value.fields.find((entry) => entry.id === id)
  if (!field) return parts.unread.has(id) ? [] : [problem(file, ['appliesWhen', 'field'], 'dangling-reference', id)]
  const options = 'options' in field ? field.options.map((option) => option.id) : []
  const dangling = notIn.flatMap((option, index) =>
    options.includes(option) ? [] : [problem(file, ['appliesWhen', 'notIn', index], 'dangling-reference', option)],
  )
  const excludesAll = options.length > 0 && options.every((option) => notIn.includes(option))
  return [...dangling, ...(excludesAll ? unreachable : [])]
}

function measureProblems(all: Known, { file, value: measure }: Sourced<Measure>): Problem[] {
  const ranges = 'any' in measure.trigger ? measure.trigger.any : []
  return [
    ...factorReference(all, file, ['factor'], measure.factor, measure.level),
    ...ranges.flatMap(({ question }, index): Problem[] => {
      const path = ['trigger', 'any', index, 'question']
      const factor = all.factorOfQuestion.get(question)
      if (factor === undefined) return all.unread.has(question) ? [] : [problem(file, path, 'dangling-reference', question)]
      return factor === measure.factor ? [] : [problem(file, path, 'foreign-question', question, factor)]
    }),
    ...measure.prerequisites.flatMap((id, index): Problem[] =>
      all.measures.has(id) || all.unread.has(id) ? [] : [problem(file, ['prerequisites', index], 'dangling-reference', id)],
    ),
  ]
}

/** Dangling references, things listed under the wrong level, and questions nobody can ever be asked. */
export function checkReferences(parts: ContentParts): Problem[] {
  const all = known(parts)
  return [
    ...levelProblems(parts, all),
    ...parts.factors.flatMap((factor) => factorProblems(parts, factor)),
    ...parts.measures.flatMap((measure) => measureProblems(all, measure)),
    ...parts.challenges.value.challenges.flatMap(({ factors }, at) =>
      factors.flatMap((id, index) => factorReference(all, parts.challenges.file, ['challenges', at, 'factors', index], id)),
    ),
  ]
}
