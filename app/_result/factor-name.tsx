import { LevelMark } from '@/app/_components/level-mark'
import type { LevelId } from '@/lib/questionnaire/schema'

/** A factor in a table: the shape of its level, its name, and a note under it. */
export function FactorName({
  level,
  levelShort,
  name,
  note,
}: {
  level: LevelId
  levelShort: string
  name: string
  note?: string
}) {
  return (
    <span className="dec-factor-name">
      <LevelMark level={level} />
      <span>
        <span className="kern-sr-only">{levelShort}: </span>
        {name}
        {note && <span className="dec-sub">{note}</span>}
      </span>
    </span>
  )
}
