import { Button } from '@/app/_components/button'
import { More } from '@/app/_components/more'
import { PageErrors } from '@/app/_components/page-errors'
import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly, readCheck, readRejected } from '@/app/_lib/read-check'
import { refusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { profileToForm } from '@/lib/assessments/parse-profile'
import { currentTime } from '@/lib/clock'
import type { ErrorCode } from '@/lib/errors'
import type { ProfileField } from '@/lib/questionnaire/schema'
import { BackToOverview } from '../back-to-overview'
import { UnsavedInput } from '../unsaved-input'
import { ProfileFields } from './profile-fields'
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

/** Label by field name, for errors. */
function labelsOf(fields: readonly ProfileField[]): Record<string, string> {
  const entries = fields.flatMap(({ id, label }) => [
    [id, label],
    [`${id}.year`, t('profile.partLabel', { field: label, part: t('profile.year') })],
    [`${id}.source`, t('profile.partLabel', { field: label, part: t('profile.source') })],
  ])
  return Object.fromEntries(entries)
}

/** The label of a chosen option; whatever else was typed as it is. */
function optionText(fields: readonly ProfileField[], value: string): string {
  const options = fields.flatMap((field) => ('options' in field ? field.options : []))
  return options.find(({ id }) => id === value)?.label ?? value
}

/** What a field of the profile wants, more exactly than the general words of its error. */
function exactText(fields: readonly ProfileField[], name: string, code: ErrorCode): string | null {
  const [id, part] = name.split('.')
  const field = fields.find((one) => one.id === id)
  if (code === 'required' && field?.type === 'choice') return t('profile.error.choose')
  if (code !== 'wrong-type' || !field) return null
  if (part === 'year') return t('profile.error.year')
  if (field.type === 'number') {
    return field.decimals > 0 ? t('profile.error.decimal', { decimals: field.decimals }) : t('profile.error.number')
  }
  return field.type === 'text' ? t('profile.error.form', { help: field.help ?? '' }) : null
}

export default async function ProfilePage(props: CheckPageProps) {
  const { check, rejected, toOverview } = await read(props)
  const { view, questionnaire } = check
  const fields = questionnaire.profileFields
  if (isReadOnly(check)) {
    return (
      <div className="dec-column">
        <UnsavedInput rejected={rejected} labels={labelsOf(fields)} textOf={(value) => optionText(fields, value)} />
        <h1 className="kern-heading-large">{t('profile.title')}</h1>
        <ProfileValues fields={fields} profile={view.profile} />
        <BackToOverview id={view.id} />
      </div>
    )
  }
  const values = profileToForm(fields, view.profile)
  const refused = refusedForm(rejected, labelsOf(fields), (name, code) => exactText(fields, name, code))
  const [first, more] = [
    fields.filter(({ optionalGroup }) => !optionalGroup),
    fields.filter(({ optionalGroup }) => optionalGroup),
  ]
  const openMore = more.some(
    ({ id }) => values[id] !== undefined || Object.keys(refused.errors).some((name) => name.split('.')[0] === id),
  )
  const shared = { values, refused, year: currentTime().getUTCFullYear() - 1 }
  return (
    <div className="dec-column">
      <PageErrors items={refused.summary} restSaved />
      {!toOverview && <p className="kern-preline">{t('profile.step')}</p>}
      <h1 className="kern-heading-large">{t('profile.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('profile.lead')}</p>
      <form className="dec-space-4" method="post" action={`/api/assessments/${view.id}/profile`} autoComplete="off" noValidate>
        {toOverview && <input type="hidden" name="next" value="uebersicht" />}
        <ProfileFields fields={first} {...shared} />
        <div className="dec-space-4">
          <More summary={t('profile.more')} open={openMore}>
            <ProfileFields fields={more} {...shared} />
          </More>
        </div>
        <div className="dec-save-bar">
          <Button>{t(toOverview ? 'profile.submitToOverview' : 'profile.submit')}</Button>
          <TextLink href={`/check/${view.id}`}>{t(toOverview ? 'page.back' : 'profile.later')}</TextLink>
        </div>
      </form>
    </div>
  )
}
