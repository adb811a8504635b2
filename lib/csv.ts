/** A table as a file that German Excel opens with a double click (RFC 4180 with semicolons, UTF-8 with a byte order mark). */
import { stringify } from 'csv-stringify/sync'

/**
 * Writes rows of cells.
 * A cell that a spreadsheet would read as a formula gets an apostrophe in front, which shows it as text: what people write
 * here must not compute anything on somebody else's computer.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom: true, delimiter: ';', record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true },
  )
}
