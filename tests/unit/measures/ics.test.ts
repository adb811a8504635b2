import { describe, expect, test } from '@jest/globals'
import { writeCalendar } from '@/lib/measures/ics'

const entry = {
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  day: '2027-06-30',
  summary: 'Wiedervorlage: Ort, Zeit; Träger \\ Stadt',
  description: 'Wer führt: Jugendamt\nStand: läuft',
  version: 3,
  changedAt: new Date('2026-11-20T08:00:00Z'),
}
const stamp = new Date('2026-11-23T12:00:00.123Z')
const write = (given: Partial<typeof entry> = {}) =>
  writeCalendar([{ ...entry, ...given }], { stamp, product: 'Drei-Ebenen-Check' })

describe('a calendar file', () => {
  test('holds one all-day entry a measure', () => {
    expect(write().split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Drei-Ebenen-Check//DE',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:AAAAAAAAAAAAAAAAAAAAAA@drei-ebenen-check',
      'DTSTAMP:20261123T120000Z',
      'LAST-MODIFIED:20261120T080000Z',
      'SEQUENCE:2',
      'DTSTART;VALUE=DATE:20270630',
      'DTEND;VALUE=DATE:20270701',
      'SUMMARY:Wiedervorlage: Ort\\, Zeit\\; Träger \\\\ Stadt',
      'DESCRIPTION:Wer führt: Jugendamt\\nStand: läuft',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test.each([
    ['2026-03-29', '20260330'],
    ['2026-10-25', '20261026'],
    ['2027-12-31', '20280101'],
    ['2028-02-28', '20280229'],
  ])('the entry of %s ends on %s, also where clocks change', (day, end) => {
    expect(write({ day })).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\nDTEND;VALUE=DATE:${end}\r\n`)
  })

  test('no line is longer than 75 octets, and no letter is cut', () => {
    const lines = write({ summary: 'ä'.repeat(100), description: '👩‍👩‍👧'.repeat(40) }).split('\r\n')
    const lengths = lines.map((line) => Buffer.byteLength(line))
    expect(Math.max(...lengths)).toBe(75)
    expect(lines.join('')).not.toContain('\ufffd')
  })

  test('a text cannot add a line of its own', () => {
    const lines = write({ summary: 'x\r\nEND:VEVENT\rBEGIN:VALARM\nATTACH:file' }).split(/\r\n|\r|\n/)
    expect(lines.filter((line) => /^(END:VEVENT|BEGIN:VALARM|ATTACH)/.test(line))).toEqual(['END:VEVENT'])
  })
})
