import { germanDate, germanTime } from '@/app/_lib/dates'
import { t } from '@/app/_lib/text'
import { fieldLabels, fieldText } from '@/app/_plan/field-text'
import type { Difference, HistoryEntry } from '@/lib/measures/types'

const textOf = (field: Difference['field'], value: Difference['before']) =>
  fieldText(field, { [field]: value }) || t('plan.history.empty')

function Differences({ differences, heads }: { differences: readonly Difference[]; heads: readonly [string, string] }) {
  return (
    <dl className="dec-changes">
      {differences.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldLabels[field]}</dt>
          <dd className="dec-pre-line">
            <span className="dec-sub">{heads[0]}</span>
            {textOf(field, before)}
          </dd>
          <dd className="dec-pre-line">
            <span className="dec-sub">{heads[1]}</span>
            {textOf(field, after)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What was done, where it is not told by the fields. */
function deed({ kind }: HistoryEntry): string | null {
  switch (kind) {
    case 'created':
      return t('plan.history.created')
    case 'confirmed':
      return t('plan.history.confirmed')
    case 'kept':
    case 'changed':
      return null
  }
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { at, actor, differences, setAside } = entry
  const done = deed(entry)
  const who = actor ?? t('plan.history.deletedPerson')
  return (
    <li>
      <p className="kern-body kern-body--bold">
        {t('plan.history.entry', { date: germanDate(at), time: germanTime(at), actor: who })}
      </p>
      {done && <p className="kern-body">{done}</p>}
      {differences.length > 0 && (
        <Differences differences={differences} heads={[t('plan.history.before'), t('plan.history.after')]} />
      )}
      {setAside.length > 0 && (
        <>
          <p className="kern-body">{t('plan.history.kept')}</p>
          <Differences differences={setAside} heads={[t('plan.history.stays'), t('plan.history.setAside')]} />
        </>
      )}
    </li>
  )
}

/** Who changed what when, latest first. */
export function HistoryList({ history }: { history: readonly HistoryEntry[] }) {
  return (
    <section className="dec-section" aria-labelledby="geschichte">
      <h2 className="kern-heading-medium" id="geschichte">
        {t('plan.history.heading')}
      </h2>
      <ol className="dec-history">
        {history.map((entry) => (
          <Entry key={entry.version} entry={entry} />
        ))}
      </ol>
    </section>
  )
}
