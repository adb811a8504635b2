import { OperatorPage } from '@/app/_legal/operator-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { t } from '@/app/_lib/text'
import { keyDays, retentionMonths } from '@/lib/assessments/retention'

const title = t('legal.privacy.title')
export const metadata = pageMetadata(title)

const facts = (['stored', 'cookie', 'keys', 'retention', 'others', 'logs'] as const).map((part) => ({
  title: t(`legal.privacy.facts.${part}.title`),
  text: t(`legal.privacy.facts.${part}.text`, { days: keyDays, months: retentionMonths }),
}))

export default function PrivacyPage() {
  return (
    <OperatorPage
      name="datenschutz"
      title={title}
      unset={t('legal.privacy.unset')}
      factsHeading={t('legal.privacy.factsHeading')}
      facts={facts}
    />
  )
}
