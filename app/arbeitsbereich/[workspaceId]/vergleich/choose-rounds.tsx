import { Button } from '@/app/_components/button'
import { workspacePage } from '@/app/_lib/next-page'
import { t } from '@/app/_lib/text'
import type { RoundOption } from './read-comparison'

interface RoundSelectProps {
  name: string
  label: string
  options: readonly RoundOption[]
  chosen: string
}

function RoundSelect({ name, label, options, chosen }: RoundSelectProps) {
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={`feld-${name}`}>
        {label}
      </label>
      <div className="kern-form-input__select-wrapper">
        <select className="kern-form-input__select" id={`feld-${name}`} name={name} defaultValue={chosen}>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

interface ChooseRoundsProps {
  workspaceId: string
  options: readonly RoundOption[]
  from: string
  to: string
}

/** Asks which two rounds to compare; an address of its own for each pair, so that it can be kept. */
export function ChooseRounds({ workspaceId, options, from, to }: ChooseRoundsProps) {
  return (
    <form
      className="dec-choose"
      method="get"
      action={workspacePage(workspaceId, 'vergleich')}
      aria-label={t('progress.page.choose')}
    >
      <RoundSelect name="von" label={t('progress.page.from')} options={options} chosen={from} />
      <RoundSelect name="bis" label={t('progress.page.to')} options={options} chosen={to} />
      <Button look="secondary">{t('progress.page.compare')}</Button>
    </form>
  )
}
