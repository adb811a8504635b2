/** What spreadsheets could make of a table file. */
import { parse } from 'csv-parse/sync'

/** A cell as a spreadsheet looks at it: quotes and blanks before the first sign do not protect. */
const computes = /^["\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^"*[\t\r]/

/** Knows quotes and does not mind where they stand; where one is left open, the last cell goes on to the end. */
function readLeniently(file: string, delimiter: string): string[][] {
  const options = {
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: '\n',
  } as const
  try {
    return parse(file, options)
  } catch {
    return parse(`${file}"`, options)
  }
}

/** Splits at every separator and every kind of line break. */
const readBluntly = (file: string, delimiter: string): string[][] =>
  file
    .replace(/^\ufeff/, '')
    .split(/[\n\v\f\r\u0085\u2028\u2029]/)
    .map((line) => line.split(delimiter))

/** Gives the cells that a reader could take for a formula, whichever of three separators it expects. */
export function formulaCells(file: string): string[] {
  // The end of a line is the file's own, not what somebody wrote.
  const plain = file.replaceAll('\r\n', '\n')
  const readings = [';', ',', '\t'].flatMap((delimiter) => [readLeniently(plain, delimiter), readBluntly(plain, delimiter)])
  return readings.flat(2).filter((cell) => computes.test(cell))
}
