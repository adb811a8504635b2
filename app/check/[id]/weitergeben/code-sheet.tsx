import { germanDate, germanTime } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'

interface CodeSheetProps {
  code: string
  checkName: string
  /** Where the code is typed in, with host. */
  address: string
  issuedAt: Date
  deletedOn: Date
}

/** The code with everything needed to use it, on one sheet. On paper the page consists of nothing else. */
export function CodeSheet({ code, checkName, address, issuedAt, deletedOn }: CodeSheetProps) {
  const rows = [
    [t('handover.share.sheet.check'), checkName],
    [t('handover.share.sheet.address'), address],
    [t('handover.share.sheet.purpose'), t('handover.share.sheet.purposeText')],
    [
      t('handover.share.sheet.issued'),
      t('handover.share.sheet.issuedAt', { date: germanDate(issuedAt), time: germanTime(issuedAt) }),
    ],
    [t('handover.share.sheet.until'), t('handover.share.sheet.untilText', { date: germanDate(deletedOn) })],
  ] as const
  return (
    <div className="dec-code-box dec-flow">
      <h3 className="kern-title">{t('handover.share.sheet.title', { product: t('common.product') })}</h3>
      <p>
        <span className="kern-sr-only">{t('handover.share.sheet.code')} </span>
        <strong className="dec-code dec-code--large">{code}</strong>
      </p>
      <dl className="dec-pairs">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="kern-body">
        <strong>{t('handover.share.sheet.keep')}</strong>
      </p>
    </div>
  )
}
