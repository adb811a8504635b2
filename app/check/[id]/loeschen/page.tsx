import { Button, ButtonLink } from '@/app/_components/button'
import { ConfirmField } from '@/app/_components/confirm-field'
import { ErrorSummary } from '@/app/_components/error-summary'
import { FocusSummary } from '@/app/_components/focus-summary'
import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { readRejected, readStoredCheck } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { may } from '@/lib/accounts/permissions'
import { howFar } from '@/lib/assessments/how-far'
import { checkName } from '../overview-view'

const fieldId = 'feld-confirm'
const lost = ['answers', 'profile', 'decisions'] as const

/** True if the form was sent without the confirmation. */
async function isRefused({ params, searchParams }: CheckPageProps): Promise<boolean> {
  const asked = queryValue(await searchParams, 'fehler') !== ''
  return (await readRejected(`delete:${(await params).id}`, asked)) !== null
}

export async function generateMetadata(props: CheckPageProps) {
  const { view } = await readStoredCheck((await props.params).id)
  return pageMetadata(t(view.round ? 'rounds.overview.delete' : 'handover.delete.title'), { refused: await isRefused(props) })
}

function WhatIsLost({ round }: { round: boolean }) {
  return (
    <section className="dec-section dec-section--near dec-flow" aria-labelledby="was">
      <h2 className="kern-heading-medium" id="was">
        {t('handover.delete.what.heading')}
      </h2>
      <ul className="dec-bullets dec-text">
        {lost.map((part) => (
          <li key={part} className="kern-body">
            {t(`handover.delete.what.${part}`)}
          </li>
        ))}
        <li className="kern-body">{t(round ? 'rounds.delete.closings' : 'handover.delete.what.codes')}</li>
      </ul>
      <p className="kern-body dec-text">{t('handover.delete.stays')}</p>
    </section>
  )
}

/** @param props `report`: false where there is none without the questionnaire */
function SaveBefore({ id, report }: { id: string; report: boolean }) {
  return (
    <section className="dec-section dec-section--near" aria-labelledby="vorher">
      <h2 className="kern-heading-medium" id="vorher">
        {t('handover.delete.before.heading')}
      </h2>
      <p className="kern-body dec-text">{t('handover.delete.before.text')}</p>
      <ul className="dec-inline-list dec-space-1">
        <li>
          <TextLink href={`/api/assessments/${id}/state`}>{t('handover.delete.before.state')}</TextLink>
        </li>
        {report && (
          <li>
            <TextLink href={`/check/${id}/bericht`}>{t('handover.delete.before.report')}</TextLink>
          </li>
        )}
      </ul>
    </section>
  )
}

function Confirm({ id, error }: { id: string; error: string | null }) {
  return (
    <section className="dec-section dec-section--near" aria-labelledby="bestaetigen">
      <h2 className="kern-heading-medium" id="bestaetigen">
        {t('handover.delete.confirm.heading')}
      </h2>
      <form className="dec-stack dec-stack--near" method="post" action={`/api/assessments/${id}/delete`}>
        <ConfirmField label={t('handover.delete.confirm.label')} error={error ?? undefined} />
        <div className="dec-actions">
          <Button>{t('handover.delete.action')}</Button>
          <ButtonLink href={`/check/${id}`} look="secondary">
            {t('handover.delete.cancel')}
          </ButtonLink>
        </div>
      </form>
    </section>
  )
}

export default async function DeletePage(props: CheckPageProps) {
  const check = await readStoredCheck((await props.params).id)
  const { role } = check
  const { id, mode, round } = check.view
  const { answered, total } = howFar(check.view)
  const error = (await isRefused(props)) ? t('handover.delete.confirm.missing') : null
  return (
    <div className="dec-column">
      {error && (
        <>
          <ErrorSummary heading={t('page.errors.heading')} items={[{ href: `#${fieldId}`, text: error }]} />
          <FocusSummary />
        </>
      )}
      <h1 className="kern-heading-large">{t(round ? 'rounds.overview.delete' : 'handover.delete.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">
        {t('handover.delete.lead', {
          name: checkName(check),
          mode: t(`report.mode.${mode}`),
          answered,
          total: total ?? 0,
        })}
      </p>
      <WhatIsLost round={round !== null} />
      <SaveBefore id={id} report={total !== null} />
      {role === null || may(role, 'round.delete') ? (
        <Confirm id={id} error={error} />
      ) : (
        <p className="kern-body dec-section dec-section--near">{t('rounds.delete.coordination')}</p>
      )}
    </div>
  )
}
