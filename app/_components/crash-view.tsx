'use client'

import page from '@/lib/i18n/messages/de/page.json' with { type: 'json' }

/** The last resort. It reads its words straight from the file, because nothing can be handed to it. */
export function CrashView({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="dec-column dec-flow">
      <title>{`${page.errors.prefix} ${page.crash.title}`}</title>
      <h1 className="kern-heading-large">{page.crash.title}</h1>
      <p className="kern-body dec-text">{page.crash.text}</p>
      <div className="dec-actions">
        <button className="kern-btn kern-btn--primary" type="button" onClick={onRetry}>
          <span className="kern-label">{page.error.retry}</span>
        </button>
        <a className="kern-btn kern-btn--secondary" href="/">
          <span className="kern-label">{page.error.home}</span>
        </a>
      </div>
    </div>
  )
}
