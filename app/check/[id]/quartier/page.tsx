import { Button, ButtonLink } from '@/app/_components/button'
import { More } from '@/app/_components/more'
import { PageErrors } from '@/app/_components/page-errors'
import { StoredMeanwhile } from '@/app/_components/stored-meanwhile'
import { TextField } from '@/app/_components/text-field'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly, readCheck, readRejected } from '@/app/_lib/read-check'
import { refusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { BackToOverview } from '../back-to-overview'
import { UnsavedInput } from '../unsaved-input'
import { limits } from '@/lib/assessments/limits'
import { stateMark } from '@/lib/assessments/shown-state'

async function read({ params, searchParams }: CheckPageProps) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const check = await readCheck(id)
  const rejected = await readRejected(`place:${id}`, queryValue(search, 'fehler') !== '')
  return {
    check,
    rejected,
    toOverview: queryValue(search, 'zurueck') === 'uebersicht' || rejected?.payload['next'] === 'uebersicht',
  }
}

export async function generateMetadata(props: CheckPageProps) {
  const { rejected } = await read(props)
  return pageMetadata(t('place.title'), { refused: rejected !== null })
}

export default async function PlacePage(props: CheckPageProps) {
  const { check, rejected, toOverview } = await read(props)
  const { view } = check
  if (isReadOnly(check)) {
    return (
      <div className="dec-column">
        <UnsavedInput rejected={rejected} labels={{ name: t('place.label') }} />
        <h1 className="kern-heading-large">{t('place.title')}</h1>
        <p className="kern-body kern-body--large dec-space-3">{view.place?.name ?? t('rounds.readOnly.notGiven')}</p>
        <BackToOverview id={view.id} />
      </div>
    )
  }
  const refused = refusedForm(rejected, { name: t('place.label') })
  return (
    <div className="dec-column">
      <PageErrors items={refused.summary} />
      <StoredMeanwhile
        rejected={rejected}
        fields={[{ field: 'name', label: t('place.label'), typed: refused.typed('name') ?? '', stored: view.place?.name ?? '' }]}
      />
      {!toOverview && <p className="kern-preline">{t('place.step')}</p>}
      <h1 className="kern-heading-large">{t('place.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('place.lead')}</p>
      <form className="dec-space-4" method="post" action={`/api/assessments/${view.id}/place`} autoComplete="off" noValidate>
        <input type="hidden" name="shown" value={stateMark(view.place?.name ?? '')} />
        {toOverview && <input type="hidden" name="next" value="uebersicht" />}
        <TextField
          name="name"
          label={t('place.label')}
          hint={t('place.hint', { limit: limits.name })}
          usedFor={t('place.usedFor')}
          value={refused.typed('name') ?? view.place?.name ?? ''}
          error={refused.errors['name']}
        />
        <div className="dec-space-2">
          <More summary={t('place.which')}>
            <p className="kern-body dec-text">{t('place.whichText')}</p>
          </More>
        </div>
        <div className="dec-save-bar">
          <Button>{t(toOverview ? 'place.submitToOverview' : 'place.submit')}</Button>
          <ButtonLink href={toOverview ? `/check/${view.id}` : `/check/${view.id}/herausforderungen`} look="secondary">
            {t('place.back')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
