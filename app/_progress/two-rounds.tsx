import { t } from '@/app/_lib/text'
import type { ProgressView, RoundView } from '@/lib/report/progress-types'
import { DataTable } from '@/app/_result/data-table'

/** Facts of both rounds, one row a fact; a fact that one of them lacks has a dash. */
function factRows(before: RoundView, after: RoundView): string[][] {
  const labels = new Set([...before.facts, ...after.facts].map(({ label }) => label))
  const valueOf = ({ facts }: RoundView, wanted: string) => facts.find(({ label }) => label === wanted)?.value ?? '–'
  return [...labels].map((label) => [label, valueOf(before, label), valueOf(after, label)])
}

/** What the two rounds are, and what differs in the town's own figures. */
export function TwoRounds({ view }: { view: ProgressView }) {
  const { before, after, profile } = view
  const head = (first: string) => [first, before.label, after.label]
  return (
    <>
      <DataTable caption={t('progress.page.rounds')} head={head(t('progress.page.fact'))} rows={factRows(before, after)} />
      <h3 className="kern-heading-small dec-space-4">{t('progress.page.profile')}</h3>
      {profile.length === 0 ? (
        <p className="kern-body dec-text">{t('progress.page.sameProfile')}</p>
      ) : (
        <>
          <p className="kern-body dec-text">{t('progress.page.profileIntro')}</p>
          <DataTable
            caption={t('progress.page.profile')}
            head={head(t('progress.page.fact'))}
            rows={profile.map((row) => [row.label, row.before, row.after])}
          />
        </>
      )}
    </>
  )
}
