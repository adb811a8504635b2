import { LevelName } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { MeasureView, ReportViewModel } from '@/lib/report/types'
import { MeasureCard } from './measure-card'
import type { ResultTarget } from './result-section'

/** The first measures, in the order of their rank. */
export function FirstMeasures({ measures, target }: { measures: readonly MeasureView[]; target: ResultTarget }) {
  return (
    <>
      <p className="kern-body dec-text">{t('result.first.intro')}</p>
      <ol className="dec-measures">
        {measures.map((measure) => (
          <MeasureCard key={measure.id} measure={measure} target={target} />
        ))}
      </ol>
    </>
  )
}

function MeasureTable({ group, target }: { group: ReportViewModel['otherMeasures'][number]; target: ResultTarget }) {
  const head = [t('measure.lead'), t('result.others.when')]
  const decided = t('measure.decision.legend')
  return (
    <table className="dec-table dec-others dec-stackable dec-stackable--short">
      <caption className="kern-sr-only">{t('result.others.caption', { level: group.levelShort })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('result.others.measure')}</th>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
          {target.checkId && <th scope="col">{decided}</th>}
        </tr>
      </thead>
      <tbody>
        {group.measures.map(({ id, rank, title, factorName, lead, horizonText, costText, decisionTaken }) => (
          <tr key={id} id={`massnahme-${id}`}>
            <th scope="row">
              <TextLink href={`${target.base}/empfehlung/${id}`} inline>
                {title}
              </TextLink>
              <span className="dec-sub">{t('result.others.origin', { rank, factor: factorName })}</span>
            </th>
            {[lead, t('result.others.horizonCost', { horizon: horizonText, cost: costText })].map((text, index) => (
              <td key={head[index]} data-label={head[index]}>
                {text}
              </td>
            ))}
            {target.checkId && <td data-label={decided}>{decisionTaken?.text ?? t('measure.decision.offen')}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** All other measures by level, in short. */
export function OtherMeasures({ groups, target }: { groups: ReportViewModel['otherMeasures']; target: ResultTarget }) {
  return (
    <>
      <p className="kern-body dec-text">{t(target.checkId ? 'result.others.intro' : 'result.others.introExample')}</p>
      {groups.map((group) => (
        <div key={group.levelId} className="dec-space-4">
          <h3 className="kern-title">
            <LevelName level={group.levelId}>{group.levelShort}</LevelName>
          </h3>
          <MeasureTable group={group} target={target} />
        </div>
      ))}
    </>
  )
}
