import { PartsChart } from '@/app/_charts/change-charts'
import { t } from '@/app/_lib/text'
import { DataTable } from '@/app/_result/data-table'
import type { LevelId } from '@/lib/questionnaire/schema'
import type { SplitView } from '@/lib/report/progress-types'

/** The parts of a change as numbers that add up (V7). */
export function SplitTable({ name, split }: { name: string; split: SplitView }) {
  return (
    <div className="dec-split">
      <DataTable
        caption={t('progress.page.split.caption', { name })}
        head={[t('progress.page.split.part'), t('progress.page.split.points')]}
        rows={split.rows.map(({ label, value }) => [label, value])}
      />
    </div>
  )
}

interface SplitDetailsProps {
  name: string
  split: SplitView
  level: LevelId
  /** Largest part of the page, so that all bars share one scale. */
  scale: number
}

/** „Warum?“ of a change: its parts as bars and as numbers (V2). */
export function SplitDetails({ name, split, level, scale }: SplitDetailsProps) {
  return (
    <>
      <PartsChart split={split} level={level} scale={scale} />
      <SplitTable name={name} split={split} />
    </>
  )
}
