/** „Was hat sich bewegt?“ for the report: what a comparison says, in words instead of points (R5, B3). */
import type { Translate } from '../i18n/translate'
import type { LevelChangeView, MoverView, SplitView } from './progress-types'
import type { SinceLevelView, SinceMoverView } from './since-types'

const directionOf = (points: number) => (points > 0 ? 'higher' : points < 0 ? 'lower' : 'same')

/** The parts in words; as they add up in points (V7), no part says more than its figure under „Warum?“ of the comparison. */
function splitSentence(t: Translate, { total, practice, known, content }: SplitView): string {
  if ([total, practice, known, content].every((points) => points === 0)) return t('since.level.unchanged')
  return t('since.level.split', {
    total: directionOf(total),
    practice: directionOf(practice),
    known: directionOf(known),
    content: directionOf(content),
  })
}

function levelSentence(t: Translate, { comparable, shareText, split }: LevelChangeView): string {
  if (!split) return t('since.level.notAssessable')
  return comparable ? splitSentence(t, split) : t('since.level.tooLittle', { share: shareText })
}

/** Gives a level of a comparison without its figures. */
export function sinceLevel(t: Translate, level: LevelChangeView): SinceLevelView {
  const { id, short, before, after, comparable, direction, alt } = level
  return {
    id,
    short,
    before,
    after,
    // Nothing is claimed of what rests on too few questions (V4).
    direction: comparable ? direction : null,
    comparable,
    alt,
    beforeText: comparable && direction === 'same' ? t('since.level.same') : t('since.level.before', { stage: before.stageText }),
    sentence: levelSentence(t, level),
  }
}

/** Gives a gain or loss of a comparison without its figures. */
export function sinceMover({ factor, levelShort, sentence, answers, measures }: MoverView): SinceMoverView {
  return { factorId: factor.id, levelId: factor.levelId, levelShort, sentence, answers, measures }
}
