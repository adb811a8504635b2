/** The course of all rounds as the reader sees it (V6). */
import type { Translate } from '../i18n/translate'
import type { Factor, Level } from '../questionnaire/schema'
import type { RoundComparison } from '../scoring/compare'
import { courseOf } from '../scoring/course'
import { levelOf } from './context'
import { balanceOfRounds } from './progress-balance'
import { roundCautions } from './progress-cautions'
import { sideOf, type RoundSide } from './progress-context'
import { levelHeadline } from './progress-level'
import { measuresBetween, measureText } from './progress-movers'
import { buildRoundView, standOf } from './progress-round'
import { shareText, splitOf } from './progress-split'
import type { CoursePoint, CourseView, DoneMeasure, LevelCourseView, ProgressRound } from './progress-types'

interface CourseContext {
  readonly sides: readonly RoundSide[]
  readonly steps: readonly RoundComparison[]
  readonly t: Translate
}

function altOf({ sides, t }: CourseContext, name: string, points: readonly CoursePoint[]): string {
  const texts = points.map(({ stageText, joined }, index) =>
    t(joined ? 'progress.alt.pointJoined' : 'progress.alt.point', { round: sides[index]!.label, stage: stageText }),
  )
  return t('progress.alt.course', { name, points: texts.join('; ') })
}

const levelIn = <L extends { readonly levelId: string }>(levels: readonly L[], { id }: Level) =>
  levels.find(({ levelId }) => levelId === id)

function factorCourse(context: CourseContext, level: Level, factor: Factor): LevelCourseView['factors'][number] {
  const { sides, steps, t } = context
  const points = sides.map(({ scored }, index): CoursePoint => {
    const result = levelIn(scored.place.levels, level)?.factors.find(({ factorId }) => factorId === factor.id)
    const step = steps[index - 1]
    const comparison = step && levelIn(step.levels, level)?.factors.find(({ factorId }) => factorId === factor.id)
    return { ...standOf(t, result ?? null), joined: comparison?.comparable ?? false }
  })
  return { id: factor.id, name: factor.name, points, alt: altOf(context, factor.name, points) }
}

function gapsOf({ sides, steps, t }: CourseContext, level: Level): string[] {
  return steps.flatMap((step, index) => {
    const comparison = levelIn(step.levels, level)
    if (!comparison || comparison.comparable) return []
    const values = { before: sides[index]!.label, after: sides[index + 1]!.label }
    return comparison.change
      ? [t('progress.course.gap', { ...values, share: shareText(t, comparison.overlap) })]
      : [t('progress.course.gapUnknown', values)]
  })
}

/** Every factor that applied in any of the rounds, in the order of the latest version, then what it no longer has. */
function factorsOf({ sides }: CourseContext, level: Level): Factor[] {
  const factors = new Map<string, Factor>()
  for (const { scored } of sides.toReversed()) {
    for (const { factorId, applicable } of levelIn(scored.place.levels, level)?.factors ?? []) {
      if (applicable && !factors.has(factorId)) factors.set(factorId, scored.questionnaire.factorById.get(factorId)!)
    }
  }
  return [...factors.values()]
}

function levelCourse(context: CourseContext, level: Level): LevelCourseView {
  const { sides, steps, t } = context
  const points = sides.map(({ scored }, index): CoursePoint => {
    const step = steps[index - 1]
    return {
      ...standOf(t, levelIn(scored.place.levels, level) ?? null),
      joined: (step && levelIn(step.levels, level)?.comparable) ?? false,
    }
  })
  return {
    id: level.id,
    name: level.name,
    short: level.short,
    points,
    alt: altOf(context, level.short, points),
    gaps: gapsOf(context, level),
    factors: factorsOf(context, level).map((factor) => factorCourse(context, level, factor)),
  }
}

function coverageOf({ sides, t }: CourseContext): CourseView['coverage'] {
  const shares = sides.map(({ scored }) => {
    const sum = (key: 'answered' | 'applicable') => scored.place.levels.reduce((total, { coverage }) => total + coverage[key], 0)
    const [answered, total] = [sum('answered'), sum('applicable')]
    if (total === 0) return { share: null, text: t('progress.course.coverageNone') }
    const share = answered / total
    return { share, text: t('progress.course.coverage', { percent: Math.floor(share * 100), answered, total }) }
  })
  const texts = shares.map(({ text }, index) => t('progress.alt.point', { round: sides[index]!.label, stage: text }))
  return { shares, alt: t('progress.alt.coverage', { points: texts.join('; ') }) }
}

function stepsOf({ sides, steps, t }: CourseContext, measures: readonly DoneMeasure[]): CourseView['steps'] {
  return steps.map((step, index) => {
    const [before, after] = [sides[index]!, sides[index + 1]!]
    return {
      from: before.label,
      to: after.label,
      beforeId: before.round.id,
      afterId: after.round.id,
      levels: step.levels.map((level) => {
        const { short } = levelOf(after.scored, level.levelId)
        return {
          id: level.levelId,
          short,
          headline: levelHeadline(t, short, level, standOf(t, level.before), standOf(t, level.after)),
          split: splitOf(t, level),
          shareText: shareText(t, level.overlap),
        }
      }),
      measures: measuresBetween(measures, before.round.asOf, after.round.asOf).map((measure) => measureText(t, measure)),
    }
  })
}

function lead({ sides, t }: CourseContext): string {
  const [first, last] = [sides[0], sides.at(-1)]
  if (!first || !last) return t('progress.course.none')
  if (sides.length === 1) return t('progress.course.one')
  return t('progress.course.some', { count: sides.length, first: first.label, last: last.label })
}

/**
 * Shows the course of all rounds of a Kommune.
 * @param rounds in the order of time; none and one are fine
 * @param measures done at any time
 * @throws RangeError if the rounds belong to different questionnaires
 */
export function buildCourseView(rounds: readonly ProgressRound[], measures: readonly DoneMeasure[], t: Translate): CourseView {
  const sides = rounds.map((round) => sideOf(t, round))
  const context: CourseContext = { sides, steps: courseOf(sides.map(({ scored }) => scored)), t }
  const levels = sides.at(-1)?.scored.questionnaire.levels ?? []
  return {
    lead: lead(context),
    rounds: sides.map(({ round, scored }) => buildRoundView(t, round, scored)),
    cautions: sides.flatMap((side) => roundCautions(t, side)),
    levels: levels.map((level) => levelCourse(context, level)),
    coverage: coverageOf(context),
    balance: balanceOfRounds(t, sides),
    steps: stepsOf(context, measures),
  }
}
