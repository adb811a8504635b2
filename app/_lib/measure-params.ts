import type { WorkspaceParams } from './workspace-params'

/** What Next gives a Route Handler under `/api/workspaces/[workspaceId]/measures/[measureId]`. */
export interface MeasureParams extends WorkspaceParams {
  readonly measureId: string
}
