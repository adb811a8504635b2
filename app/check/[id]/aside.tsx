import { TextLink } from '@/app/_components/text-link'
import { germanDate } from '@/app/_lib/dates'
import { isReadOnly, type Check } from '@/app/_lib/read-check'
import { t } from '@/app/_lib/text'
import { may } from '@/lib/accounts/permissions'

interface Group {
  readonly heading: string
  readonly text: string
  readonly links: readonly (readonly [href: string, label: string])[]
}

/** A check without an account is handed on by its code; a round is open to all members. */
function handOver({ view }: Check, base: string): Group {
  const rest = [
    [`${base}/weitergeben#arbeitsstand`, t('overview.aside.state')],
    [`${base}/offene-punkte`, t('overview.aside.openPoints')],
    ['/vorbereiten', t('overview.aside.questionnaire')],
  ] as const
  return view.round
    ? { heading: t('rounds.overview.paper'), text: '', links: rest }
    : {
        heading: t('overview.aside.heading'),
        text: t('overview.aside.text'),
        links: [[`${base}/weitergeben`, t('overview.aside.code')], ...rest],
      }
}

function details(check: Check, base: string): Group {
  const { view, role } = check
  const [profile, challenges, place] = isReadOnly(check)
    ? (['rounds.overview.profile', 'rounds.overview.challenges', 'rounds.overview.place'] as const)
    : (['overview.aside.profile', 'overview.aside.challenges', 'overview.aside.place'] as const)
  const mayDelete = role === null || may(role, 'round.delete')
  return {
    heading: t('overview.aside.details'),
    text: '',
    links: [
      [`${base}/profil?zurueck=uebersicht`, t(profile)],
      [`${base}/herausforderungen?zurueck=uebersicht`, t(challenges)],
      [`${base}/quartier?zurueck=uebersicht`, t(place)],
      [`${base}/bericht`, t('overview.aside.report')],
      ...(view.round ? [[`${base}/abschluss`, t('rounds.overview.closing')] as const] : []),
      ...(mayDelete ? [[`${base}/loeschen`, t(view.round ? 'rounds.overview.delete' : 'overview.aside.delete')] as const] : []),
    ],
  }
}

/** What else can be done with a check, beside its tasks. */
export function Aside({ check }: { check: Check }) {
  const base = `/check/${check.view.id}`
  return (
    <aside className="dec-flow" aria-label={t('overview.aside.label')}>
      {[handOver(check, base), details(check, base)].map(({ heading, text, links }) => (
        <div key={heading} className="dec-tight">
          <h2 className="kern-title kern-title--small">{heading}</h2>
          {text && <p className="kern-body kern-body--small dec-text">{text}</p>}
          <ul className="dec-aside-list">
            {links.map(([href, label]) => (
              <li key={href}>
                <TextLink href={href}>{label}</TextLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {check.view.deletedOn && (
        <p className="kern-body kern-body--small dec-quiet">
          {t('overview.aside.retention', { date: germanDate(check.view.deletedOn) })}
        </p>
      )}
    </aside>
  )
}
