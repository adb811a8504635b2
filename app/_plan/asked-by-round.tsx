import { ButtonLink } from '@/app/_components/button'
import { workspacePage } from '@/app/_lib/next-page'
import { t } from '@/app/_lib/text'
import { germanDay } from '@/lib/report/format'
import { MeasureStatus } from './measure-status'
import { readAsked } from './read-plan'

/** On the overview of a round: the open measures from before it that nobody has spoken of yet. */
export async function AskedByRound({ workspaceId, roundId }: { workspaceId: string; roundId: string }) {
  const { measures } = await readAsked(workspaceId, roundId)
  if (measures.length === 0) return null
  return (
    <section className="dec-section dec-section--near" aria-labelledby="massnahmen-stand">
      <h2 className="kern-heading-medium" id="massnahmen-stand">
        {t('plan.round.heading')}
      </h2>
      <p className="kern-body dec-text">{t('plan.round.text', { count: measures.length })}</p>
      <ul className="dec-asked">
        {measures.map((measure) => (
          <li key={measure.id} className="kern-body">
            {measure.title}
            <span className="dec-sub">
              <MeasureStatus measure={measure} />
              {measure.dueOn !== null && ` · ${t('plan.round.due', { date: germanDay(measure.dueOn) })}`}
            </span>
          </li>
        ))}
      </ul>
      <div className="dec-space-2">
        <ButtonLink href={`${workspacePage(workspaceId, 'massnahmen', 'stand')}?runde=${roundId}`} look="secondary">
          {t('plan.round.action')}
        </ButtonLink>
      </div>
    </section>
  )
}
