import { TextLink } from '@/app/_components/text-link'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { WorkspacePageProps } from '@/app/_lib/page-props'
import { t } from '@/app/_lib/text'
import { Cautions } from '@/app/_progress/cautions'
import { Course } from '@/app/_progress/course'
import { readCourse } from './read-course'

export async function generateMetadata({ params }: WorkspacePageProps) {
  await readCourse((await params).workspaceId)
  return pageMetadata(t('progress.page.courseTitle'))
}

export default async function CoursePage({ params }: WorkspacePageProps) {
  const { workspaceId } = await params
  const view = await readCourse(workspaceId)
  const several = view.rounds.length > 1
  return (
    <>
      <header className="dec-result-head">
        <h1 className="kern-heading-x-large dec-headline">{t('progress.page.courseTitle')}</h1>
        <p className="kern-body kern-body--large dec-text--large">{view.lead}</p>
      </header>
      {several ? <Course view={view} workspaceId={workspaceId} /> : <Cautions cautions={view.cautions} />}
      <p className="dec-section dec-section--near dec-no-print dec-actions">
        {several && <TextLink href={workspacePage(workspaceId, 'vergleich')}>{t('progress.page.toCompare')}</TextLink>}
        <TextLink href={workspacePage(workspaceId)}>{t('progress.page.toWorkspace')}</TextLink>
      </p>
    </>
  )
}
