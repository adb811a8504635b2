import { LevelMark } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { MeasureView } from '@/lib/report/types'
import { DecisionForm } from './decision-form'
import { ExplanationBody } from './explanation'
import type { ResultTarget } from './result-section'

/** One of the first measures, whole. On narrow screens all but the first are folded; the box needs no script. */
export function MeasureCard({ measure, target }: { measure: MeasureView; target: ResultTarget }) {
  const { id, rank, title, levelId, levelShort, factorName, why, firstStep } = measure
  const fold = `massnahme-${id}-offen`
  const pairs = [
    [t('measure.lead'), measure.lead],
    [t('measure.cost'), measure.costText],
    [t('measure.horizon'), measure.horizonText],
    [t('measure.decisionBy'), measure.decisionBy],
  ] as const
  return (
    <li className="dec-measure" id={`massnahme-${id}`}>
      <div className="dec-measure__head">
        <span className="kern-title dec-measure__number" aria-hidden="true">
          {rank}
        </span>
        <div>
          <h3 className="kern-title">
            <span className="kern-sr-only">{t('measure.rank', { rank })} </span>
            {title}
          </h3>
          <p className="kern-body kern-body--small dec-quiet dec-kicker">
            <LevelMark level={levelId} />
            <span>{t('measure.origin', { level: levelShort, factor: factorName })}</span>
          </p>
        </div>
      </div>
      <input className="dec-fold" type="checkbox" id={fold} />
      <label htmlFor={fold}>
        {t('measure.unfold')} <span className="kern-sr-only">{title}</span>
      </label>
      <div className="dec-measure__body">
        <p className="kern-body dec-text">{why}</p>
        <div>
          <p className="kern-body kern-body--bold">{t('measure.firstStep')}</p>
          <p className="kern-body dec-text">{firstStep}</p>
        </div>
        <dl className="dec-pairs dec-pairs--row">
          {pairs.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <div>
          <TextLink href={`${target.base}/empfehlung/${id}`}>
            {t('measure.whole')} <span className="kern-sr-only">{title}</span>
          </TextLink>
          <More
            summary={
              <>
                {measure.whyHere.title} <span className="kern-sr-only">{title}</span>
              </>
            }
          >
            <ExplanationBody explanation={measure.whyHere} />
          </More>
        </div>
        {measure.decisionTaken && (
          <p className={`kern-body${target.decides ? ' dec-print-only' : ''}`}>
            {t('measure.decision.taken', { decision: measure.decisionTaken.text })} {measure.decisionTaken.reason}
          </p>
        )}
        {target.checkId && target.decides && <DecisionForm checkId={target.checkId} measure={measure} toResult />}
      </div>
    </li>
  )
}
