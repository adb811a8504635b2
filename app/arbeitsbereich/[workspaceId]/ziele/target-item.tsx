import { More } from '@/app/_components/more'
import { Notice } from '@/app/_components/notice'
import { t } from '@/app/_lib/text'
import type { TargetView } from '@/lib/report/targets-view'
import type { RefusedTarget } from './read-targets-page'
import { TargetForm } from './target-form'

interface TargetItemProps {
  workspaceId: string
  target: TargetView
  mayEdit: boolean
  refused: RefusedTarget | null
  saved: boolean
}

function Facts({ target }: { target: TargetView }) {
  const facts = [
    [t('targets.facts.stand'), target.standText],
    [t('targets.facts.target'), target.targetText],
  ]
  return (
    <dl className="dec-pairs dec-target__facts">
      {facts.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {target.reason !== '' && (
        <div className="dec-target__reason">
          <dt>{t('targets.facts.reason')}</dt>
          <dd className="dec-pre-line">{target.reason}</dd>
        </div>
      )}
    </dl>
  )
}

/** One factor: how it stands, what it aims at, and changing that. */
export function TargetItem({ workspaceId, target, mayEdit, refused, saved }: TargetItemProps) {
  const { factorId, name, foundation, state, stateText, figures, own } = target
  const forName = <span className="kern-sr-only"> {t('targets.form.of', { factor: name })}</span>
  const editable = mayEdit && own !== null && state !== 'not-applicable'
  return (
    <li className="dec-target" id={`ziel-${factorId}`}>
      <h3 className="kern-title kern-title--small dec-target__name">
        {name}
        {foundation && <span className="dec-sub">{t('targets.foundation')}</span>}
      </h3>
      <p className={`kern-body dec-target__state dec-target__state--${state}`}>{stateText}</p>
      <Facts target={target} />
      {saved && <Notice>{t('targets.form.saved')}</Notice>}
      {editable && (
        <More
          summary={
            <>
              {t('targets.form.open')}
              {forName}
            </>
          }
          open={refused !== null}
          small
        >
          {figures && <p className="kern-body dec-text">{figures}</p>}
          <TargetForm workspaceId={workspaceId} target={target} own={own} refused={refused} />
        </More>
      )}
      {!editable && figures && (
        <More
          summary={
            <>
              {t('targets.form.why')}
              {forName}
            </>
          }
          small
        >
          <p className="kern-body dec-text">{figures}</p>
        </More>
      )}
      {mayEdit && own === null && state !== 'not-applicable' && (
        <p className="kern-body kern-body--small dec-quiet dec-text">{t('targets.noPlace')}</p>
      )}
    </li>
  )
}
