import { fieldIdOf, TextField } from '@/app/_components/text-field'
import type { RefusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { limits } from '@/lib/assessments/limits'

interface NamingFieldsProps {
  refused: RefusedForm
  year: string
  /** Proposed as its name. */
  name: string
  fieldId?: (name: string) => string
}

/** What a round is called and the time it speaks of. A year is proposed. */
export function NamingFields({ refused, year, name, fieldId = fieldIdOf }: NamingFieldsProps) {
  const days = [
    ['periodFrom', t('rounds.start.from'), `01.01.${year}`],
    ['periodTo', t('rounds.start.to'), `31.12.${year}`],
  ] as const
  return (
    <>
      <TextField
        name="name"
        id={fieldId('name')}
        label={t('rounds.start.nameLabel')}
        hint={t('rounds.start.nameHint', { limit: limits.name })}
        value={refused.typed('name') ?? name}
        error={refused.errors.name}
      />
      <fieldset className="kern-fieldset dec-field">
        <legend className="kern-label">{t('rounds.start.period')}</legend>
        <p className="kern-hint dec-text">{t('rounds.start.periodHint')}</p>
        <div className="dec-period">
          {days.map(([name, label, proposal]) => (
            <TextField
              key={name}
              name={name}
              id={fieldId(name)}
              label={label}
              value={refused.typed(name) ?? proposal}
              error={refused.errors[name]}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
