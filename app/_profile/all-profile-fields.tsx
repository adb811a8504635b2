import { More } from '@/app/_components/more'
import type { RefusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import type { ProfileField } from '@/lib/questionnaire/schema'
import { ProfileFields } from './profile-fields'

interface AllProfileFieldsProps {
  fields: readonly ProfileField[]
  /** As a form shows them: `lib/assessments/parse-profile`. */
  values: Readonly<Record<string, string | readonly string[]>>
  refused: RefusedForm
  /** The latest year that figures are likely to be of. */
  year: number
}

/** The profile as a form: what everybody is asked, and what may be added, folded in until something of it is filled in. */
export function AllProfileFields({ fields, values, refused, year }: AllProfileFieldsProps) {
  const shared = { values, refused, year }
  const more = fields.filter(({ optionalGroup }) => optionalGroup)
  const openMore = more.some(
    ({ id }) => values[id] !== undefined || Object.keys(refused.errors).some((name) => name.split('.')[0] === id),
  )
  return (
    <>
      <ProfileFields fields={fields.filter(({ optionalGroup }) => !optionalGroup)} {...shared} />
      <div className="dec-space-4">
        <More summary={t('profile.more')} open={openMore}>
          <ProfileFields fields={more} {...shared} />
        </More>
      </div>
    </>
  )
}
