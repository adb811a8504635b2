import { cache } from 'react'
import { Button } from '@/app/_components/button'
import { Notice } from '@/app/_components/notice'
import { PageErrors } from '@/app/_components/page-errors'
import { StoredMeanwhile } from '@/app/_components/stored-meanwhile'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type WorkspacePageProps } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { refusedForm, wholeFormCode } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { AllProfileFields } from '@/app/_profile/all-profile-fields'
import { profileChanges, profileErrorText, profileLabels } from '@/app/_profile/profile-texts'
import { WorkspaceHead } from '@/app/_workspace/workspace-head'
import { denied } from '@/lib/accounts/guard'
import { questionnaireOf } from '@/lib/assessments/content'
import { profileToForm } from '@/lib/assessments/parse-profile'
import { stateMark } from '@/lib/assessments/shown-state'
import { currentTime } from '@/lib/clock'

/** Once per request: the title of the page asks too. */
const refuse = cache((userId: string, workspaceId: string) =>
  showFailure(denied({ key: null, userId }, workspaceId, 'workspace.edit')),
)

async function read({ params, searchParams }: WorkspacePageProps) {
  const [{ workspaceId }, search] = await Promise.all([params, searchParams])
  const workspace = await readWorkspacePage(workspaceId)
  if (!workspace.may('workspace.edit')) refuse(workspace.userId, workspaceId)
  const rejected = await readRejected(`workspace-profile:${workspaceId}`, queryValue(search, 'fehler') !== '')
  return { workspace, rejected, saved: queryValue(search, 'gespeichert') !== '' }
}

export async function generateMetadata(props: WorkspacePageProps) {
  return pageMetadata(t('workspace.settings.title'), { refused: (await read(props)).rejected !== null })
}

/** The profile of the Kommune, which each new round starts with. */
export default async function SettingsPage(props: WorkspacePageProps) {
  const { workspace, rejected, saved } = await read(props)
  const fields = questionnaireOf().profileFields
  const refused = refusedForm(rejected, profileLabels(fields), (name, code) => profileErrorText(fields, name, code))
  return (
    <>
      <WorkspaceHead workspace={workspace} current="einstellungen" />
      <div className="dec-column">
        {saved && <Notice>{t('workspace.settings.saved')}</Notice>}
        <PageErrors items={refused.summary} restSaved={wholeFormCode(rejected) === null} />
        <StoredMeanwhile rejected={rejected} fields={profileChanges(fields, workspace.profile, refused)} />
        <h1 className="kern-heading-large">{t('workspace.settings.title')}</h1>
        <p className="kern-body kern-body--large dec-text--large">{t('workspace.settings.lead')}</p>
        <form
          className="dec-space-4"
          method="post"
          action={`/api/workspaces/${workspace.id}/profile`}
          autoComplete="off"
          noValidate
        >
          <input type="hidden" name="shown" value={stateMark(workspace.profile)} />
          <AllProfileFields
            fields={fields}
            values={profileToForm(fields, workspace.profile)}
            refused={refused}
            year={currentTime().getUTCFullYear() - 1}
          />
          <div className="dec-save-bar">
            <Button>{t('workspace.settings.save')}</Button>
          </div>
        </form>
      </div>
    </>
  )
}
