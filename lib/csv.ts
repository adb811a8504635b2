/** A table as a file that German Excel opens with a double click (RFC 4180 with semicolons, UTF-8 with a byte order mark). */
import { stringify } from 'csv-stringify/sync'

/**
 * What a spreadsheet takes for the beginning of a formula: the four signs, wide ones too, at the beginning of a cell or behind
 * blanks and quotes; a tab or a carriage return there is skipped by some.
 * A cell begins for a reader also behind what it takes for a separator: an English Excel splits at commas, others at tabs, and
 * having lost the quotes once they end the line at each break. Looked for backwards from the sign, so that a long run of blanks
 * is walked through once.
 */
const beginsFormula =
  /(?<=(?:^|[,;\t\n\v\f\r\u0085\u2028\u2029])[\s"]*)[=+\-@\uff1d\uff0b\uff0d\uff20]|(?<=(?:^|[,;\t\n\v\f\r\u0085\u2028\u2029])"*)[\t\r]/g

/**
 * Writes rows of cells, each in quotes.
 * What a spreadsheet would read as a formula gets an apostrophe in front, which shows it as text: what people write
 * here must not compute anything on somebody else's computer, whichever separator that computer expects.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => cell.replace(beginsFormula, "'$&"))),
    { bom: true, delimiter: ';', record_delimiter: 'windows', quoted: true, quoted_empty: true },
  )
}
