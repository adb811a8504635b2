import { Notice } from '@/app/_components/notice'
import { PageErrors } from '@/app/_components/page-errors'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { t } from '@/app/_lib/text'
import { BackToOverview } from '../back-to-overview'
import { BeforeClosing } from './before-closing'
import { ClosedRound } from './closed-round'
import { History } from './history'
import { readClosingPage } from './read-closing-page'

const titleOf = ({ check }: { check: { closing: unknown } }) =>
  t(check.closing ? 'rounds.closing.titleClosed' : 'rounds.closing.title')

export async function generateMetadata({ params, searchParams }: CheckPageProps) {
  const data = await readClosingPage((await params).id, await searchParams)
  return pageMetadata(titleOf(data), { refused: data.refused.summary.length > 0 })
}

export default async function ClosingPage({ params, searchParams }: CheckPageProps) {
  const search = await searchParams
  const data = await readClosingPage((await params).id, search)
  const { check, refused } = data
  const saved = queryValue(search, 'gespeichert') !== '' && refused.summary.length === 0
  return (
    <div className="dec-column">
      <PageErrors items={refused.summary} />
      {saved && <Notice>{t('page.saved')}</Notice>}
      <h1 className="kern-heading-large">{titleOf(data)}</h1>
      {check.closing ? <ClosedRound data={data} closing={check.closing} /> : <BeforeClosing data={data} />}
      <History data={data} />
      <BackToOverview id={check.view.id} />
    </div>
  )
}
