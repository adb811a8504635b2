/** Whatever people write, it comes out of the table and the calendar file as it went in, and nothing else does. */
import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { checkText } from '@/lib/assessments/text'
import { writeCsv } from '@/lib/csv'
import { writeCalendar } from '@/lib/measures/ics'
import { mergeEdit } from '@/lib/measures/merge-edit'
import { formulaCells } from '../factories/formula-cells'
import { measureFields } from '../factories/measure'

/** Any text that can be stored, with what the formats find hard more often than chance would bring it. */
const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\n', '\r\n', ';', ',', '"', '""', '\\', '\\n', "'", '=', '+', '-', '@', '\t', ' ', 'ä', '👩‍👩‍👧', '\ufeff'),
)
const text = fc
  .array(piece, { maxLength: 12 })
  .map((pieces) => checkText(pieces.join(''), { limit: 4_000, lines: 100 }))
  .filter((checked) => 'text' in checked)
  .map((checked) => checked.text)

/** Reads like a spreadsheet: any kind of line break outside of quotes ends a line. */
const read = (file: string) =>
  parse(Buffer.from(file), { bom: true, delimiter: ';', record_delimiter: ['\r\n', '\n', '\r'] }) as string[][]

/** Apostrophes are all that the file adds. */
const bare = (cell: string) => cell.replaceAll("'", '')

describe('the table', () => {
  const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 })

  test('gives every cell back; one without a sign of a formula to the letter', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const found = read(writeCsv(given))
        expect(found.map((row) => row.map(bare))).toEqual(given.map((row) => row.map(bare)))
        given.flat().forEach((cell, index) => {
          if (!/[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell)) expect(found.flat()[index]).toBe(cell)
        })
      }),
    )
  })

  test('has no cell that begins a formula, whichever separator a reader expects and whatever it makes of quotes', () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(formulaCells(writeCsv(given))).toEqual([])
      }),
    )
  })
})

/** Reads a calendar file as RFC 5545 says: unfold, split at the first colon, unescape. */
function readCalendar(file: string): [string, string][] {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  expect(lines.pop()).toBe('')
  return lines.map((line) => {
    const colon = line.indexOf(':')
    const value = line.slice(colon + 1).replace(/\\(.)/gsu, (_, letter: string) => (letter === 'n' ? '\n' : letter))
    return [line.slice(0, colon), value]
  })
}

describe('the calendar', () => {
  const entry = { id: 'a', day: '2027-06-30', version: 1, changedAt: new Date(0) }
  const options = { stamp: new Date(0), product: 'x' }

  test('gives every text back', () => {
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const read = readCalendar(writeCalendar([{ ...entry, summary, description }], options))
        expect(read.filter(([name]) => name === 'SUMMARY')).toEqual([['SUMMARY', summary]])
        expect(read.filter(([name]) => name === 'DESCRIPTION')).toEqual(description === '' ? [] : [['DESCRIPTION', description]])
        expect(read).toHaveLength(description === '' ? 15 : 16)
      }),
    )
  })

  test('has no line over 75 octets and cuts no letter', () => {
    fc.assert(
      fc.property(text, (summary) => {
        const file = Buffer.from(writeCalendar([{ ...entry, summary, description: '' }], options))
        const strict = new TextDecoder('utf-8', { fatal: true })
        for (let start = 0; start < file.length;) {
          const end = file.indexOf('\r\n', start)
          expect(end - start).toBeLessThanOrEqual(75)
          strict.decode(file.subarray(start, end))
          start = end + 2
        }
      }),
    )
  })
})

describe('two edits of one measure', () => {
  const status = fc.constantFrom('geplant' as const, 'laeuft' as const, 'erledigt' as const)
  const few = fc.constantFrom('', 'a', 'b')
  const fields = fc.record({ title: few, lead: few, note: few, reason: few, status }).map((given) => measureFields(given))

  test('nothing that somebody wrote is lost without being told', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, stored, mine) => {
        const { merged, conflicts } = mergeEdit(base, stored, mine)
        for (const name of ['title', 'lead', 'note', 'reason', 'status'] as const) {
          if (conflicts.includes(name)) continue
          if (stored[name] !== base[name] && mine[name] === base[name]) expect(merged[name]).toBe(stored[name])
          if (mine[name] !== base[name] && stored[name] === base[name]) expect(merged[name]).toBe(mine[name])
        }
      }),
    )
  })

  test('alone it is taken as it is, whatever it is', () => {
    fc.assert(
      fc.property(fields, fields, (base, mine) => {
        expect(mergeEdit(base, base, mine)).toEqual({ merged: mine, conflicts: [] })
      }),
    )
  })
})
