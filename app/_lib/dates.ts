/** Times as people in Germany read them, whatever the server's clock is set to. */
import { germanDate } from '@/lib/report/format'

/** `14:03` in Berlin. */
export function germanTime(date: Date): string {
  return new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(date)
}

export { germanDate }
