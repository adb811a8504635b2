/** A workspace as its members see it. All failures are AppErrors. */
import { newestQuestionnaire, questionnaireOf } from '../assessments/content'
import { requireUnchanged } from '../assessments/shown-state'
import { checkProfile } from '../assessments/parse-profile'
import { profileColumnSchema } from '../assessments/stored-json'
import { withDatabase } from '../assessments/with-database'
import { AppError, type FieldError } from '../errors'
import type { Profile } from '../questionnaire/questionnaire'
import type { Actor } from './actor'
import { requireMember } from './guard'
import type { Role } from './permissions'
import { countCoordinators, findWorkspace, storeWorkspaceProfile } from './repository'

export interface WorkspaceView {
  readonly id: string
  /** The Kommune. */
  readonly name: string
  /** Copied into each new round. */
  readonly profile: Profile
  /** Of the person who asks. */
  readonly role: Role
  readonly userId: string
  readonly coordinators: number
}

/** Gives a workspace. @throws AppError `not-found`, `login-required` */
export async function readWorkspace(actor: Actor, workspaceId: string): Promise<WorkspaceView> {
  return await withDatabase(async ({ client }) => {
    const { role, userId } = await requireMember(client, actor, workspaceId, 'workspace.read')
    const found = await findWorkspace(client, workspaceId)
    if (!found) throw new AppError('not-found')
    const { id, name, profile } = found
    const coordinators = await countCoordinators(client, workspaceId)
    return { id, name, profile: profileColumnSchema.parse(profile), role, userId, coordinators }
  })
}

/**
 * Saves the valid fields of the profile that new rounds start with, and gives the refused ones. The name of the Kommune is the
 * name of the workspace. Rounds that exist keep the profile they have.
 * @param shown the mark of what the form showed (shown-state)
 * @throws AppError `not-found`, `forbidden`, `changed-meanwhile`
 */
export async function saveWorkspaceProfile(
  actor: Actor,
  workspaceId: string,
  values: Readonly<Record<string, string | readonly string[]>>,
  now: Date,
  shown?: string,
): Promise<{ readonly errors: FieldError[] }> {
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireMember(client, actor, workspaceId, 'workspace.edit')
      const found = await findWorkspace(client, workspaceId)
      if (!found) throw new AppError('not-found')
      const before = profileColumnSchema.parse(found.profile)
      const { profile, errors } = checkProfile(questionnaireOf(newestQuestionnaire).profileFields, before, values, now)
      requireUnchanged(shown, before, profile)
      const name = typeof profile.name === 'string' ? profile.name : found.name
      await storeWorkspaceProfile(client, workspaceId, { name, profile })
      return { errors }
    }),
  )
}
