import { Notice } from '@/app/_components/notice'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { Comparison } from '@/app/_progress/comparison'
import { BeginRound } from '@/app/_workspace/begin-round'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { ChooseRounds } from './choose-rounds'
import { readComparison, type ComparisonPage } from './read-comparison'

async function read({ params, searchParams }: WorkspacePageProps): Promise<ComparisonPage> {
  const search = await searchParams
  return await readComparison((await params).workspaceId, queryValue(search, 'von'), queryValue(search, 'bis'))
}

export async function generateMetadata(props: WorkspacePageProps) {
  const { view } = await read(props)
  return pageMetadata(view?.title ?? t('progress.page.compareTitle'))
}

/** Two rounds in words: which, and what moved. */
function Head({ page: { view, options }, kommune }: { page: ComparisonPage; kommune: string }) {
  if (!view) {
    const few = t('progress.page.needTwo', { count: options.length })
    return (
      <>
        <h1 className="kern-heading-large">{t('progress.page.compareTitle')}</h1>
        {options.length < 2 && <p className="kern-body kern-body--large dec-text--large">{few}</p>}
      </>
    )
  }
  return (
    <header className="dec-result-head">
      <p className="kern-preline">{t('progress.page.kicker', { name: kommune, title: view.title })}</p>
      <h1 className="kern-heading-x-large dec-headline">{view.headline}</h1>
      <p className="kern-body kern-body--large dec-text--large">{view.lead}</p>
    </header>
  )
}

export default async function ComparisonPageView(props: WorkspacePageProps) {
  const { workspaceId } = await props.params
  const workspace = await readWorkspacePage(workspaceId)
  const page = await read(props)
  const { options, from, to, view } = page
  return (
    <>
      <WorkspaceHead workspace={workspace} current="vergleich" />
      <Head page={page} kommune={workspace.name} />
      {options.length < 2 && <BeginRound workspace={workspace} />}
      {options.length >= 2 && <ChooseRounds workspaceId={workspaceId} options={options} from={from} to={to} />}
      {options.length >= 2 && !view && (
        <div className="dec-space-4">
          <Notice>{t('progress.page.sameRound')}</Notice>
        </div>
      )}
      {view && <Comparison view={view} />}
    </>
  )
}
