import { calendarOf, planDownload } from '@/app/_lib/plan-download'

/** The Wiedervorlagen of all open measures. */
export const GET = planDownload({ ending: '.ics', type: 'text/calendar; charset=utf-8', write: calendarOf })
