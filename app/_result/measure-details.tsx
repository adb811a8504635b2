import { LevelMark } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { MeasureView } from '@/lib/report/types'
import { ExplanationBody } from './explanation'

function Section({ id, heading, children }: { id: string; heading: string; children: React.ReactNode }) {
  return (
    <section className="dec-section dec-section--near" aria-labelledby={id}>
      <h2 className="kern-heading-medium" id={id}>
        {heading}
      </h2>
      {children}
    </section>
  )
}

function Needs({ measure }: { measure: MeasureView }) {
  const pairs = [
    [t('measure.lead'), measure.lead],
    [t('measure.effort'), measure.effortText],
    [t('measure.cost'), measure.costText],
    [t('measure.horizon'), measure.horizonText],
    [t('measure.decisionBy'), measure.decisionBy],
    [t('measure.question'), measure.decision],
  ] as const
  return (
    <Section id="bedarf" heading={t('measure.needs')}>
      <dl className="dec-pairs dec-pairs--lines dec-space-1">
        {pairs.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {measure.prerequisites.length > 0 && (
          <div>
            <dt>{t('measure.prerequisites')}</dt>
            {measure.prerequisites.map((title) => (
              <dd key={title}>{title}</dd>
            ))}
          </div>
        )}
      </dl>
    </Section>
  )
}

interface MeasureDetailsProps {
  measure: MeasureView
  /** The decision, between what the measure needs and what helps with it. */
  decision?: React.ReactNode
}

/** One measure with all that is known about it. */
export function MeasureDetails({ measure, decision }: MeasureDetailsProps) {
  const { rank, title, levelId, levelShort, factorName, why, evidenceText, chaptersText, firstStep, pitfalls, example } = measure
  return (
    <article className="dec-column">
      <p className="kern-preline dec-kicker">
        <LevelMark level={levelId} />
        <span>{t('measure.kicker', { rank, level: levelShort, factor: factorName })}</span>
      </p>
      <h1 className="kern-heading-large">{title}</h1>
      <p className="kern-body kern-body--large dec-text--large dec-lead">{why}</p>
      <p className="kern-body kern-body--small dec-quiet">
        {t('measure.source', { evidence: evidenceText, chapters: chaptersText })}
      </p>
      <div className="dec-first-step dec-space-3">
        <h2 className="kern-title">{t('measure.firstStep')}</h2>
        <p className="kern-body dec-text">{firstStep}</p>
      </div>
      <Needs measure={measure} />
      {decision && (
        <Section id="entscheidung" heading={t('measure.decision.legend')}>
          {measure.decisionTaken && (
            <p className="kern-body dec-print-only">
              {measure.decisionTaken.text}. {measure.decisionTaken.reason}
            </p>
          )}
          {decision}
        </Section>
      )}
      {pitfalls.length > 0 && (
        <Section id="hinweise" heading={t('measure.pitfalls')}>
          <ul className="kern-body dec-bullets dec-text">
            {pitfalls.map((pitfall) => (
              <li key={pitfall}>{pitfall}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="praxisbeispiel" heading={t('measure.example', { town: example.town })}>
        <p className="kern-body dec-text">{example.text}</p>
        <p className="kern-body kern-body--small dec-quiet dec-space-1">{example.source}</p>
      </Section>
      <div className="dec-section dec-section--near">
        <More summary={t('measure.whyHere')}>
          <ExplanationBody explanation={measure.whyHere} />
        </More>
      </div>
    </article>
  )
}
