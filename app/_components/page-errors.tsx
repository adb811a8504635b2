import { t } from '@/app/_lib/text'
import { ErrorSummary, type SummaryItem } from './error-summary'
import { FocusSummary } from './focus-summary'

interface PageErrorsProps {
  items: readonly SummaryItem[]
  /** False where nothing of a refused form was kept. */
  restSaved?: boolean
}

/** The error summary of a page rendered on the server; shows nothing while nothing is refused. */
export function PageErrors({ items, restSaved = false }: PageErrorsProps) {
  if (items.length === 0) return null
  return (
    <>
      <ErrorSummary heading={t('page.errors.heading')} items={items} note={restSaved ? t('page.errors.saved') : undefined} />
      <FocusSummary />
    </>
  )
}
