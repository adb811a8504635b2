import { Button } from '@/app/_components/button'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import { questionnaireOf } from '@/lib/assessments/content'
import { type MeasureFilter, statusFilters } from '@/lib/measures/filter'

interface FilterSelectProps {
  name: keyof MeasureFilter
  label: string
  value: string
  options: readonly (readonly [value: string, text: string])[]
}

function FilterSelect({ name, label, value, options }: FilterSelectProps) {
  const id = `auswahl-${name}`
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <div className="kern-form-input__select-wrapper">
        <select className="kern-form-input__select" id={id} name={name} defaultValue={value}>
          <option value="">{t('plan.filter.all')}</option>
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

interface FilterFormProps {
  filter: MeasureFilter
  leads: readonly string[]
  /** Address of the page without a filter. */
  here: string
}

/** Narrows the table down. A form that asks for the same page again: the address can be kept and sent. */
export function FilterForm({ filter, leads, here }: FilterFormProps) {
  const filtered = filter.level !== '' || filter.lead !== '' || filter.status !== ''
  // A lead that is asked for and leads nothing (any more) stays visible as what was asked for.
  const known = filter.lead === '' || leads.includes(filter.lead) ? leads : [...leads, filter.lead]
  return (
    <form className="dec-filter" method="get" action={here} aria-label={t('plan.filter.legend')}>
      <FilterSelect
        name="status"
        label={t('plan.fields.status')}
        value={filter.status}
        options={statusFilters.map((status) => [status, t(`plan.status.${status}`)])}
      />
      <FilterSelect
        name="level"
        label={t('plan.fields.level')}
        value={filter.level}
        options={questionnaireOf().levels.map(({ id, short }) => [id, short])}
      />
      <FilterSelect name="lead" label={t('plan.fields.lead')} value={filter.lead} options={known.map((lead) => [lead, lead])} />
      <div className="dec-filter__go">
        <Button look="secondary">{t('plan.filter.submit')}</Button>
        {filtered && <TextLink href={here}>{t('plan.filter.reset')}</TextLink>}
      </div>
    </form>
  )
}
