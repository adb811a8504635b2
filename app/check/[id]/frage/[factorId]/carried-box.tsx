import { t } from '@/app/_lib/text'
import { fieldName } from './question-view'

/** Says that the chosen answer was taken over, how it is confirmed, and lets it stay open. Works without scripts. */
export function CarriedBox({ questionId, submit, later }: { questionId: string; submit: string; later: boolean }) {
  const id = `q-${questionId}-spaeter`
  return (
    <div className="dec-carried">
      <p className="kern-body kern-body--bold">{t('rounds.carried.heading')}</p>
      <p className="kern-body dec-text">{t('rounds.carried.text', { submit })}</p>
      <div className="kern-form-check">
        <input
          className="kern-form-check__checkbox"
          type="checkbox"
          id={id}
          name={fieldName(questionId, 'later')}
          value="ja"
          defaultChecked={later}
        />
        <label className="kern-label" htmlFor={id}>
          {t('rounds.carried.later')}
        </label>
      </div>
    </div>
  )
}
