import { TextLink } from './text-link'

interface SiteFooterProps {
  relation: string
  operator: string | null
  navLabel: string
  links: readonly { href: string; text: string }[]
}

export function SiteFooter({ relation, operator, navLabel, links }: SiteFooterProps) {
  return (
    <footer className="dec-footer">
      <div className="dec-wrap">
        <p className="kern-body kern-body--small dec-text">
          {relation} {operator}
        </p>
        <nav aria-label={navLabel}>
          <ul className="dec-inline-list">
            {links.map(({ href, text }) => (
              <li key={href}>
                <TextLink href={href} small>
                  {text}
                </TextLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
