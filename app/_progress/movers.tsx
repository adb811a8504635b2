import { LevelMark } from '@/app/_components/level-mark'
import { t } from '@/app/_lib/text'
import { DataTable } from '@/app/_result/data-table'
import type { MoverView, ProgressView } from '@/lib/report/progress-types'
import { AnswerChanges } from './answer-changes'

interface MoverListProps {
  heading: string
  movers: readonly MoverView[]
  none: string
  view: ProgressView
}

function MoverList({ heading, movers, none, view }: MoverListProps) {
  return (
    <div>
      <h3 className="kern-heading-small">{heading}</h3>
      {movers.length === 0 && <p className="kern-body dec-text">{none}</p>}
      <ul className="dec-movers">
        {movers.map(({ factor, levelShort, sentence, answers, measures }) => (
          <li key={factor.id}>
            <LevelMark level={factor.levelId} />
            <div>
              <h4 className="kern-title kern-title--small">{sentence}</h4>
              <p className="kern-body kern-body--small dec-quiet">{levelShort}</p>
              <AnswerChanges answers={answers} before={view.before.label} after={view.after.label} />
              {measures.length > 0 && (
                <p className="kern-body kern-body--small dec-text">
                  {t('progress.page.doneFor', { measures: measures.join('; ') })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** „Was hat sich bewegt, und warum?“ */
export function Movers({ view }: { view: ProgressView }) {
  const { gains, losses, otherReasons, measures, measuresText } = view
  return (
    <div className="dec-stack">
      <MoverList heading={t('progress.page.gains')} movers={gains} none={t('progress.page.noGains')} view={view} />
      <MoverList heading={t('progress.page.losses')} movers={losses} none={t('progress.page.noLosses')} view={view} />
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
