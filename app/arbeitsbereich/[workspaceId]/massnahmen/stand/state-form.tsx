import { Button } from '@/app/_components/button'
import { LevelMark } from '@/app/_components/level-mark'
import { TextArea } from '@/app/_components/text-area'
import { TextLink } from '@/app/_components/text-link'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { workspacePage } from '@/app/_lib/next-page'
import { t } from '@/app/_lib/text'
import { StatusFields } from '@/app/_plan/status-fields'
import { measureLimits } from '@/lib/measures/schema'
import type { MeasureView } from '@/lib/measures/types'
import { germanDay } from '@/lib/report/format'
import type { StateCard } from './read-stand'

function Facts({ measure }: { measure: MeasureView }) {
  const { lead, dueOn, overdue } = measure
  return (
    <dl className="dec-pairs dec-state-facts">
      <div>
        <dt>{t('plan.fields.dueOn')}</dt>
        <dd>
          {dueOn === null ? t('plan.none') : germanDay(dueOn)}{' '}
          {overdue && <span className="dec-overdue">{t('plan.overdue')}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('plan.fields.lead')}</dt>
        <dd>{lead || t('plan.none')}</dd>
      </div>
    </dl>
  )
}

/** What somebody else has stored since the form was shown. */
function StoredState({ measure }: { measure: MeasureView }) {
  const at = { date: germanDate(measure.updatedAt), time: germanTime(measure.updatedAt) }
  const texts = [t(`plan.status.${measure.status}`), measure.reason, measure.note].filter((text) => text !== '')
  return (
    <div className="dec-conflict dec-tight">
      <p className="kern-body kern-body--bold">{t('plan.conflict.stored', at)}</p>
      {texts.map((text) => (
        <p key={text} className="kern-body dec-pre-line">
          {text}
        </p>
      ))}
    </div>
  )
}

/** Asks what became of one measure. */
export function StateForm({ card, workspaceId, roundId }: { card: StateCard; workspaceId: string; roundId: string }) {
  const { measure, prefix, status, reason, note, errors, changedThere } = card
  const { id, title, levelId, levelShort, place, factorName } = measure
  const origin = { level: levelShort, factor: factorName, place }
  return (
    <li className="dec-measure dec-flow">
      <div>
        <h2 className="kern-title" id={`${prefix}titel`}>
          <TextLink href={workspacePage(workspaceId, 'massnahmen', id)} inline>
            {title}
          </TextLink>
        </h2>
        <p className="kern-body kern-body--small dec-quiet dec-kicker">
          <LevelMark level={levelId} />
          <span>{t(place === '' ? 'plan.table.origin' : 'plan.table.originPlace', origin)}</span>
        </p>
      </div>
      <Facts measure={measure} />
      {changedThere && <StoredState measure={measure} />}
      <form
        aria-labelledby={`${prefix}titel`}
        className="dec-fields dec-fields--near"
        method="post"
        action={`/api/workspaces/${workspaceId}/measures/state`}
        noValidate
      >
        <input type="hidden" name="measure" value={id} />
        <input type="hidden" name="runde" value={roundId} />
        <input type="hidden" name="version" value={measure.version} />
        <StatusFields prefix={prefix} about={title} status={status} reason={reason} errors={errors} />
        <TextArea
          id={`${prefix}note`}
          name="note"
          label={t('plan.round.note')}
          hint={t('plan.form.noteHint', { limit: measureLimits.note })}
          value={note}
          error={errors.note}
          rows={2}
          optional
        />
        <div>
          <Button look="secondary">{t('plan.round.save')}</Button>
        </div>
      </form>
    </li>
  )
}
