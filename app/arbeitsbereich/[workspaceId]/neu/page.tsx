import { PageErrors } from '@/app/_components/page-errors'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { WorkspacePageProps } from '@/app/_lib/page-props'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { ClaimForm } from './claim-form'
import { readStartPage, type StartPageData } from './read-start-page'
import { StartForm } from './start-form'

const summaryOf = ({ start, claim }: StartPageData) => [...start.summary, ...claim.summary]

export async function generateMetadata({ params, searchParams }: WorkspacePageProps) {
  const data = await readStartPage((await params).workspaceId, await searchParams)
  return pageMetadata(t('rounds.start.title'), { refused: summaryOf(data).length > 0 })
}

export default async function StartPage({ params, searchParams }: WorkspacePageProps) {
  const { workspaceId } = await params
  const workspace = await readWorkspacePage(workspaceId)
  const data = await readStartPage(workspaceId, await searchParams)
  return (
    <>
      <WorkspaceHead workspace={workspace} current={null} />
      <div className="dec-column">
        <PageErrors items={summaryOf(data)} />
        <h1 className="kern-heading-large">{t('rounds.start.title')}</h1>
        <p className="kern-body kern-body--large dec-text--large">{t('rounds.start.lead')}</p>
        <StartForm data={data} />
        <ClaimForm data={data} />
      </div>
    </>
  )
}
