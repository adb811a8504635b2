import type { LevelId } from '@/lib/questionnaire/schema'

/** The shape of a level. Silent, because its word always stands beside it. */
export function LevelMark({ level, small = false }: { level: LevelId; small?: boolean }) {
  return (
    <svg className={`dec-mark dec-level-${level}${small ? ' dec-mark--small' : ''}`} aria-hidden="true" focusable="false">
      <use href={`#dec-mark-${level}`} />
    </svg>
  )
}

/** Shape and word of a level. */
export function LevelName({ level, children, small }: { level: LevelId; children: React.ReactNode; small?: boolean }) {
  return (
    <span className="dec-level-name">
      <LevelMark level={level} small={small} />
      <span>{children}</span>
    </span>
  )
}
