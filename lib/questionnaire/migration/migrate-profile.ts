/** Profile, challenges and decisions: what every later version still knows is taken over. */
import type { Profile, ProfileValue, Questionnaire } from '../questionnaire'
import type { ProfileField } from '../schema'
import type { FilledCheck } from './filled-check'
import type { MigrationPath } from './migration-path'

/** `field`: the field is gone or asks for something else. `choices`: some or all of the chosen options are gone. */
export interface DroppedValue {
  readonly fieldId: string
  readonly because: 'field' | 'choices'
  /** Ids of the chosen options that are gone. */
  readonly choices: readonly string[]
}

const fieldOf = (version: Questionnaire, id: string) => version.profileFields.find((field) => field.id === id)
const isFigure = (field: ProfileField) => field.type === 'number' && field.figure

function offers(version: Questionnaire, fieldId: string, option: string): boolean {
  const field = fieldOf(version, fieldId)
  return field !== undefined && 'options' in field && field.options.some(({ id }) => id === option)
}

/** Gives the part of a value that can be taken over, or undefined, and what is lost. */
function migrateValue(
  { from, through }: MigrationPath,
  fieldId: string,
  value: ProfileValue,
): { value?: ProfileValue; dropped?: DroppedValue } {
  const before = fieldOf(from, fieldId)
  const same = through.every((version) => {
    const field = fieldOf(version, fieldId)
    return before && field && field.type === before.type && isFigure(field) === isFigure(before)
  })
  if (!before || !same) return { dropped: { fieldId, because: 'field', choices: [] } }
  if (before.type !== 'choice' && before.type !== 'multi') return { value }
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
  const gone = chosen.filter((option) => !through.every((version) => offers(version, fieldId, option)))
  if (gone.length === 0) return { value }
  const left = chosen.filter((option) => !gone.includes(option))
  return {
    ...(Array.isArray(value) && left.length > 0 ? { value: left } : {}),
    dropped: { fieldId, because: 'choices', choices: gone },
  }
}

/** Gives the profile of the new round, and every value or choice that the new version does not ask for any more. */
export function migrateProfile(path: MigrationPath, profile: Profile): { profile: Profile; dropped: readonly DroppedValue[] } {
  const results = Object.entries(profile).map(([id, value]) => [id, migrateValue(path, id, value)] as const)
  return {
    profile: Object.fromEntries(results.flatMap(([id, { value }]) => (value === undefined ? [] : [[id, value] as const]))),
    dropped: results.flatMap(([, { dropped }]) => dropped ?? []),
  }
}

/** Splits the chosen challenges, in their order. */
export function migrateChallenges({ through }: MigrationPath, chosen: readonly string[]) {
  const known = (id: string) => through.every((version) => version.challenges.some((challenge) => challenge.id === id))
  return { taken: chosen.filter(known), dropped: chosen.filter((id) => !known(id)) }
}

/** Splits decisions by whether their measure is still there. */
export function migrateDecisions<Decision>({ through }: MigrationPath, decisions: FilledCheck<Decision>['decisions']) {
  const known = (id: string) => through.every((version) => version.measureById.has(id))
  return {
    taken: Object.fromEntries(Object.entries(decisions).filter(([id]) => known(id))),
    dropped: Object.keys(decisions).filter((id) => !known(id)),
  }
}
