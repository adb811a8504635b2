import { Button } from '@/app/_components/button'
import { PageErrors } from '@/app/_components/page-errors'
import { StoredMeanwhile } from '@/app/_components/stored-meanwhile'
import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly, readCheck, readRejected } from '@/app/_lib/read-check'
import { refusedForm, wholeFormCode } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { profileToForm } from '@/lib/assessments/parse-profile'
import { stateMark } from '@/lib/assessments/shown-state'
import { currentTime } from '@/lib/clock'
import { AllProfileFields } from '@/app/_profile/all-profile-fields'
import { optionText, profileChanges, profileErrorText, profileLabels } from '@/app/_profile/profile-texts'
import { BackToOverview } from '../back-to-overview'
import { UnsavedInput } from '../unsaved-input'
import { ProfileValues } from './profile-values'

async function read({ params, searchParams }: CheckPageProps) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const check = await readCheck(id)
  const rejected = await readRejected(`profile:${id}`, queryValue(search, 'fehler') !== '')
  const toOverview = queryValue(search, 'zurueck') === 'uebersicht' || rejected?.payload['next'] === 'uebersicht'
  return { check, rejected, toOverview }
}

export async function generateMetadata(props: CheckPageProps) {
  const { rejected } = await read(props)
  return pageMetadata(t('profile.title'), { refused: rejected !== null })
}

export default async function ProfilePage(props: CheckPageProps) {
  const { check, rejected, toOverview } = await read(props)
  const { view, questionnaire } = check
  const fields = questionnaire.profileFields
  if (isReadOnly(check)) {
    return (
      <div className="dec-column">
        <UnsavedInput rejected={rejected} labels={profileLabels(fields)} textOf={(value) => optionText(fields, value)} />
        <h1 className="kern-heading-large">{t('profile.title')}</h1>
        <ProfileValues fields={fields} profile={view.profile} />
        <BackToOverview id={view.id} />
      </div>
    )
  }
  const values = profileToForm(fields, view.profile)
  const refused = refusedForm(rejected, profileLabels(fields), (name, code) => profileErrorText(fields, name, code))
  const year = currentTime().getUTCFullYear() - 1
  return (
    <div className="dec-column">
      <PageErrors items={refused.summary} restSaved={wholeFormCode(rejected) === null} />
      <StoredMeanwhile rejected={rejected} fields={profileChanges(fields, view.profile, refused)} />
      {!toOverview && <p className="kern-preline">{t('profile.step')}</p>}
      <h1 className="kern-heading-large">{t('profile.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('profile.lead')}</p>
      <form className="dec-space-4" method="post" action={`/api/assessments/${view.id}/profile`} autoComplete="off" noValidate>
        <input type="hidden" name="shown" value={stateMark(view.profile)} />
        {toOverview && <input type="hidden" name="next" value="uebersicht" />}
        <AllProfileFields fields={fields} values={values} refused={refused} year={year} />
        <div className="dec-save-bar">
          <Button>{t(toOverview ? 'profile.submitToOverview' : 'profile.submit')}</Button>
          <TextLink href={`/check/${view.id}`}>{t(toOverview ? 'page.back' : 'profile.later')}</TextLink>
        </div>
      </form>
    </div>
  )
}
