/** What Next gives a Route Handler under `/api/workspaces/[workspaceId]`. */
export interface WorkspaceParams {
  readonly workspaceId: string
}

/** … under `/api/workspaces/[workspaceId]/measures/[measureId]`. */
export interface MeasureParams extends WorkspaceParams {
  readonly measureId: string
}
