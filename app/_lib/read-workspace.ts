/** One workspace, for a page below `/arbeitsbereich/[workspaceId]`. */
import { cache } from 'react'
import { may, type Action } from '@/lib/accounts/permissions'
import { readWorkspace, type WorkspaceView } from '@/lib/accounts/workspace-service'
import { readActor } from './actor'
import { showFailure } from './read-check'
import { workspacePage } from './next-page'

export interface Workspace extends WorkspaceView {
  /** True if the person may do this here; pages ask it only to leave out what would be refused. */
  readonly may: (action: Action) => boolean
}

/** Reads a workspace of the person who is signed in, once per request. */
export const readWorkspacePage = cache(async (workspaceId: string): Promise<Workspace> => {
  try {
    const view = await readWorkspace(await readActor(), workspaceId)
    return { ...view, may: (action) => may(view.role, action) }
  } catch (error) {
    return showFailure(error, workspacePage(workspaceId))
  }
})
