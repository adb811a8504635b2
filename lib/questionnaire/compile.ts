/** Content files → the questionnaire every pure module works on. All look-ups are built here, once. */
import { checkFoundations } from './check/check-foundations'
import { checkIds } from './check/check-ids'
import { checkPrerequisites } from './check/check-prerequisites'
import { checkReferences } from './check/check-references'
import { ContentError } from './content-error'
import type { ContentParts } from './content-parts'
import type { Questionnaire } from './questionnaire'
import type { Measure } from './schema'

/** Rules without which scores and ranks would be wrong. Wording and completeness are left to `npm run check-content`. */
const structureRules = [checkIds, checkReferences, checkFoundations, checkPrerequisites]

const byOrder = (a: Measure, b: Measure) => a.order - b.order || (a.id < b.id ? -1 : 1)

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<T['id'], T> =>
  new Map(items.map((item) => [item.id, item]))

/**
 * Compiles checked files. Factors come in the order their levels list them, measures by factor and `order`, whatever the
 * order of the files.
 * @param hash the content hash, hex
 * @throws ContentError naming the file and the offending key
 */
export function compileQuestionnaire(parts: ContentParts, hash: string): Questionnaire {
  const problem = structureRules.flatMap((rule) => rule(parts))[0]
  if (problem) throw new ContentError(problem)

  const { id, version, title, subtitle, source, levels } = parts.questionnaire.value
  const factorById = byId(parts.factors.map(({ value }) => value))
  const listed = levels.map((level) => [level.id, level.factors.flatMap((factorId) => factorById.get(factorId) ?? [])] as const)
  const factors = listed.flatMap(([, own]) => own)
  const measuresOfFactor = new Map(
    factors.map((factor) => {
      const own = parts.measures.map(({ value }) => value).filter((measure) => measure.factor === factor.id)
      return [factor.id, own.toSorted(byOrder)] as const
    }),
  )
  const measures = [...measuresOfFactor.values()].flat()
  const questions = factors.flatMap((factor) => factor.questions.map((question) => ({ question, factor })))

  return {
    id,
    version,
    hash,
    title,
    subtitle,
    source,
    levels,
    factors,
    measures,
    challenges: parts.challenges.value.challenges,
    glossary: parts.glossary.value.terms,
    profileFields: parts.profile.value.fields,
    migration: parts.migration?.value ?? null,
    levelById: byId(levels),
    factorById,
    questionById: byId(questions.map(({ question }) => question)),
    factorOfQuestion: new Map(questions.map(({ question, factor }) => [question.id, factor])),
    measureById: byId(measures),
    factorsOfLevel: new Map(listed),
    measuresOfFactor,
  }
}
