import { t } from '@/app/_lib/text'
import { DataTable } from '@/app/_result/data-table'
import type { MoverView, ProgressView } from '@/lib/report/progress-types'
import { MoverList } from './mover-list'

const itemOf = ({ factor, ...mover }: MoverView) => ({ factorId: factor.id, levelId: factor.levelId, ...mover })

/** „Was hat sich bewegt, und warum?“ */
export function Movers({ view }: { view: ProgressView }) {
  const { gains, losses, otherReasons, measures, measuresText } = view
  const rounds = [view.before.label, view.after.label] as const
  return (
    <div className="dec-stack">
      <MoverList
        heading={t('progress.page.gains')}
        movers={gains.map(itemOf)}
        none={t('progress.page.noGains')}
        rounds={rounds}
      />
      <MoverList
        heading={t('progress.page.losses')}
        movers={losses.map(itemOf)}
        none={t('progress.page.noLosses')}
        rounds={rounds}
      />
      {otherReasons.length > 0 && (
        <div className="dec-flow">
          <h3 className="kern-heading-small">{t('progress.page.otherReasons')}</h3>
          {otherReasons.map((reason) => (
            <p key={reason} className="kern-body dec-text">
              {reason}
            </p>
          ))}
        </div>
      )}
      <div className="dec-flow">
        <h3 className="kern-heading-small">{t('progress.page.measures')}</h3>
        <p className="kern-body dec-text">{measuresText}</p>
        {measures.length > 0 && (
          <DataTable
            caption={t('progress.page.measures')}
            head={[t('progress.page.measure'), t('result.table.factor'), t('progress.page.doneOn'), t('progress.page.change')]}
            rows={measures.map(({ title, factorName, doneOn, change }) => [title, factorName, doneOn, change])}
          />
        )}
      </div>
    </div>
  )
}
