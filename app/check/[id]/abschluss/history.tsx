import { TextLink } from '@/app/_components/text-link'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import type { ClosingPageData } from './read-closing-page'

function Revisions({ data: { check, history } }: { data: ClosingPageData }) {
  const { id } = check.view
  if (history.revisions.length === 0) return null
  const file = (revision: number, kind: 'zip' | 'json') => `/api/assessments/${id}/export?abschluss=${revision}&datei=${kind}`
  return (
    <section className="dec-section dec-section--near" aria-labelledby="abschluesse">
      <h2 className="kern-heading-medium" id="abschluesse">
        {t('rounds.revisions.heading')}
      </h2>
      <p className="kern-body dec-text">{t('rounds.revisions.text')}</p>
      <ul className="dec-checks-list">
        {history.revisions.map(({ revision, hash, closedAt }) => (
          <li key={revision}>
            <p className="kern-body kern-body--bold">
              {t('rounds.revisions.one', { revision, date: germanDate(closedAt), time: germanTime(closedAt) })}
            </p>
            <p className="kern-body kern-body--small dec-quiet">
              {t('rounds.closed.hash')}: <code className="dec-hash">{hash}</code>
            </p>
            <ul className="dec-inline-list">
              {(['zip', 'json'] as const).map((kind) => (
                <li key={kind}>
                  <TextLink href={file(revision, kind)} download>
                    {t(`rounds.revisions.${kind}`)} <span className="kern-sr-only">{t('rounds.revisions.of', { revision })}</span>
                  </TextLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was done with a round, and every closing of it with its files. */
export function History({ data }: { data: ClosingPageData }) {
  const { events } = data.history
  return (
    <>
      <Revisions data={data} />
      <section className="dec-section dec-section--near" aria-labelledby="verlauf">
        <h2 className="kern-heading-medium" id="verlauf">
          {t('rounds.events.heading')}
        </h2>
        <ol className="dec-events">
          {events.map(({ kind, at, by, reason }, index) => (
            <li key={index} className="kern-body">
              <span className="dec-quiet">{t('rounds.events.at', { date: germanDate(at), time: germanTime(at) })}</span>
              <span>
                {by === null ? t(`rounds.events.${kind}`) : t('rounds.events.by', { what: t(`rounds.events.${kind}`), name: by })}
                {reason && <span className="dec-sub dec-pre-line">{reason}</span>}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
