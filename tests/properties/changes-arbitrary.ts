/** What a later version may do to the questions of the one before. */
import fc from 'fast-check'
import type { Mapping } from '@/lib/questionnaire/migration/migration-schema'
import type { QuestionChange } from '@/tests/factories/build-version'

const mapping: fc.Arbitrary<Mapping> = fc
  .array(fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const), { minLength: 5, maxLength: 5 })
  .map((rungs) => rungs.toSorted((a, b) => a - b))
  .map(([a, b, c, d, e]) => ({ '0': a!, '1': b!, '2': c!, '3': d!, '4': e! }))

const change: fc.Arbitrary<QuestionChange | undefined> = fc.oneof(
  { arbitrary: fc.constant(undefined), weight: 5 },
  { arbitrary: fc.constant('reworded' as const), weight: 1 },
  { arbitrary: fc.constant('replaced' as const), weight: 1 },
  { arbitrary: mapping.map((own) => ({ mapping: own })), weight: 2 },
)

/** Changes by question id; most questions are kept. */
export function changesArbitrary(questionIds: readonly string[]): fc.Arbitrary<Record<string, QuestionChange>> {
  return fc
    .tuple(...questionIds.map((id) => change.map((own) => [id, own] as const)))
    .map((entries) => Object.fromEntries(entries.flatMap(([id, own]) => (own ? [[id, own] as const] : []))))
}
