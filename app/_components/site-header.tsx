import { DemoBar } from './demo-bar'
import { TextLink } from './text-link'

interface SiteHeaderProps {
  product: string
  home: string
  official: string | null
  /** Says that this is a demonstration; null where it is none. */
  demo: string | null
  navLabel: string
  links: readonly { href: string; text: string }[]
}

export function SiteHeader({ product, home, official, demo, navLabel, links }: SiteHeaderProps) {
  return (
    <header>
      {demo && <DemoBar text={demo} />}
      {official && (
        <div className="dec-official">
          <div className="dec-wrap">
            <p>{official}</p>
          </div>
        </div>
      )}
      <div className="dec-header">
        <div className="dec-wrap">
          <a className="dec-brand" href="/" aria-label={home}>
            <svg viewBox="0 0 56 16" aria-hidden="true" focusable="false">
              <rect x="0" y="1" width="14" height="14" fill="#003041" />
              <path d="M28 0 36 8 28 16 20 8Z" fill="#85397a" />
              <circle cx="48" cy="8" r="8" fill="#8a6600" />
            </svg>
            <span>{product}</span>
          </a>
          <nav aria-label={navLabel}>
            <ul className="dec-inline-list">
              {links.map(({ href, text }) => (
                <li key={href}>
                  <TextLink href={href}>{text}</TextLink>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </header>
  )
}
