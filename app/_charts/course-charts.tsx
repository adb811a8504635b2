import { balanceCourse } from '@/lib/charts/balance-course'
import { courseLine, type CourseSize } from '@/lib/charts/course-line'
import { shareColumns } from '@/lib/charts/share-columns'
import type { LevelId } from '@/lib/questionnaire/schema'
import type { CoursePoint, CourseView } from '@/lib/report/progress-types'
import { Shapes } from './drawing'
import { RoundChart } from './round-chart'

const wide: CourseSize = { width: 720, band: 32, mark: 18, words: 104, names: 32 }
const narrow: CourseSize = { width: 304, band: 28, mark: 16, words: 92, names: 30 }
/** Fits a card: one of three beside each other. */
const card: CourseSize = { width: 260, band: 26, mark: 18, words: 92, names: 30 }

/** A factor among many. */
const small: CourseSize = { width: 240, band: 11, mark: 11, words: 0, names: 0 }

interface CourseChartProps {
  points: readonly CoursePoint[]
  level: LevelId
  names: readonly string[]
  alt: string
}

/** One level over all rounds; no line where too little is comparable (V4). */
export function CourseChart({ points, level, names, alt }: CourseChartProps) {
  return <RoundChart alt={alt} names={names} wide={courseLine(points, level, wide)} narrow={courseLine(points, level, narrow)} />
}

/** One level in two rounds, for a card. */
export function SlopeChart({ points, level, names, alt }: CourseChartProps) {
  const drawing = courseLine(points, level, card)
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
  return <RoundChart alt={alt} names={names} wide={balanceCourse(rounds, wide)} narrow={balanceCourse(rounds, narrow)} />
}

/** The answered share, round by round. */
export function CoverageChart({ coverage, names }: { coverage: CourseView['coverage']; names: readonly string[] }) {
  const shares = coverage.shares.map(({ share }) => share)
  return (
    <RoundChart
      alt={coverage.alt}
      names={names}
      wide={shareColumns(shares, { width: 720, height: 120, names: 32, column: 56 })}
      narrow={shareColumns(shares, { width: 304, height: 100, names: 30, column: 40 })}
    />
  )
}
