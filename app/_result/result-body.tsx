import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { ResultSection } from './result-section'

function Contents({ sections }: { sections: readonly ResultSection[] }) {
  return (
    <ol>
      {sections.map(({ id, heading }) => (
        <li key={id}>
          <a href={`#${id}`}>{heading}</a>
        </li>
      ))}
    </ol>
  )
}

/** The parts of a result with their table of contents: beside them on wide screens, folded above them on narrow ones. */
export function ResultBody({ sections }: { sections: readonly ResultSection[] }) {
  return (
    <div className="dec-result">
      <nav className="dec-toc-small" aria-label={t('page.toc')}>
        <More summary={t('page.toc')}>
          <Contents sections={sections} />
        </More>
      </nav>
      <nav className="dec-toc" aria-labelledby="inhalt-titel">
        <h2 className="kern-title kern-title--small" id="inhalt-titel">
          {t('page.toc')}
        </h2>
        <Contents sections={sections} />
      </nav>
      <div>
        {sections.map(({ id, heading, content }) => (
          <section key={id} className="dec-section" id={id} aria-labelledby={`${id}-titel`}>
            <h2 className="kern-heading-large" id={`${id}-titel`}>
              {heading}
            </h2>
            {content}
          </section>
        ))}
      </div>
    </div>
  )
}
