/** The five rungs of a figure: what is reached, what is open, what a foundation holds back (R3). */
import type Fraction from 'fraction.js'
import type { Translate } from '../i18n/translate'
import { stageIdSchema, type StageId } from '../questionnaire/schema'
import { stageOf } from '../scoring/stage'
import type { Bounds } from '../scoring/types'
import type { Ladder, RungState } from './types'

const stages = stageIdSchema.options

/** 0 for „am Anfang“ to 4 for „verankert“. */
export function stageIndex(stage: StageId): number {
  return stages.indexOf(stage)
}

interface LadderInput {
  readonly stage: StageId | null
  /** The stage without a cap; equals `stage` for factors. */
  readonly uncappedStage: StageId | null
  readonly bounds: Bounds | null
  /** Anything unknown or open: only then can a higher rung still be reached by knowing more. */
  readonly somethingOpen: boolean
  /** A foundation is known to be unmet: rungs from „etabliert“ stay closed whatever the open answers say. */
  readonly closedByFoundation: boolean
}

function rungState(index: number, current: number, input: LadderInput, potential: number): RungState {
  if (index <= current) return 'reached'
  if (input.uncappedStage && index <= stageIndex(input.uncappedStage)) return 'capped'
  const closed = input.closedByFoundation && index >= stageIndex('etabliert')
  return input.somethingOpen && index <= potential && !closed ? 'open' : 'not-reached'
}

/** Gives the ladder of a factor or level with its text alternative. */
export function buildLadder(t: Translate, name: string, input: LadderInput): Ladder {
  const { stage } = input
  if (!stage) {
    return { rungs: stages.map(() => 'not-assessable'), current: null, alt: t('report.ladder.notAssessable', { name }) }
  }
  const current = stageIndex(stage)
  const potential = input.bounds ? stageIndex(stageOf(input.bounds.high as Fraction)) : current
  const rungs = stages.map((_, index) => rungState(index, current, input, potential))
  const parts = [t('report.ladder.reached', { name, stage: t(`common.stage.${stage}`) })]
  const capped = stages.filter((_, index) => rungs[index] === 'capped').at(-1)
  if (capped) parts.push(t('report.ladder.capped', { stage: t(`common.stage.${capped}`) }))
  const open = stages.filter((_, index) => rungs[index] === 'open').at(-1)
  if (open) parts.push(t('report.ladder.open', { stage: t(`common.stage.${open}`) }))
  return { rungs, current, alt: parts.join(' ') }
}
