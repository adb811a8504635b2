import { t } from '@/app/_lib/text'
import type { Explanation } from '@/lib/report/balance-types'

/** The inputs of a figure. A weight that is the same for all stands once under the table. */
function Inputs({ explanation: { title, rows } }: { explanation: Explanation }) {
  const [first] = rows
  if (!first) return null
  const sameWeight = rows.every(({ weight }) => weight === first.weight)
  return (
    <>
      <table className="dec-why">
        <caption className="kern-sr-only">{t('result.why.caption', { title })}</caption>
        <thead className="kern-sr-only">
          <tr>
            <th scope="col">{t('result.why.label')}</th>
            <th scope="col">{t('result.why.value')}</th>
            {!sameWeight && <th scope="col">{t('result.why.weight')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, value, weight }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
              {!sameWeight && <td>{weight}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {sameWeight && (
        <p className="kern-body kern-body--small dec-text">
          {t('result.why.sameWeight', { count: rows.length, weight: first.weight })}
        </p>
      )}
    </>
  )
}

/** „Warum?“: what a figure is made of, what was left out, what caps it, and what would tip it (R6). */
export function ExplanationBody({ explanation }: { explanation: Explanation }) {
  const { summary, figures, cap, leftOut, next } = explanation
  const lines = [...figures, ...(cap ? [cap] : []), ...leftOut, ...(next ? [next] : [])]
  return (
    <div className="dec-explanation">
      <p className="kern-body kern-body--small dec-text">{summary}</p>
      <Inputs explanation={explanation} />
      {lines.map((line) => (
        <p key={line} className="kern-body kern-body--small dec-text">
          {line}
        </p>
      ))}
    </div>
  )
}
