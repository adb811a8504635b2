import { wholeFormCode } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import type { RejectedInput } from '@/lib/assessments/types'
import { TypedTexts } from './typed-texts'

interface StoredMeanwhileProps {
  rejected: RejectedInput | null
  /** What the form shows of it, and what is stored by now. */
  fields: readonly { readonly field: string; readonly label: string; readonly typed: string; readonly stored: string }[]
}

/** Where a form was refused because somebody else had saved it in between: what is stored now and differs from what was typed. */
export function StoredMeanwhile({ rejected, fields }: StoredMeanwhileProps) {
  if (wholeFormCode(rejected) !== 'changed-meanwhile') return null
  const items = fields
    .filter(({ typed, stored }) => typed !== stored)
    .map(({ field, label, stored }) => ({ field, label, text: stored || t('rounds.readOnly.notGiven') }))
  return <TypedTexts id="gespeichert" heading={t('page.changed.heading')} text={t('page.changed.text')} items={items} />
}
