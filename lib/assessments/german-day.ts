/**
 * Reads a day as people in Germany write it or as a date field sends it.
 * @param text `1.2.2026`, `01.02.2026` or `2026-02-01`
 * @returns `2026-02-01`, or null for anything else and for days that the calendar does not have
 */
export function readGermanDay(text: string): string | null {
  const iso = text
    .trim()
    .replace(
      /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/,
      (_, d: string, m: string, y: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
    )
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** Days outside are slips of the keyboard. */
const firstDay = '1990-01-01'
const lastDay = '2100-12-31'

/** True for a day (`2026-02-01`) that a town may mean: from 1990 to 2100. */
export const isLikelyDay = (day: string): boolean => day >= firstDay && day <= lastDay

/** The same as `readGermanDay`, and null for days that nobody means. */
export function readLikelyDay(text: string): string | null {
  const day = readGermanDay(text)
  return day !== null && isLikelyDay(day) ? day : null
}
