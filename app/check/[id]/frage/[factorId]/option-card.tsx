import type { UseFormRegisterReturn } from 'react-hook-form'
import type { OptionView } from './question-view'

interface OptionCardProps {
  option: OptionView
  id: string
  field: UseFormRegisterReturn
  checked: boolean
  describedBy?: string
}

/** An answer as a card; the whole card is the label. */
export function OptionCard({ option, id, field, checked, describedBy }: OptionCardProps) {
  return (
    <div className="dec-option">
      <input
        className="kern-form-check__radio"
        type="radio"
        id={id}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={describedBy}
        {...field}
      />
      <label className="kern-label" htmlFor={id}>
        {option.text}
        {option.hint && <span className="dec-quiet"> – {option.hint}</span>}
      </label>
    </div>
  )
}
