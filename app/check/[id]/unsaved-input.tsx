import { PageErrors } from '@/app/_components/page-errors'
import { TypedTexts } from '@/app/_components/typed-texts'
import { wholeFormError } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import type { RejectedInput } from '@/lib/assessments/types'

interface UnsavedInputProps {
  rejected: RejectedInput | null
  /** By field name; fields without a label are not shown. */
  labels: Readonly<Record<string, string>>
  /** How one value reads; itself unless given. */
  textOf?: (value: string) => string
}

/** What was typed into a form that could not be saved because nothing can be changed any more: to be read and copied. */
export function UnsavedInput({ rejected, labels, textOf = (value) => value }: UnsavedInputProps) {
  const error = wholeFormError(rejected)
  if (!rejected || error === null) return null
  const typed = Object.entries(labels).flatMap(([field, label]) => {
    const values = [rejected.payload[field] ?? []].flat().filter((value) => value !== '')
    return values.length > 0 ? [{ field, label, text: values.map(textOf).join('\n') }] : []
  })
  return (
    <>
      <PageErrors items={[{ href: '#eingegeben', text: error }]} />
      <TypedTexts
        id="eingegeben"
        heading={t('rounds.readOnly.typedHeading')}
        text={t('rounds.readOnly.typedText')}
        items={typed}
      />
    </>
  )
}
