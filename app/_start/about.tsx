import { t } from '@/app/_lib/text'

/** Six honest answers. */
export function About({ operator }: { operator: string }) {
  const blocks = [
    [t('start.about.who.title'), t('start.about.who.text')],
    [
      t('start.about.data.title'),
      operator ? t('start.about.data.text', { operator }) : t('start.about.data.textWithoutOperator'),
    ],
    [t('start.about.source.title'), t('start.about.source.text')],
    [t('start.about.not.title'), t('start.about.not.text')],
    [t('start.about.ranking.title'), t('start.about.ranking.text')],
    [
      t('start.about.operator.title'),
      operator ? t('start.about.operator.text', { operator }) : t('start.about.operator.textWithoutOperator'),
    ],
  ] as const
  return (
    <section className="dec-section" aria-labelledby="wissen">
      <h2 className="kern-heading-large" id="wissen">
        {t('start.about.heading')}
      </h2>
      <div className="dec-two dec-space-2">
        {blocks.map(([title, text]) => (
          <div key={title}>
            <h3 className="kern-title">{title}</h3>
            <p className="kern-body">{text}</p>
          </div>
        ))}
      </div>
    </section>
  )
}
