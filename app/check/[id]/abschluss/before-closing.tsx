import { Button } from '@/app/_components/button'
import { TextField } from '@/app/_components/text-field'
import { TextLink } from '@/app/_components/text-link'
import { progressOf } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { limits } from '@/lib/assessments/limits'
import type { ClosingPageData } from './read-closing-page'

const meanings = ['frozen', 'hash', 'archive', 'names', 'reopen'] as const

/** What is not settled yet; closing is possible all the same. */
function OpenPoints({ data: { check } }: { data: ClosingPageData }) {
  const { view } = check
  const progress = progressOf(check)
  const carried = progress.open.filter(({ id }) => view.answers[id]?.carried).length
  const unknown = progress.factors.reduce((sum, factor) => sum + factor.unknown.length, 0)
  const lines = [
    ['bestaetigen', 'carried', carried],
    ['offen', 'open', progress.open.length - carried],
    ['weiss-nicht', 'unknown', unknown],
  ] as const
  const left = lines.filter(([, , count]) => count > 0)
  return (
    <section className="dec-section dec-section--near" aria-labelledby="vorher">
      <h2 className="kern-heading-medium" id="vorher">
        {t('rounds.closing.before.heading')}
      </h2>
      <p className="kern-body dec-text">
        {t(left.length === 0 ? 'rounds.closing.before.nothing' : 'rounds.closing.before.text', {
          handled: progress.handled,
          total: progress.questions,
        })}
      </p>
      {left.length > 0 && (
        <ul className="dec-aside-list dec-space-1">
          {left.map(([anchor, key, count]) => (
            <li key={key}>
              <TextLink href={`/check/${view.id}/pruefen#${anchor}`}>{t(`rounds.closing.before.${key}`, { count })}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What closing means, what is still open, and the button. */
export function BeforeClosing({ data }: { data: ClosingPageData }) {
  const { check, coordinates, fileReference, refused } = data
  return (
    <>
      <p className="kern-body kern-body--large dec-text--large">{t('rounds.closing.lead')}</p>
      <ul className="kern-body dec-bullets dec-text dec-space-2">
        {meanings.map((key) => (
          <li key={key}>{t(`rounds.closing.meaning.${key}`)}</li>
        ))}
      </ul>
      <OpenPoints data={data} />
      <section className="dec-section dec-section--near" aria-labelledby="abschliessen">
        <h2 className="kern-heading-medium" id="abschliessen">
          {t('rounds.closing.heading')}
        </h2>
        {coordinates ? (
          <form className="dec-stack" method="post" action={`/api/assessments/${check.view.id}/close`} autoComplete="off">
            <input type="hidden" name="shown" value={check.view.round?.fileReference ?? ''} />
            <TextField
              name="fileReference"
              label={t('rounds.closing.fileReference')}
              hint={t('rounds.closing.fileReferenceHint', { limit: limits.fileReference })}
              value={fileReference}
              error={refused.errors.fileReference}
              optional
            />
            <div>
              <Button>{t('rounds.closing.action')}</Button>
            </div>
          </form>
        ) : (
          <p className="kern-body dec-text">{t('rounds.closing.coordination')}</p>
        )}
      </section>
    </>
  )
}
