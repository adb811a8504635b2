import type { ReportViewModel } from '@/lib/report/types'

/** What follows, in prose built from the answers. */
export function Conclusions({ conclusions }: { conclusions: ReportViewModel['conclusions'] }) {
  return (
    <div className="dec-conclusions">
      {conclusions.map(({ heading, paragraphs }) => (
        <div key={heading} className="dec-tight">
          <h3 className="kern-title kern-title--small">{heading}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="kern-body dec-text">
              {paragraph}
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}
