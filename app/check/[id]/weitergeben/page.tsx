import { ButtonLink } from '@/app/_components/button'
import { Notice } from '@/app/_components/notice'
import { TextLink } from '@/app/_components/text-link'
import { readActor } from '@/app/_lib/actor'
import { germanDate } from '@/app/_lib/dates'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type CheckPageProps } from '@/app/_lib/page-props'
import { readCheck, type Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { readIssuedCode } from '@/lib/assessments/resume-service'
import { retentionMonths } from '@/lib/assessments/retention'
import { currentTime } from '@/lib/clock'
import { settings } from '@/lib/env'
import { checkName } from '../overview-view'
import { CodeSection } from './code-section'
import { CodeSheet } from './code-sheet'

export async function generateMetadata({ params }: CheckPageProps) {
  const { view } = await readCheck((await params).id)
  return pageMetadata(t(view.round ? 'rounds.handover.title' : 'handover.share.title'))
}

/** The sheet with the code that this browser has just issued. Only where issuing leads to: a later visit does not show it. */
async function sheetOf(check: Check): Promise<React.ReactNode> {
  const { id, resumeCodeIssuedAt, deletedOn } = check.view
  const code = readIssuedCode(await readActor(), id, currentTime())
  if (!code || !resumeCodeIssuedAt || !deletedOn) return null
  const address = `${settings().origins[0]}/fortsetzen`
  return (
    <CodeSheet code={code} checkName={checkName(check)} address={address} issuedAt={resumeCodeIssuedAt} deletedOn={deletedOn} />
  )
}

function StateFile({ id }: { id: string }) {
  return (
    <section
      className="dec-section dec-section--near dec-flow dec-no-print"
      id="arbeitsstand"
      aria-labelledby="arbeitsstand-titel"
    >
      <h2 className="kern-heading-medium" id="arbeitsstand-titel">
        {t('handover.share.state.heading')}
      </h2>
      <p className="kern-body dec-text">{t('handover.share.state.text')}</p>
      <p className="kern-body dec-text">{t('handover.share.state.note')}</p>
      <div className="dec-actions">
        <ButtonLink href={`/api/assessments/${id}/state`} look="secondary">
          {t('handover.share.state.action')}
        </ButtonLink>
        <TextLink href="/fortsetzen#datei">{t('handover.share.state.load')}</TextLink>
      </div>
    </section>
  )
}

function Paper({ id }: { id: string }) {
  return (
    <section className="dec-section dec-section--near dec-no-print" aria-labelledby="papier">
      <h2 className="kern-heading-medium" id="papier">
        {t('handover.share.paper.heading')}
      </h2>
      <p className="kern-body dec-text">{t('handover.share.paper.text')}</p>
      <ul className="dec-inline-list dec-space-1">
        <li>
          <TextLink href={`/check/${id}/offene-punkte`}>{t('handover.share.paper.openPoints')}</TextLink>
        </li>
        <li>
          <TextLink href="/vorbereiten">{t('handover.share.paper.questionnaire')}</TextLink>
        </li>
      </ul>
    </section>
  )
}

function Retention({ id, deletedOn }: { id: string; deletedOn: Date }) {
  return (
    <section className="dec-section dec-section--near dec-no-print" aria-labelledby="aufbewahrung">
      <h2 className="kern-heading-medium" id="aufbewahrung">
        {t('handover.share.retention.heading')}
      </h2>
      <p className="kern-body dec-text">
        {t('handover.share.retention.text', { date: germanDate(deletedOn), months: retentionMonths })}
      </p>
      <p className="dec-space-1">
        <TextLink href={`/check/${id}/loeschen`}>{t('handover.share.retention.delete')}</TextLink>
      </p>
    </section>
  )
}

export default async function SharePage({ params, searchParams }: CheckPageProps) {
  const check = await readCheck((await params).id)
  const { view } = check
  const search = await searchParams
  const revoked = queryValue(search, 'widerrufen') !== '' && !view.resumeCodeIssuedAt
  const sheet = queryValue(search, 'ausgestellt') === '' ? null : await sheetOf(check)
  return (
    <div className="dec-column">
      {revoked && <Notice>{t('handover.share.code.revoked')}</Notice>}
      <div className="dec-no-print">
        <p className="kern-preline">{checkName(check)}</p>
        <h1 className="kern-heading-large">{t(view.round ? 'rounds.handover.title' : 'handover.share.title')}</h1>
        <p className="kern-body kern-body--large dec-text--large">
          {t(view.round ? 'rounds.handover.lead' : 'handover.share.lead')}
        </p>
      </div>
      {!view.round && <CodeSection view={view} sheet={sheet} />}
      <StateFile id={view.id} />
      <Paper id={view.id} />
      {view.deletedOn && <Retention id={view.id} deletedOn={view.deletedOn} />}
      <p className="dec-section dec-section--near dec-no-print">
        <TextLink href={`/check/${view.id}`}>{t('page.toOverview')}</TextLink>
      </p>
    </div>
  )
}
