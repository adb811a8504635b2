import { questionnaireOf } from '@/lib/assessments/content'
import { listAssessments } from '@/lib/assessments/service'
import type { AssessmentSummary } from '@/lib/assessments/types'
import { currentTime } from '@/lib/clock'
import { settings } from '@/lib/env'
import { Button, ButtonLink } from './_components/button'
import { LevelName } from './_components/level-mark'
import { Notice } from './_components/notice'
import { TextLink } from './_components/text-link'
import { readPerson } from './_lib/actor'
import { readBrowserKey } from './_lib/browser-key'
import { queryValue, type PageProps } from './_lib/page-props'
import { showFailure } from './_lib/read-check'
import { sampleReport } from './_lib/sample-report'
import { t } from './_lib/text'
import { About } from './_start/about'
import { ModelPicture } from './_start/model-picture'
import { MyChecks } from './_start/my-checks'
import { SamplePreview } from './_start/sample-preview'
import { timeFacts } from './_start/time-facts'

export const metadata = { title: { absolute: t('start.title') } }

async function readChecks(now: Date): Promise<AssessmentSummary[]> {
  try {
    return await listAssessments(await readBrowserKey(), now)
  } catch (error) {
    return showFailure(error, '/')
  }
}

function Facts() {
  const facts = [
    [t('start.facts.time.title'), t('start.facts.time.text', timeFacts(questionnaireOf()))],
    [t('start.facts.pause.title'), t('start.facts.pause.text')],
    [t('start.facts.result.title'), t('start.facts.result.text')],
  ] as const
  return (
    <section className="dec-section" aria-labelledby="kurz">
      <h2 className="kern-sr-only" id="kurz">
        {t('start.facts.heading')}
      </h2>
      <dl className="dec-facts">
        {facts.map(([title, text]) => (
          <div key={title}>
            <dt className="kern-title kern-title--small">{title}</dt>
            <dd className="kern-body">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Model() {
  return (
    <section className="dec-section" aria-labelledby="modell">
      <h2 className="kern-heading-large" id="modell">
        {t('start.model.heading')}
      </h2>
      <p className="kern-body dec-text">{t('start.model.text')}</p>
      <ModelPicture title={t('start.model.pictureTitle')} description={t('start.model.pictureText')} />
      <div className="dec-three dec-space-3">
        {questionnaireOf().levels.map(({ id, short, name, description, factors }) => (
          <div key={id} className="dec-tight">
            <h3 className="kern-title">
              <LevelName level={id}>{short}</LevelName>
            </h3>
            <p className="kern-body dec-quiet">{t('start.model.factors', { name, count: factors.length })}</p>
            <p className="kern-body">{description}</p>
          </div>
        ))}
      </div>
    </section>
  )
}

function Begin({ look }: { look?: 'secondary' }) {
  return (
    <form className="dec-actions" method="post" action="/api/assessments">
      <Button look={look} name="mode" value="voll">
        {t('start.begin.full')}
      </Button>
      <Button look="secondary" name="mode" value="schnell">
        {t('start.begin.quick')}
      </Button>
    </form>
  )
}

/** For members: what begins here does not belong to their Kommune yet. */
function BeginSignedIn() {
  return (
    <>
      <p className="kern-body dec-text">{t('start.begin.signedInText')}</p>
      <div className="dec-actions">
        <ButtonLink href="/arbeitsbereich">{t('start.begin.account')}</ButtonLink>
      </div>
      <Begin look="secondary" />
    </>
  )
}

/** In an installation where each check belongs to a workspace. */
function BeginWithAccount() {
  return (
    <>
      <p className="kern-body dec-text">{t('start.begin.accountText')}</p>
      <div className="dec-actions">
        <ButtonLink href="/arbeitsbereich">{t('start.begin.account')}</ButtonLink>
      </div>
    </>
  )
}

export default async function StartPage({ searchParams }: PageProps) {
  const now = currentTime()
  const checks = await readChecks(now)
  const person = await readPerson().catch(() => null)
  const deleted = queryValue(await searchParams, 'geloescht') !== ''
  return (
    <>
      {deleted && <Notice>{t('start.deleted')}</Notice>}
      <div className="dec-hero">
        <div className="dec-flow">
          <h1 className="kern-heading-x-large">{t('start.heading')}</h1>
          <p className="kern-body kern-body--large dec-text--large">{t('start.lead')}</p>
          {settings().anonymousStart ? person ? <BeginSignedIn /> : <Begin /> : <BeginWithAccount />}
          <ul className="kern-list">
            <li>
              <TextLink href="/api/questionnaire">{t('start.links.questionnaire')}</TextLink>
            </li>
            <li>
              <TextLink href="/fortsetzen">{t('start.links.resume')}</TextLink>
            </li>
          </ul>
        </div>
        <SamplePreview report={sampleReport(now)} />
      </div>
      {checks.length > 0 && <MyChecks checks={checks} />}
      <Facts />
      <Model />
      <About operator={settings().operatorName} />
      {checks.length === 0 && <MyChecks checks={checks} />}
    </>
  )
}
