/** Rounds for comparisons, as short as a test's table needs them. */
import type { Questionnaire, Sheet } from '@/lib/questionnaire/questionnaire'
import type { ProgressRound } from '@/lib/report/progress-types'
import { buildSheet, type Marks } from './build-sheet'

type More = Partial<Omit<ProgressRound, 'questionnaire' | 'sheet'>> & { readonly sheet?: Partial<Sheet> }

/** A closed round named after its year, unless `more` says otherwise. */
export function buildRound(questionnaire: Questionnaire, year: number, marks: Marks, more: More = {}): ProgressRound {
  const { sheet, ...rest } = more
  return {
    id: `runde-${year}`,
    name: String(year),
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    closedOn: `${year + 1}-02-01`,
    asOf: `${year}-12-31`,
    questionnaire,
    sheet: buildSheet(questionnaire, marks, sheet),
    comments: {},
    recorded: null,
    ...rest,
  }
}
