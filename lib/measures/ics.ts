/**
 * The Wiedervorlage as a calendar file (RFC 5545): one all-day entry per measure. Written here, because the libraries at hand
 * fold lines by letters instead of octets, or need a newer Node.
 */

export interface CalendarEntry {
  /** Of the measure: the same in each download, so that a calendar replaces the entry. */
  readonly id: string
  /** `2027-06-30` */
  readonly day: string
  readonly summary: string
  readonly description: string
  /** Version of the measure: a calendar takes the higher one. */
  readonly version: number
  readonly changedAt: Date
}

const mostOctets = 75
const uidDomain = 'drei-ebenen-check'

const octets = (text: string) => new TextEncoder().encode(text).length

/** Cuts a line so that each piece has at most 75 octets with its leading blank, and no letter is cut in two (3.1). */
function fold(line: string): string {
  let folded = ''
  let length = 0
  for (const letter of line) {
    const size = octets(letter)
    if (length + size > mostOctets) {
      folded += '\r\n '
      length = 1
    }
    folded += letter
    length += size
  }
  return folded
}

/** A value of type TEXT (3.3.11). */
const escapeText = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')

/** `2027-06-30` → `20270630` */
const basicDay = (day: string) => day.replaceAll('-', '')

/** `20261123T120000Z` */
const basicInstant = (date: Date) => date.toISOString().replace(/[-:]|\.\d+/g, '')

/** The day after; DTEND is not part of the entry. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

/**
 * Writes a calendar file.
 * @param entries at least one: a calendar without is none (3.6)
 * @param stamp when it is written
 * @param product who writes it, e.g. „Drei-Ebenen-Check“
 */
export function writeCalendar(entries: readonly CalendarEntry[], { stamp, product }: { stamp: Date; product: string }): string {
  const events = entries.flatMap(({ id, day, summary, description, version, changedAt }) => [
    'BEGIN:VEVENT',
    `UID:${id}@${uidDomain}`,
    `DTSTAMP:${basicInstant(stamp)}`,
    `LAST-MODIFIED:${basicInstant(changedAt)}`,
    `SEQUENCE:${version - 1}`,
    `DTSTART;VALUE=DATE:${basicDay(day)}`,
    `DTEND;VALUE=DATE:${basicDay(dayAfter(day))}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${product}//DE`, 'METHOD:PUBLISH', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
