/** What Next gives a Route Handler under `/api/assessments/[id]`. */
export interface AssessmentParams {
  readonly id: string
}
