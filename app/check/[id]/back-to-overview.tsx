import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'

/** The way back from a page that only shows something. */
export function BackToOverview({ id }: { id: string }) {
  return (
    <p className="dec-section dec-section--near dec-no-print">
      <TextLink href={`/check/${id}`}>{t('page.toOverview')}</TextLink>
    </p>
  )
}
