import { t } from '@/app/_lib/text'
import type { StageId } from '@/lib/questionnaire/schema'
import type { Ladder } from '@/lib/report/types'

const stageIds: readonly StageId[] = ['am-anfang', 'punktuell', 'im-aufbau', 'etabliert', 'verankert']

/** The words of the five stages, lowest first. */
export const stageWords: readonly string[] = stageIds.map((id) => t(`common.stage.${id}`))

/** The highest stage that is possible once open questions are settled; null if nothing is open. */
export function possibleStage(ladder: Ladder): string | null {
  return stageWords[ladder.rungs.lastIndexOf('open')] ?? null
}

/** The stage the answers would reach if no foundation held it; null if none does. */
export function cappedStage(ladder: Ladder): string | null {
  return stageWords[ladder.rungs.lastIndexOf('capped')] ?? null
}
