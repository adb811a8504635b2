import { StackedTable } from '@/app/_components/stacked-table'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { ReportViewModel, UnknownView } from '@/lib/report/types'
import { FactorName } from './factor-name'
import type { ResultTarget } from './result-section'

interface FactorUnknowns {
  readonly first: UnknownView
  readonly all: readonly UnknownView[]
}

function byFactor(unknowns: readonly UnknownView[]): FactorUnknowns[] {
  const ids = [...new Set(unknowns.map(({ factorId }) => factorId))]
  return ids.map((id) => {
    const all = unknowns.filter(({ factorId }) => factorId === id)
    return { first: all[0]!, all }
  })
}

const officesOf = (unknowns: readonly UnknownView[]) => [...new Set(unknowns.map(({ clarifyWith }) => clarifyWith))].join('; ')

function UnknownTable({ report }: { report: ReportViewModel }) {
  const shortOf = new Map(report.levels.map(({ id, short }) => [id, short]))
  const known = new Set(report.levels.flatMap(({ factors }) => factors.filter(({ stage }) => stage).map(({ id }) => id)))
  const [factor, question, office] = [t('result.table.factor'), t('result.unknowns.question'), t('result.unknowns.office')]
  return (
    <StackedTable caption={t('result.unknowns.heading')} heads={[factor, question, office]} look="dec-unknowns">
      {byFactor(report.unknowns).map(({ first, all }) => (
        <tr key={first.factorId}>
          <th scope="row">
            <FactorName level={first.levelId} levelShort={shortOf.get(first.levelId) ?? ''} name={first.factorName} />
          </th>
          <td data-label={question}>
            {all.map(({ questionId, stem }) => (
              <p key={questionId}>{stem}</p>
            ))}
            {/* Where the factor has a stage all the same, the open question says enough. */}
            {!known.has(first.factorId) && <p className="dec-quiet">{first.finding}</p>}
          </td>
          <td data-label={office}>{officesOf(all)}</td>
        </tr>
      ))}
    </StackedTable>
  )
}

/** „Weiß nicht“ as findings, and how many questions are not answered yet. */
export function Unknowns({ report, target }: { report: ReportViewModel; target: ResultTarget }) {
  const { unknowns, summary } = report
  const links = [
    ...(unknowns.length > 0 ? [[`${target.base}/offene-punkte`, t('result.unknowns.print')] as const] : []),
    [`${target.base}/pruefen`, t('result.unknowns.review')] as const,
  ]
  return (
    <>
      <p className="kern-body dec-text">
        {summary.open} {unknowns.length > 0 && t('result.unknowns.finding')}
      </p>
      {unknowns.length > 0 && <UnknownTable report={report} />}
      {target.checkId && (
        <ul className="dec-inline-list dec-space-2">
          {links.map(([href, text]) => (
            <li key={href}>
              <TextLink href={href}>{text}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
