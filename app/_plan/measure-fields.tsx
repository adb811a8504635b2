import { ChoiceField } from '@/app/_components/choice-field'
import { TextArea } from '@/app/_components/text-area'
import { fieldIdOf, TextField } from '@/app/_components/text-field'
import { t } from '@/app/_lib/text'
import { costClasses, measureLimits as limits } from '@/lib/measures/schema'
import { FactorField } from './factor-field'
import { fieldLabels } from './field-text'
import { StatusFields } from './status-fields'

interface MeasureFieldsProps {
  /** What stands in each field. */
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  /** Name of a factor that the recommendation determines; null where it can be chosen. */
  fixedFactor: string | null
}

function Group({ id, heading, children }: { id: string; heading: string; children: React.ReactNode }) {
  return (
    <section className="dec-group" aria-labelledby={id}>
      <h2 className="kern-title" id={id}>
        {heading}
      </h2>
      <div className="dec-fields dec-fields--near">{children}</div>
    </section>
  )
}

/** All fields of a measure, in three groups. */
export function MeasureFieldsets({ values, errors, fixedFactor }: MeasureFieldsProps) {
  const shared = (name: keyof typeof fieldLabels) => ({
    name,
    label: fieldLabels[name],
    value: values[name] ?? '',
    error: errors[name],
  })
  return (
    <div className="dec-groups">
      <Group id="was-und-wer" heading={t('plan.form.groupWho')}>
        <TextField {...shared('title')} hint={t('plan.form.titleHint', { limit: limits.title })} />
        {fixedFactor === null ? (
          <FactorField value={values.factorId ?? ''} error={errors.factorId} />
        ) : (
          <div>
            <p className="kern-body kern-body--bold">{fieldLabels.factorId}</p>
            <p className="kern-body">
              {fixedFactor} <span className="dec-sub">{t('plan.form.factorFixed')}</span>
            </p>
            <input type="hidden" name="factorId" value={values.factorId} />
          </div>
        )}
        <TextField {...shared('lead')} hint={t('plan.form.leadHint', { limit: limits.lead })} optional />
        <TextField {...shared('partners')} hint={t('plan.form.partnersHint', { limit: limits.partners })} optional />
      </Group>
      <Group id="termin-und-status" heading={t('plan.form.groupWhen')}>
        <TextField {...shared('dueOn')} hint={t('plan.form.dueOnHint')} width="short" optional />
        <StatusFields prefix={fieldIdOf('')} status={values.status ?? ''} reason={values.reason ?? ''} errors={errors} />
        <TextArea {...shared('note')} id={fieldIdOf('note')} hint={t('plan.form.noteHint', { limit: limits.note })} optional />
      </Group>
      <Group id="beschluss-und-mittel" heading={t('plan.form.groupMeans')}>
        <div className="dec-pair-fields">
          <TextField {...shared('resolvedOn')} hint={t('plan.form.resolvedOnHint')} optional />
          <TextField {...shared('resolutionNumber')} hint={t('plan.form.resolutionNumberHint')} optional />
        </div>
        <ChoiceField
          name="costClass"
          label={fieldLabels.costClass}
          options={[
            { id: '', label: t('plan.form.costClassNone') },
            ...costClasses.map((id) => ({ id, label: t(`common.cost.${id}`) })),
          ]}
          chosen={[values.costClass ?? '']}
          error={errors.costClass}
        />
        <TextField {...shared('effort')} hint={t('plan.form.effortHint', { limit: limits.effort })} optional />
      </Group>
    </div>
  )
}
