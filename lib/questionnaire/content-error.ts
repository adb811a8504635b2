import type { Problem } from './check/problem'

/** Content that cannot be used. For operators and authors: users of the site never meet it on checked content. */
export class ContentError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.file}: ${problem.code} at "${problem.path.join('.')}" ${JSON.stringify(problem.values)}`)
    this.name = 'ContentError'
    this.problem = problem
  }
}
