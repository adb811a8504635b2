import { planDownload } from '@/app/_lib/plan-download'
import { t } from '@/app/_lib/text'
import { writeCsv } from '@/lib/csv'
import { planRows } from '@/lib/measures/plan-files'

/** The whole plan as a table. */
export const GET = planDownload({
  ending: '.csv',
  type: 'text/csv; charset=utf-8',
  write: (measures) => writeCsv(planRows(measures, t)),
})
