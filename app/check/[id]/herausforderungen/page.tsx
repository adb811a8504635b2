import { Button, ButtonLink } from '@/app/_components/button'
import { PageErrors } from '@/app/_components/page-errors'
import { ChoiceField } from '@/app/_components/choice-field'
import { StoredMeanwhile } from '@/app/_components/stored-meanwhile'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly, readCheck, readRejected } from '@/app/_lib/read-check'
import { refusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { BackToOverview } from '../back-to-overview'
import { UnsavedInput } from '../unsaved-input'
import { stateMark } from '@/lib/assessments/shown-state'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'

async function read({ params, searchParams }: CheckPageProps) {
  const [{ id }, search] = await Promise.all([params, searchParams])
  const check = await readCheck(id)
  const rejected = await readRejected(`challenges:${id}`, queryValue(search, 'fehler') !== '')
  return {
    check,
    rejected,
    toOverview: queryValue(search, 'zurueck') === 'uebersicht' || rejected?.payload['next'] === 'uebersicht',
  }
}

export async function generateMetadata(props: CheckPageProps) {
  const { rejected } = await read(props)
  return pageMetadata(t('challenges.title'), { refused: rejected !== null })
}

/** Names of challenges, one a line, in the order of the questionnaire. */
const namesOf = ({ challenges }: Questionnaire, ids: readonly string[]) =>
  challenges.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join('\n')

export default async function ChallengesPage(props: CheckPageProps) {
  const { check, rejected, toOverview } = await read(props)
  const { view, questionnaire } = check
  if (isReadOnly(check)) {
    const chosen = questionnaire.challenges.filter(({ id }) => view.challenges.includes(id))
    return (
      <div className="dec-column">
        <UnsavedInput
          rejected={rejected}
          labels={{ challenges: t('challenges.title') }}
          textOf={(value) => questionnaire.challenges.find(({ id }) => id === value)?.name ?? value}
        />
        <h1 className="kern-heading-large">{t('challenges.title')}</h1>
        {chosen.length === 0 && <p className="kern-body dec-space-3">{t('rounds.readOnly.notGiven')}</p>}
        <ul className="kern-body dec-bullets dec-text dec-space-3">
          {chosen.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
        <BackToOverview id={view.id} />
      </div>
    )
  }
  const refused = refusedForm(rejected, { challenges: t('challenges.title') })
  return (
    <div className="dec-column">
      <PageErrors items={refused.summary} />
      <StoredMeanwhile
        rejected={rejected}
        fields={[
          {
            field: 'challenges',
            label: t('challenges.title'),
            typed: namesOf(questionnaire, refused.typedList('challenges') ?? []),
            stored: namesOf(questionnaire, view.challenges),
          },
        ]}
      />
      {!toOverview && <p className="kern-preline">{t('challenges.step')}</p>}
      <h1 className="kern-heading-large">{t('challenges.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('challenges.lead')}</p>
      <form className="dec-space-4" method="post" action={`/api/assessments/${view.id}/challenges`} autoComplete="off">
        <input type="hidden" name="shown" value={stateMark(view.challenges)} />
        {toOverview && <input type="hidden" name="next" value="uebersicht" />}
        <ChoiceField
          name="challenges"
          label={t('challenges.legend')}
          hint={t('challenges.hint')}
          options={questionnaire.challenges.map(({ id, name, explanation }) => ({ id, label: name, hint: explanation }))}
          chosen={refused.typedList('challenges') ?? view.challenges}
          error={refused.errors['challenges']}
          multiple
        />
        <div className="dec-save-bar">
          <Button>{t(toOverview ? 'challenges.submitToOverview' : 'challenges.submit')}</Button>
          <ButtonLink href={toOverview ? `/check/${view.id}` : `/check/${view.id}/profil`} look="secondary">
            {t('challenges.back')}
          </ButtonLink>
        </div>
      </form>
    </div>
  )
}
