import { ButtonLink } from '@/app/_components/button'
import { Notice } from '@/app/_components/notice'
import { TextLink } from '@/app/_components/text-link'
import { readActor } from '@/app/_lib/actor'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type PageProps } from '@/app/_lib/page-props'
import { showFailure } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { listWorkspaces } from '@/lib/accounts/member-service'
import { AppError } from '@/lib/errors'

export const metadata = pageMetadata(t('workspace.list.title'))

async function readWorkspaces() {
  try {
    const actor = await readActor()
    if (actor.userId === null) throw new AppError('login-required')
    return await listWorkspaces(actor)
  } catch (error) {
    return showFailure(error, '/arbeitsbereich')
  }
}

export default async function WorkspacesPage({ searchParams }: PageProps) {
  const workspaces = await readWorkspaces()
  const left = queryValue(await searchParams, 'verlassen') !== ''
  return (
    <div className="dec-column">
      {left && <Notice>{t('workspace.list.left')}</Notice>}
      <h1 className="kern-heading-large">{t('workspace.list.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('workspace.list.lead')}</p>
      {workspaces.length === 0 && <p className="kern-body dec-text dec-space-2">{t('workspace.list.none')}</p>}
      <ul className="dec-checks-list dec-space-3">
        {workspaces.map(({ id, name, role }) => (
          <li key={id}>
            <TextLink href={workspacePage(id)}>{name}</TextLink>
            <p className="kern-body kern-body--small dec-quiet">
              {t('workspace.list.item', { role: t(`workspace.role.${role}`) })}
            </p>
          </li>
        ))}
      </ul>
      <div className="dec-space-3">
        <ButtonLink href="/einladung" look="secondary">
          {t('workspace.list.invitation')}
        </ButtonLink>
      </div>
    </div>
  )
}
