/** The result as JSON, for other programs: figures and conclusions. */
import { z } from 'zod'
import type { Questionnaire, Sheet } from '../questionnaire/questionnaire'
import { resultFigures, resultFiguresSchema } from './result-figures'
import type { ReportViewModel } from './types'

export const resultJsonSchema = z.strictObject({ ...resultFiguresSchema.shape, conclusions: z.array(z.string()) })

export type ResultJson = z.infer<typeof resultJsonSchema>

/**
 * Gives the result of a sheet's first place.
 * @param view the view model of the same sheet: conclusions are its prose, word for word
 * @throws Error if the sheet names no place
 */
export function resultJson(questionnaire: Questionnaire, sheet: Sheet, view: ReportViewModel): ResultJson {
  return { ...resultFigures(questionnaire, sheet), conclusions: view.conclusions.flatMap((section) => section.paragraphs) }
}
