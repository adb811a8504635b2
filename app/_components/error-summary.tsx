export interface SummaryItem {
  /** Where the field is: `#q-raeume-struktur-0`; missing where the page has none for it. */
  readonly href?: string
  readonly text: string
}

interface ErrorSummaryProps {
  heading: string
  items: readonly SummaryItem[]
  /** What is safe all the same. */
  note?: string
}

/** All refused fields on top of the page, each linked to its field. `FocusSummary` moves the focus here. */
export function ErrorSummary({ heading, items, note }: ErrorSummaryProps) {
  return (
    <div className="dec-errors" id="fehler" tabIndex={-1} role="alert" aria-labelledby="fehler-titel">
      <h2 className="kern-title" id="fehler-titel">
        {heading}
      </h2>
      <ul>
        {items.map(({ href, text }) => (
          <li key={`${href} ${text}`}>
            {href === undefined ? (
              text
            ) : (
              <a className="kern-link" href={href}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
      {note && <p className="kern-body kern-body--small">{note}</p>}
    </div>
  )
}
