/** What Next gives a Route Handler under `/api/workspaces/[workspaceId]`. */
export interface WorkspaceParams {
  readonly workspaceId: string
}
