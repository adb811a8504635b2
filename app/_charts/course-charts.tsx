import { balanceCourse } from '@/lib/charts/balance-course'
import { courseLine, type CourseSize } from '@/lib/charts/course-line'
import { shareColumns } from '@/lib/charts/share-columns'
import type { LevelId } from '@/lib/questionnaire/schema'
import type { CoursePoint, CourseView } from '@/lib/report/progress-types'
import { Shapes } from './drawing'
import { nameWidthOf } from '@/lib/charts/round-names'
import { RoundChart } from './round-chart'

type Size = Omit<CourseSize, 'nameWidth'>

const wide: Size = { width: 720, band: 32, mark: 18, words: 104, names: 32 }
const narrow: Size = { width: 304, band: 28, mark: 16, words: 92, names: 30 }
/** Fits a card: one of three beside each other. */
const card: Size = { width: 260, band: 26, mark: 18, words: 92, names: 30 }

/** A factor among many. */
const small: CourseSize = { width: 240, band: 11, mark: 11, words: 0, names: 0, nameWidth: 0 }

interface CourseChartProps {
  points: readonly CoursePoint[]
  level: LevelId
  names: readonly string[]
  alt: string
}

/** One level over all rounds; no line where too little is comparable (V4). */
export function CourseChart({ points, level, names, alt }: CourseChartProps) {
  const nameWidth = nameWidthOf(names)
  return (
    <RoundChart
      alt={alt}
      names={names}
      wide={courseLine(points, level, { ...wide, nameWidth })}
      narrow={courseLine(points, level, { ...narrow, nameWidth })}
    />
  )
}

/** One level in two rounds, for a card. */
export function SlopeChart({ points, level, names, alt }: CourseChartProps) {
  const drawing = courseLine(points, level, { ...card, nameWidth: nameWidthOf(names) })
  return (
    <div className="dec-slope">
      <RoundChart alt={alt} names={names} wide={drawing} narrow={drawing} />
    </div>
  )
}

/** One factor over all rounds, without words: its name stands above, its latest stage below. */
export function SmallCourseChart({ points, level, alt }: Omit<CourseChartProps, 'names'>) {
  const drawing = courseLine(points, level, small)
  return (
    <svg
      className="dec-small-course"
      role="img"
      aria-label={alt}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    >
      <Shapes drawing={drawing} />
    </svg>
  )
}

/** How far the three levels lie apart, round by round. */
export function BalanceCourseChart({ balance, names }: { balance: CourseView['balance']; names: readonly string[] }) {
  const { rounds, alt } = balance
  const nameWidth = nameWidthOf(names)
  return (
    <RoundChart
      alt={alt}
      names={names}
      wide={balanceCourse(rounds, { ...wide, nameWidth })}
      narrow={balanceCourse(rounds, { ...narrow, nameWidth })}
    />
  )
}

/** The answered share, round by round. */
export function CoverageChart({ coverage, names }: { coverage: CourseView['coverage']; names: readonly string[] }) {
  const nameWidth = nameWidthOf(names)
  const shares = coverage.shares.map(({ share }) => share)
  return (
    <RoundChart
      alt={coverage.alt}
      names={names}
      wide={shareColumns(shares, { width: 720, height: 120, names: 32, nameWidth, column: 56 })}
      narrow={shareColumns(shares, { width: 304, height: 100, names: 30, nameWidth, column: 40 })}
    />
  )
}
