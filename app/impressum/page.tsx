import { OperatorPage } from '@/app/_legal/operator-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { t } from '@/app/_lib/text'

const title = t('legal.imprint.title')
export const metadata = pageMetadata(title)

const facts = (['software', 'source'] as const).map((part) => ({
  title: t(`legal.imprint.facts.${part}.title`),
  text: t(`legal.imprint.facts.${part}.text`),
}))

export default function ImprintPage() {
  return (
    <OperatorPage
      name="impressum"
      title={title}
      unset={t('legal.imprint.unset')}
      factsHeading={t('legal.imprint.factsHeading')}
      facts={facts}
    />
  )
}
