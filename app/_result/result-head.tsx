import { t } from '@/app/_lib/text'
import type { ReportViewModel } from '@/lib/report/types'

interface ResultHeadProps {
  report: ReportViewModel
  kicker: string
  children?: React.ReactNode
}

/** A dash never begins a line. */
const withBoundDashes = (text: string) => text.replaceAll(' – ', '\u00a0– ')

/** The result in words: headline, two sentences, and how reliable it is. */
export function ResultHead({ report, kicker, children }: ResultHeadProps) {
  const { dateText, statusText, answeredText } = report.meta
  const nothing = t(report.unknowns.length > 0 ? 'result.empty.leadUnknown' : 'result.empty.lead')
  return (
    <header className="dec-result-head">
      <p className="kern-preline">{kicker}</p>
      <h1 className="kern-heading-x-large dec-headline">{withBoundDashes(report.headline)}</h1>
      <p className="kern-body kern-body--large dec-text--large">{report.empty ? nothing : report.lead}</p>
      <p className="kern-body dec-quiet dec-text">
        {t('result.meta', { date: dateText, status: statusText, answered: answeredText })}
      </p>
      {children}
    </header>
  )
}
