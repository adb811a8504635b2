/** What the worker is given and what it answers. Everything here is copied between threads. */
import type { Questionnaire } from '../../questionnaire/questionnaire'
import type { LevelId } from '../../questionnaire/schema'
import type { ReportViewModel } from '../types'

export type WorkerJob = { readonly fonts: string; readonly demo: boolean } & (
  | { readonly kind: 'report'; readonly view: ReportViewModel; readonly coatOfArms: Uint8Array | null }
  | { readonly kind: 'questionnaire'; readonly questionnaire: Questionnaire; readonly levelId: LevelId | null }
)

export interface WorkerAnswer {
  readonly bytes: Uint8Array
}
