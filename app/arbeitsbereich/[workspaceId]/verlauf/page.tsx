import { pageMetadata } from '@/app/_lib/page-metadata'
import type { WorkspacePageProps } from '@/app/_lib/page-props'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { Cautions } from '@/app/_progress/cautions'
import { Course } from '@/app/_progress/course'
import { BeginRound } from '@/app/_workspace/begin-round'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { readCourse } from './read-course'

export async function generateMetadata({ params }: WorkspacePageProps) {
  await readCourse((await params).workspaceId)
  return pageMetadata(t('progress.page.courseTitle'))
}

export default async function CoursePage({ params }: WorkspacePageProps) {
  const { workspaceId } = await params
  const workspace = await readWorkspacePage(workspaceId)
  const view = await readCourse(workspaceId)
  const several = view.rounds.length > 1
  return (
    <>
      <WorkspaceHead workspace={workspace} current="verlauf" />
      <header className="dec-result-head">
        <p className="kern-preline">{workspace.name}</p>
        <h1 className="kern-heading-x-large dec-headline">{t('progress.page.courseTitle')}</h1>
        <p className="kern-body kern-body--large dec-text--large">{view.lead}</p>
      </header>
      {several ? (
        <Course view={view} workspaceId={workspaceId} />
      ) : (
        <>
          <Cautions cautions={view.cautions} />
          <BeginRound workspace={workspace} />
        </>
      )}
    </>
  )
}
