import { ButtonLink, Button } from '@/app/_components/button'
import { LevelName } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly, nameOf, progressOf, readCheck, type Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { AskedByRound } from '@/app/_plan/asked-by-round'
import { Aside } from './aside'
import { LevelBars } from './level-bars'
import { NextVersionNotice } from './next-version-notice'
import { carriedText, checkName, leadText, resumeView, type ResumeView } from './overview-view'
import { TaskList } from './task-list'

export async function generateMetadata({ params }: CheckPageProps) {
  await readCheck((await params).id)
  return pageMetadata(t('overview.title'))
}

function Resume({ resume }: { resume: ResumeView }) {
  return (
    <section className="dec-resume dec-space-3" aria-labelledby="weiter">
      <div>
        <h2 className="kern-title" id="weiter">
          {resume.heading}
        </h2>
        <p className="kern-body">{resume.levelId ? <LevelName level={resume.levelId}>{resume.text}</LevelName> : resume.text}</p>
        {resume.saved && <p className="kern-body kern-body--small dec-quiet">{resume.saved}</p>}
      </div>
      <div>
        <ButtonLink href={resume.href}>{resume.action}</ButtonLink>
      </div>
    </section>
  )
}

/** What the report needs and is not filled in yet. */
function SetUp({ check }: { check: Check }) {
  const { kommune, quartier } = nameOf(check)
  if (kommune && quartier) return null
  const missing = [kommune ? '' : t('overview.setUp.profile'), quartier ? '' : t('overview.setUp.place')]
    .filter(Boolean)
    .join(' ')
  const { id } = check.view
  return (
    <section className="dec-notice dec-space-3" aria-labelledby="angaben-fehlen">
      <h2 className="kern-title kern-title--small" id="angaben-fehlen">
        {t('overview.setUp.heading')}
      </h2>
      <p className="kern-body">{t('overview.setUp.text', { missing })}</p>
      <ul className="dec-inline-list">
        {!kommune && (
          <li>
            <TextLink href={`/check/${id}/profil`}>{t('overview.setUp.actionProfile')}</TextLink>
          </li>
        )}
        {!quartier && (
          <li>
            <TextLink href={`/check/${id}/quartier`}>{t('overview.setUp.actionPlace')}</TextLink>
          </li>
        )}
      </ul>
    </section>
  )
}

function ContinueAsFull({ id }: { id: string }) {
  return (
    <section className="dec-section dec-section--near" aria-labelledby="vollstaendig">
      <h2 className="kern-heading-medium" id="vollstaendig">
        {t('overview.quick.heading')}
      </h2>
      <p className="kern-body dec-text">{t('overview.quick.text')}</p>
      <form className="dec-space-2" method="post" action={`/api/assessments/${id}/mode`}>
        <Button look="secondary">{t('overview.quick.action')}</Button>
      </form>
    </section>
  )
}

export default async function OverviewPage({ params }: CheckPageProps) {
  const check = await readCheck((await params).id)
  const { view, questionnaire } = check
  const progress = progressOf(check)
  const done = progress.open.length === 0
  const readOnly = isReadOnly(check)
  const carried = carriedText(check)
  return (
    <div className="dec-with-aside">
      <div>
        <p className="kern-preline">{t('overview.kicker', { name: checkName(check), mode: t(`report.mode.${view.mode}`) })}</p>
        <h1 className="kern-heading-large">{t('overview.title')}</h1>
        <p className="kern-body kern-body--large dec-text--large">
          {readOnly ? t('rounds.overview.lead', { handled: progress.handled, total: progress.questions }) : leadText(progress)}
        </p>
        {carried && !readOnly && <p className="kern-body dec-text">{carried}</p>}
        {!readOnly && (
          <>
            <NextVersionNotice check={check} />
            <Resume resume={resumeView(check, progress)} />
            <SetUp check={check} />
            {view.round && <AskedByRound workspaceId={view.round.workspaceId} roundId={view.id} />}
          </>
        )}
        <LevelBars progress={progress} questionnaire={questionnaire} />
        {progress.levels.map((level) => (
          <TaskList key={level.levelId} check={check} level={level} />
        ))}
        <section className="dec-section" aria-labelledby="abschluss">
          <h2 className="kern-heading-medium" id="abschluss">
            {t(readOnly ? 'rounds.overview.read' : 'overview.finish.heading')}
          </h2>
          {!readOnly && <p className="kern-body dec-text">{t('overview.finish.text')}</p>}
          <div className="dec-actions dec-space-2">
            <ButtonLink href={`/check/${view.id}/pruefen`} look="secondary">
              {t(readOnly ? 'rounds.overview.answers' : 'overview.finish.review')}
            </ButtonLink>
            <TextLink href={`/check/${view.id}/ergebnis`}>
              {t(done || readOnly ? 'overview.finish.result' : 'overview.finish.interim')}
            </TextLink>
          </div>
          {view.round && !readOnly && (
            <p className="dec-space-2">
              <TextLink href={`/check/${view.id}/abschluss`}>{t('rounds.overview.close')}</TextLink>
            </p>
          )}
        </section>
        {!readOnly && view.mode === 'schnell' && <ContinueAsFull id={view.id} />}
      </div>
      <Aside check={check} />
    </div>
  )
}
