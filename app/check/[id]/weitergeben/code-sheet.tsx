import { PrintedCode } from '@/app/_components/printed-code'
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

/** The Wiederaufnahme-Code as a sheet. */
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
    <PrintedCode
      title={t('handover.share.sheet.title', { product: t('common.product') })}
      codeLabel={t('handover.share.sheet.code')}
      code={code}
      rows={rows}
      keep={t('handover.share.sheet.keep')}
    />
  )
}
