import { OperatorPage } from '@/app/_legal/operator-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { t } from '@/app/_lib/text'

const title = t('legal.accessibility.title')
export const metadata = pageMetadata(title)

const facts = (['goal', 'automatic', 'byHand', 'pdf', 'missing'] as const).map((part) => ({
  title: t(`legal.accessibility.facts.${part}.title`),
  text: t(`legal.accessibility.facts.${part}.text`),
}))

export default function AccessibilityPage() {
  return (
    <OperatorPage
      name="barrierefreiheit"
      title={title}
      unset={t('legal.accessibility.unset')}
      factsHeading={t('legal.accessibility.factsHeading')}
      facts={facts}
    />
  )
}
