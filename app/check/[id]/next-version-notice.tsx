import { TextLink } from '@/app/_components/text-link'
import type { Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { may } from '@/lib/accounts/permissions'
import { pathToNewest } from '@/lib/assessments/content'

/** Says that the questionnaire exists in a newer version, to who may move the check. */
export function NextVersionNotice({ check: { view, role } }: { check: Check }) {
  if (role !== null && !may(role, 'round.start')) return null
  const result = pathToNewest(view)
  if (!result.ok) return null
  const { version } = result.path.to
  return (
    <section className="dec-notice dec-space-3" aria-labelledby="neue-fassung">
      <h2 className="kern-title kern-title--small" id="neue-fassung">
        {t('rounds.move.noticeHeading', { version })}
      </h2>
      <p className="kern-body dec-text">{t('rounds.move.noticeText', { version: view.questionnaireVersion })}</p>
      <p>
        <TextLink href={`/check/${view.id}/umstellung`}>{t('rounds.move.noticeLink')}</TextLink>
      </p>
    </section>
  )
}
