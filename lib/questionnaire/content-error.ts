import type { Problem } from './check/problem'

/** Where a problem is on disk. */
export interface ProblemPlace {
  /** The version's folder, beginning with the content root as given. */
  readonly folder: string
  /** 1-based. */
  readonly line: number
}

/** Content that cannot be used. For operators and authors: users of the site never meet it on checked content. */
export class ContentError extends Error {
  readonly problem: Problem
  /** Null as long as only parsed files are known: `loadQuestionnaire` fills it in. */
  readonly place: ProblemPlace | null

  constructor(problem: Problem, place: ProblemPlace | null = null) {
    const where = place ? `${place.folder}/${problem.file}:${place.line}` : problem.file
    super(`${where}: ${problem.code} at "${problem.path.join('.')}" ${JSON.stringify(problem.values)}`)
    this.name = 'ContentError'
    this.problem = problem
    this.place = place
  }
}
