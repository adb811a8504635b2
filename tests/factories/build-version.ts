/** Later versions of a questionnaire built in memory: what they change, and the migration that says so. */
import { compileQuestionnaire } from '@/lib/questionnaire/compile'
import type { ContentParts } from '@/lib/questionnaire/content-parts'
import { findMigrationPath, type MigrationPath } from '@/lib/questionnaire/migration/migration-path'
import type { ListedQuestion, Mapping } from '@/lib/questionnaire/migration/migration-schema'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { buildParts, type QuestionnaireOutline } from './build-questionnaire'

/** What a version does to one question of the version before. `replaced` drops it and adds another in its place. */
export type QuestionChange = 'reworded' | 'replaced' | { readonly mapping: Mapping }

export interface VersionOutline {
  readonly changes: Readonly<Record<string, QuestionChange>>
  readonly droppedChallenges?: readonly string[]
  readonly droppedMeasures?: readonly string[]
}

type ContentVersion = { readonly parts: ContentParts; readonly questionnaire: Questionnaire }

/** `runde-praxis` → `runde-praxis-2` → `runde-praxis-3`: an id is never reused. */
export const successorOf = (id: string) =>
  /-\d+$/.test(id) ? id.replace(/\d+$/, (number) => String(Number(number) + 1)) : `${id}-2`

function listed(id: string, change: QuestionChange): ListedQuestion[] {
  if (change === 'reworded') return [{ id, fate: 'reworded' }]
  if (change !== 'replaced') return [{ id, fate: 'scale-changed', mapping: change.mapping }]
  return [
    { id, fate: 'dropped' },
    { id: successorOf(id), fate: 'added' },
  ]
}

function nextParts(before: ContentParts, version: string, outline: VersionOutline): ContentParts {
  const { changes, droppedChallenges = [], droppedMeasures = [] } = outline
  const renamed = (id: string) => (changes[id] === 'replaced' ? successorOf(id) : id)
  return {
    ...before,
    questionnaire: { ...before.questionnaire, value: { ...before.questionnaire.value, version } },
    factors: before.factors.map(({ file, value }) => ({
      file,
      value: {
        ...value,
        questions: value.questions.map((question) => {
          const change = changes[question.id]
          if (!change) return question
          if (change === 'replaced') return { ...question, id: renamed(question.id), wordingVersion: 1 }
          return { ...question, wordingVersion: question.wordingVersion + 1 }
        }),
      },
    })),
    measures: before.measures
      .filter(({ value }) => !droppedMeasures.includes(value.id))
      .map(({ file, value }) => ({
        file,
        value: {
          ...value,
          trigger:
            'any' in value.trigger
              ? { any: value.trigger.any.map((range) => ({ ...range, question: renamed(range.question) })) }
              : value.trigger,
        },
      })),
    challenges: {
      file: before.challenges.file,
      value: { challenges: before.challenges.value.challenges.filter(({ id }) => !droppedChallenges.includes(id)) },
    },
    migration: {
      file: 'migration.yml',
      value: {
        from: before.questionnaire.value.version,
        questions: Object.entries(changes).flatMap(([id, change]) => listed(id, change)),
      },
    },
  }
}

/** 1.0.0 from the outline, then 1.1.0, 1.2.0 … each with its changes. */
export function buildVersions(outline: QuestionnaireOutline, ...later: readonly VersionOutline[]): ContentVersion[] {
  const compiled = (parts: ContentParts) => ({ parts, questionnaire: compileQuestionnaire(parts, 'probe') })
  const versions = [compiled(buildParts(outline))]
  for (const next of later) {
    versions.push(compiled(nextParts(versions.at(-1)!.parts, `1.${versions.length}.0`, next)))
  }
  return versions
}

/** The path between two of the versions; throws if there is none. */
export function pathBetween(versions: readonly ContentVersion[], from: number, to: number): MigrationPath {
  const found = findMigrationPath(
    versions[from]!.questionnaire,
    versions[to]!.questionnaire,
    (wanted) => versions.find(({ questionnaire }) => questionnaire.version === wanted)?.questionnaire ?? null,
  )
  if (!found.ok) throw new Error(`no path: ${found.reason} at ${found.at}`)
  return found.path
}
