import { t } from '@/app/_lib/text'

/** What to keep in mind before the figures; nothing where there is nothing. */
export function Cautions({ cautions }: { cautions: readonly string[] }) {
  if (cautions.length === 0) return null
  return (
    <section className="dec-notice dec-space-4" aria-labelledby="zu-beachten">
      <h2 className="kern-title" id="zu-beachten">
        {t('progress.page.cautions')}
      </h2>
      <ul className="dec-bullets kern-body">
        {cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
    </section>
  )
}
