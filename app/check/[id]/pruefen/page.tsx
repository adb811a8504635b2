import { ButtonLink } from '@/app/_components/button'
import { LevelName } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import type { CheckPageProps } from '@/app/_lib/page-props'
import { isReadOnly, progressOf, readCheck } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { checkName } from '../overview-view'
import { AnswerRows } from './answer-rows'
import { reviewOf, type ReviewedFactor } from './review-view'

export async function generateMetadata({ params }: CheckPageProps) {
  await readCheck((await params).id)
  return pageMetadata(t('review.title'))
}

const count = (factors: readonly ReviewedFactor[]) => factors.reduce((sum, { answers }) => sum + answers.length, 0)

export default async function ReviewPage({ params }: CheckPageProps) {
  const check = await readCheck((await params).id)
  const { view, questionnaire } = check
  const progress = progressOf(check)
  const { toConfirm, open, unknown, levels } = reviewOf(check, progress)
  const readOnly = isReadOnly(check)
  const values = { handled: progress.handled, total: progress.questions }
  const leftOut = progress.levels.flatMap((level) => level.leftOut)
  return (
    <div className="dec-wide">
      <p className="kern-preline">{t('review.kicker', { name: checkName(check), mode: t(`report.mode.${view.mode}`) })}</p>
      <h1 className="kern-heading-large">{t('review.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">
        {open.length + toConfirm.length > 0 ? t('review.lead', values) : t('review.leadDone', values)}
      </p>
      <div className="dec-actions dec-space-3">
        <ButtonLink href={`/check/${view.id}/ergebnis`}>{t('review.result')}</ButtonLink>
        <ButtonLink href={`/check/${view.id}`} look="secondary">
          {t('review.overview')}
        </ButtonLink>
      </div>
      {toConfirm.length > 0 && (
        <section className="dec-section dec-section--near" aria-labelledby="bestaetigen">
          <h2 className="kern-heading-medium" id="bestaetigen">
            {t('rounds.carried.reviewHeading', { count: count(toConfirm) })}
          </h2>
          <p className="kern-body dec-text">{t('rounds.carried.reviewText')}</p>
          <AnswerRows factors={toConfirm} marked readOnly={readOnly} />
        </section>
      )}
      {open.length > 0 && (
        <section className="dec-section dec-section--near" aria-labelledby="offen">
          <h2 className="kern-heading-medium" id="offen">
            {t('review.open.heading', { count: count(open) })}
          </h2>
          <p className="kern-body dec-text">{t('review.open.text')}</p>
          <AnswerRows factors={open} marked readOnly={readOnly} />
        </section>
      )}
      {unknown.length > 0 && (
        <section className="dec-section dec-section--near" aria-labelledby="weiss-nicht">
          <h2 className="kern-heading-medium" id="weiss-nicht">
            {t('review.unknown.heading', { count: count(unknown) })}
          </h2>
          <p className="kern-body dec-text">
            {t('review.unknown.text')}{' '}
            <TextLink href={`/check/${view.id}/offene-punkte`} inline>
              {t('review.unknown.print')}
            </TextLink>
          </p>
          <AnswerRows factors={unknown} marked readOnly={readOnly} />
        </section>
      )}
      {levels.map(({ levelId, factors }) => {
        const level = questionnaire.levelById.get(levelId)
        return (
          <section key={levelId} className="dec-section" aria-labelledby={`alle-${levelId}`}>
            <div className="dec-group-head">
              <h2 className="kern-heading-medium" id={`alle-${levelId}`}>
                <LevelName level={levelId}>{level?.short}</LevelName>
              </h2>
              <p className="kern-body dec-quiet">{level?.name}</p>
            </div>
            <AnswerRows factors={factors} readOnly={readOnly} />
          </section>
        )
      })}
      {leftOut.map(({ id, name, appliesWhen }) => (
        <p key={id} className="kern-body kern-body--small dec-quiet dec-space-2">
          {t('review.leftOut', { factor: name, reason: appliesWhen?.reason ?? '' })}
        </p>
      ))}
      <div className="dec-save-bar">
        <ButtonLink href={`/check/${view.id}/ergebnis`}>{t('review.result')}</ButtonLink>
      </div>
    </div>
  )
}
