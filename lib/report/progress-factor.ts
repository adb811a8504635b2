/** One factor in two rounds. */
import type Fraction from 'fraction.js'
import type { Answer } from '../questionnaire/questionnaire'
import type { FactorComparison } from '../scoring/compare-figures'
import type { QuestionChange } from '../scoring/compare-questions'
import type { QuestionResult } from '../scoring/types'
import { answerText } from './answer-text'
import { joinWords } from './format'
import { stageIndex } from './ladder'
import type { ProgressContext, RoundSide } from './progress-context'
import { standOf } from './progress-round'
import { shareText, splitOf } from './progress-split'
import type { AnswerChangeView, FactorChangeView, StandView } from './progress-types'

/** Which way a figure went, by stage; null if one of the two has none. */
export function directionOf(before: StandView, after: StandView): FactorChangeView['direction'] {
  if (!before.stage || !after.stage) return null
  const rise = stageIndex(after.stage) - stageIndex(before.stage)
  return rise === 0 ? 'same' : rise > 0 ? 'higher' : 'lower'
}

function textIn({ t }: ProgressContext, { scored }: RoundSide, result: QuestionResult | null): string | null {
  if (!result) return null
  if (result.leftOut === 'mode') return t('progress.answer.notAsked')
  const answer: Answer = result.answer
  return answerText(t, scored.questionnaire.questionById.get(result.questionId)!, answer)
}

function answerChange(context: ProgressContext, change: QuestionChange): AnswerChangeView {
  const { before, after, t } = context
  const { questionId, kind } = change
  const question = (after.scored.questionnaire.questionById.get(questionId) ??
    before.scored.questionnaire.questionById.get(questionId))!
  return {
    questionId,
    stem: question.stem,
    kind,
    kindText: t(`progress.kind.${kind}`),
    before: textIn(context, before, change.before),
    after: textIn(context, after, change.after),
    commentBefore: before.round.comments[questionId] ?? '',
    commentAfter: after.round.comments[questionId] ?? '',
  }
}

const isZero = (value: Fraction) => value.equals(0)

function changeText({ t }: ProgressContext, comparison: FactorComparison): string {
  const { change, noChangeBecause, comparable, questions } = comparison
  if (!change) return t(`progress.factor.${noChangeBecause!}`)
  const causes = (['practice', 'known', 'content'] as const).filter((name) => !isZero(change[name]))
  if (isZero(change.total)) {
    return t(questions.some(({ kind }) => kind !== 'same') ? 'progress.factor.evenAnswers' : 'progress.factor.same')
  }
  const direction = t(change.total.gt(0) ? 'progress.factor.higher' : 'progress.factor.lower')
  const text = t('progress.factor.because', {
    change: direction,
    causes: joinWords(causes.map((cause) => t(`progress.part.${cause}`))),
  })
  return comparable ? text : t('progress.factor.notComparable', { change: text })
}

/** Gives a factor as it stands in both rounds, with the answers that changed. */
export function buildFactorChange(context: ProgressContext, comparison: FactorComparison): FactorChangeView {
  const { before: was, after: is, t } = { ...comparison, t: context.t }
  const { factorId } = comparison
  const [before, after] = [standOf(t, was), standOf(t, is)]
  const content = (context.after.scored.questionnaire.factorById.get(factorId) ??
    context.before.scored.questionnaire.factorById.get(factorId))!
  return {
    id: factorId,
    name: content.name,
    levelId: content.level,
    before,
    after,
    direction: directionOf(before, after),
    comparable: comparison.comparable,
    shareText: shareText(t, comparison.overlap),
    split: splitOf(t, comparison),
    changeText: changeText(context, comparison),
    answers: comparison.questions.filter(({ kind }) => kind !== 'same').map((change) => answerChange(context, change)),
  }
}
