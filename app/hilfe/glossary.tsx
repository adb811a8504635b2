import { t } from '@/app/_lib/text'
import type { GlossaryTerm } from '@/lib/questionnaire/schema'

const byTerm = (a: GlossaryTerm, b: GlossaryTerm) => a.term.localeCompare(b.term, 'de')

/** All terms of the questionnaire, in the order of the alphabet. */
export function Glossary({ terms }: { terms: readonly GlossaryTerm[] }) {
  return (
    <section className="dec-section" id="begriffe" aria-labelledby="begriffe-titel">
      <h2 className="kern-heading-medium" id="begriffe-titel">
        {t('help.glossary.heading')}
      </h2>
      <p className="kern-body dec-text">{t('help.glossary.text')}</p>
      <dl className="dec-glossary dec-space-3">
        {[...terms].sort(byTerm).map(({ id, term, explanation }) => (
          <div key={id} id={`begriff-${id}`}>
            <dt className="kern-title kern-title--small">{term}</dt>
            <dd className="kern-body dec-text">{explanation}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
