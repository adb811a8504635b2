import type { SetTarget } from '../recommendations/types'

/** Which target: of a factor, for the Kommune (`subjectId` empty) or for one Quartier. */
export interface TargetPlace {
  readonly factorId: string
  readonly subjectId: string
}

/** A target as it is stored, with the version for conflict detection. */
export interface StoredTarget extends SetTarget, TargetPlace {
  /** 1 at the first save; each change adds one. */
  readonly version: number
}
