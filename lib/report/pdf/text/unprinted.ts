import type { ReportViewModel } from '../../types'
import { isCovered } from './font-coverage'
import { createPrintableTexts, printableData } from './printable'

/** Gives the characters of a report for which its PDF shows □, each once, in the order in which they first occur. */
export function unprintedCharacters(view: ReportViewModel): readonly string[] {
  const texts = createPrintableTexts(isCovered)
  printableData(view, texts)
  return texts.unprinted
}
