import { ButtonLink } from '@/app/_components/button'
import { TextLink } from '@/app/_components/text-link'
import { workspacePage } from '@/app/_lib/next-page'
import { readWorkspacePage } from '@/app/_lib/read-workspace'
import { t } from '@/app/_lib/text'
import { isOpen } from '@/lib/measures/due'
import { MeasureStatus } from './measure-status'
import { readOrigin } from './read-plan'

/** On the page of a recommendation of a round: the way into the Maßnahmenplan, and what came from it already. */
export async function TakeOver({ workspaceId, roundId, measureId }: { workspaceId: string; roundId: string; measureId: string }) {
  const { existing } = await readOrigin(workspaceId, roundId, measureId)
  const editor = (await readWorkspacePage(workspaceId)).may('measure.edit')
  if (existing.length === 0 && !editor) return null
  const plan = workspacePage(workspaceId, 'massnahmen')
  return (
    <section className="dec-section dec-section--near dec-column dec-no-print" aria-labelledby="massnahmenplan">
      <h2 className="kern-heading-medium" id="massnahmenplan">
        {t('plan.title')}
      </h2>
      {existing.length > 0 && (
        <ul className="dec-asked">
          {existing.map((measure) => (
            <li key={measure.id} className="kern-body">
              <TextLink href={`${plan}/${measure.id}`} inline>
                {measure.title}
              </TextLink>
              <span className="dec-sub">
                <MeasureStatus measure={measure} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {editor && !existing.some(isOpen) && (
        <>
          <p className="kern-body dec-text">{t('plan.recommendation.text')}</p>
          <div className="dec-space-2">
            <ButtonLink href={`${plan}/neu?runde=${roundId}&empfehlung=${measureId}`} look="secondary">
              {t('plan.recommendation.action')}
            </ButtonLink>
          </div>
        </>
      )}
    </section>
  )
}
