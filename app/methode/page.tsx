import { Markdown } from '@/app/_components/markdown'
import { More } from '@/app/_components/more'
import { TitledTexts } from '@/app/_components/titled-texts'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { t } from '@/app/_lib/text'
import { questionnaireOf } from '@/lib/assessments/content'
import { OwnSettings } from './own-settings'
import { readMethodology } from './read-methodology'

export const metadata = pageMetadata(t('legal.method.title'))

/** The same words as in the annex of the report. */
const short = (['purpose', 'scoring', 'stages', 'coverage', 'balance', 'ranking', 'limits'] as const).map((part) => ({
  title: t(`report.method.${part}.heading`),
  text: t(`report.method.${part}.text`),
}))

export default function MethodPage() {
  const questionnaire = questionnaireOf()
  const rules = readMethodology()
  const { version, hash, factors, source } = questionnaire
  return (
    <div className="dec-column">
      <h1 className="kern-heading-large">{t('legal.method.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('legal.method.lead')}</p>
      <section className="dec-section dec-section--near" aria-labelledby="kurz">
        <h2 className="kern-heading-medium" id="kurz">
          {t('legal.method.factsHeading')}
        </h2>
        <TitledTexts texts={short} />
      </section>
      <section className="dec-section dec-section--near dec-flow" aria-labelledby="herkunft">
        <h2 className="kern-heading-medium" id="herkunft">
          {t('legal.method.originHeading')}
        </h2>
        <p className="kern-body dec-text">{t('legal.method.origin', { factors: factors.length })}</p>
        <p className="kern-body dec-text">{t('legal.method.originLimits')}</p>
        <p className="kern-body dec-text">{t('legal.method.own')}</p>
        <div>
          <OwnSettings questionnaire={questionnaire} />
        </div>
      </section>
      {rules !== null && (
        <section className="dec-section dec-section--near" aria-labelledby="regeln">
          <h2 className="kern-heading-medium" id="regeln">
            {t('legal.method.rulesHeading')}
          </h2>
          <p className="kern-body dec-text">{t('legal.method.rulesText')}</p>
          <More summary={t('legal.method.rulesShow')}>
            <Markdown text={rules} headingLevel={3} />
          </More>
        </section>
      )}
      <section className="dec-section dec-section--near" aria-labelledby="quelle">
        <h2 className="kern-heading-medium" id="quelle">
          {t('legal.method.sourcesHeading')}
        </h2>
        <p className="kern-body dec-text">{source.citation}</p>
        <p className="kern-body kern-body--small dec-text dec-quiet dec-space-1">
          {t('legal.method.version', { version, hash: hash.slice(0, 12) })}
        </p>
      </section>
    </div>
  )
}
