import { Button } from '@/app/_components/button'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import type { AssessmentView } from '@/lib/assessments/types'

/** Gives out a code or ends it. `sheet` shows a code issued a moment ago. */
export function CodeSection({ view, sheet }: { view: AssessmentView; sheet: React.ReactNode }) {
  const issuedAt = view.resumeCodeIssuedAt
  const action = `/api/assessments/${view.id}/resume-code`
  return (
    <section className="dec-section dec-section--near dec-flow" id="code" aria-labelledby="code-titel">
      <h2 className="kern-heading-medium dec-no-print" id="code-titel">
        {t(sheet ? 'handover.share.sheet.heading' : 'handover.share.code.heading')}
      </h2>
      {sheet ? (
        <p className="kern-body dec-text dec-no-print">{t('handover.share.sheet.once')}</p>
      ) : (
        <p className="kern-body dec-text">{t('handover.share.code.text')}</p>
      )}
      {sheet}
      {!sheet && (
        <p className="kern-body dec-text">
          {issuedAt
            ? t('handover.share.code.issued', { date: germanDate(issuedAt), time: germanTime(issuedAt) })
            : t('handover.share.code.none')}
        </p>
      )}
      <form className="dec-actions" method="post" action={action}>
        <Button look={issuedAt ? 'secondary' : 'primary'} name="action" value="issue">
          {t(issuedAt ? 'handover.share.code.reissue' : 'handover.share.code.issue')}
        </Button>
        {issuedAt && (
          <button className="dec-link-button" type="submit" name="action" value="revoke">
            {t('handover.share.code.revoke')}
          </button>
        )}
      </form>
      {issuedAt && (
        <p className="kern-body kern-body--small dec-text dec-quiet dec-no-print">{t('handover.share.code.reissueHint')}</p>
      )}
    </section>
  )
}
