/** One part of the result with its place in the table of contents. */
export interface ResultSection {
  readonly id: string
  readonly heading: string
  readonly content: React.ReactNode
}

/** Where the result leads on. The example has pages of its own and takes no decisions. */
export interface ResultTarget {
  /** `/check/<id>` or `/beispiel` */
  readonly base: string
  /** The assessment that decisions belong to; null in the example. */
  readonly checkId: string | null
  /** Where a round belongs to; null or missing without a workspace. */
  readonly workspaceId?: string | null
  /** False where nothing can be decided any more. */
  readonly decides: boolean
}
