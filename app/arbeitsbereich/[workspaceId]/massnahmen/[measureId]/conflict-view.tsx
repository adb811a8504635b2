import { Button } from '@/app/_components/button'
import { StackedTable } from '@/app/_components/stacked-table'
import { fieldIdOf } from '@/app/_components/text-field'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import { fieldLabels, fieldText } from '@/app/_plan/field-text'
import { fieldNames } from '@/lib/measures/schema'
import type { EditConflict } from '@/lib/measures/types'

/** The fields that two people changed, in both versions, and the choice. Nothing was overwritten. */
export function ConflictView({ conflict, action }: { conflict: EditConflict; action: string }) {
  const { fields, stored, mine } = conflict
  const heads = [
    t('plan.conflict.stored', { date: germanDate(stored.updatedAt), time: germanTime(stored.updatedAt) }),
    t('plan.conflict.mine'),
  ] as const
  return (
    <section className="dec-conflict" aria-labelledby="zwei-fassungen">
      <h2 className="kern-heading-medium" id="zwei-fassungen">
        {t('plan.conflict.heading')}
      </h2>
      <p className="kern-body dec-text">{t('plan.conflict.text')}</p>
      <StackedTable caption={t('plan.conflict.caption')} heads={[t('plan.conflict.field'), ...heads]} look="dec-table--even">
        {fields.map((field) => (
          <tr key={field} id={fieldIdOf(field)} tabIndex={-1}>
            <th scope="row">{fieldLabels[field]}</th>
            {[stored, mine].map((version, index) => (
              <td key={heads[index]} className="dec-pre-line" data-label={heads[index]}>
                {fieldText(field, version) || t('plan.history.empty')}
              </td>
            ))}
          </tr>
        ))}
      </StackedTable>
      <form className="dec-actions dec-space-3" method="post" action={action}>
        <input type="hidden" name="version" value={stored.version} />
        {fieldNames.map((name) => (
          <input key={name} type="hidden" name={name} value={mine[name] ?? ''} />
        ))}
        <Button look="secondary">{t('plan.conflict.keepMine')}</Button>
        <Button look="secondary" name="keep" value={fields.join(' ')}>
          {t('plan.conflict.keepStored')}
        </Button>
      </form>
    </section>
  )
}
