import { Button } from '@/app/_components/button'
import { FieldError } from '@/app/_components/field-error'
import { t } from '@/app/_lib/text'
import { limits } from '@/lib/assessments/limits'
import { stateMark } from '@/lib/assessments/shown-state'
import type { MeasureView } from '@/lib/report/types'

const choices = ['', 'uebernehmen', 'spaeter', 'nicht-vorgesehen'] as const

interface DecisionFormProps {
  checkId: string
  measure: Pick<MeasureView, 'id' | 'title' | 'decisionTaken'>
  /** Back to the list of the result, else to the measure's own page. */
  toResult?: boolean
  /** What was typed and refused, with the text at the reason. */
  refused?: { readonly decision: string; readonly reason: string; readonly error: string }
}

/** What the town decides about a measure. A plain form; „nicht vorgesehen“ asks for a reason. */
export function DecisionForm({ checkId, measure, toResult = false, refused }: DecisionFormProps) {
  const given = {
    decision: refused?.decision ?? measure.decisionTaken?.decision ?? '',
    reason: refused?.reason ?? measure.decisionTaken?.reason ?? '',
  }
  const taken = measure.decisionTaken
  const stored = taken && { decision: taken.decision, reason: taken.reason }
  const field = `entscheidung-${measure.id}`
  const reason = `${field}-grund`
  const error = refused?.error
  return (
    <form className="dec-decide" method="post" action={`/api/assessments/${checkId}/decisions`}>
      <input type="hidden" name="measure" value={measure.id} />
      <input type="hidden" name="shown" value={stateMark(stored)} />
      {toResult && <input type="hidden" name="next" value="ergebnis" />}
      <fieldset>
        {/* On the measure's own page a heading says it already. */}
        <legend className={toResult ? undefined : 'kern-sr-only'}>
          {t('measure.decision.legend')} <span className="kern-sr-only">{measure.title}</span>
        </legend>
        {choices.map((choice) => (
          <div key={choice} className="kern-form-check">
            <input
              className="kern-form-check__radio"
              type="radio"
              id={`${field}-${choice || 'offen'}`}
              name="decision"
              value={choice}
              defaultChecked={choice === given.decision}
            />
            <label className="kern-label" htmlFor={`${field}-${choice || 'offen'}`}>
              {t(`measure.decision.${choice || 'offen'}`)}
            </label>
          </div>
        ))}
      </fieldset>
      <div className={`kern-form-input dec-decide__reason${error ? ' kern-form-input--error' : ''}`}>
        <label className="kern-label" htmlFor={reason}>
          {t('measure.decision.reason')}
        </label>
        <p className="kern-hint dec-text" id={`${reason}-hinweis`}>
          {t('measure.decision.hint', { limit: limits.reason })}
        </p>
        <textarea
          className="kern-form-input__input"
          id={reason}
          name="reason"
          rows={2}
          defaultValue={given.reason}
          aria-describedby={error ? `${reason}-hinweis ${reason}-fehler` : `${reason}-hinweis`}
          aria-invalid={error ? true : undefined}
        />
        {error && <FieldError id={`${reason}-fehler`} text={error} prefix={t('page.errors.prefix')} />}
      </div>
      <div>
        <Button look="secondary">{t('measure.decision.save')}</Button>
      </div>
    </form>
  )
}
