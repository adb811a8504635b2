/** The annex: method, every answer in full, sources. */
import type { QuestionResult } from '../scoring/types'
import { answerPoints, answerText } from './answer-text'
import { factorOf, levelOf, type ReportContext } from './context'
import { chapterList, wholePoints } from './format'
import type { AnswerView, ReportViewModel } from './types'

const methodParts = ['purpose', 'scoring', 'stages', 'coverage', 'balance', 'ranking', 'limits'] as const

function answerView(context: ReportContext, subject: string, { questionId, role, answer }: QuestionResult): AnswerView {
  const { t, questionnaire, details } = context
  const question = questionnaire.questionById.get(questionId)!
  const note = details.notes[`${subject}/${questionId}`]
  const working = details.edition === 'arbeit'
  return {
    questionId,
    stem: question.stem,
    roleText: t(`report.role.${role}`),
    answerText: answerText(t, question, answer),
    state: answer.state,
    pointsText: answerPoints(t, answer),
    comment: working ? (note?.comment ?? '') : '',
    clarifyWith: working ? (note?.clarifyWith ?? '') : '',
    ownSetting: question.ownSetting ?? null,
    chaptersText: t('common.chapters', { chapters: chapterList(question.chapters) }),
  }
}

/** Gives the annex; comments and „Zu klären mit …“ stand in the working edition only. */
export function buildAnnex(context: ReportContext): ReportViewModel['annex'] {
  const { t, questionnaire, place } = context
  const answers = place.levels.flatMap((level) =>
    level.factors
      .filter((factor) => factor.applicable)
      .map((factor) => ({
        levelId: level.levelId,
        levelShort: levelOf(context, level.levelId).short,
        factorName: factorOf(context, factor.factorId).name,
        pointsText: factor.score ? t('report.points', { points: wholePoints(factor.score) }) : t('common.notAssessable'),
        answers: factor.questions
          .filter((question) => !question.leftOut)
          .map((question) => answerView(context, factor.subject, question)),
      })),
  )
  return {
    method: methodParts.map((part) => ({
      heading: t(`report.method.${part}.heading`),
      paragraphs: [t(`report.method.${part}.text`)],
    })),
    answers,
    sources: [
      questionnaire.source.citation,
      t('report.sources.instrument', {
        title: questionnaire.title,
        version: questionnaire.version,
        hash: questionnaire.hash.slice(0, 12),
      }),
      t('report.sources.relation'),
    ],
  }
}
