import { limits } from '@/lib/assessments/limits'
import { t } from '@/app/_lib/text'
import type { QuestionTexts } from './question-view'

const submitKeys = {
  pruefen: ['question.submitToReview', 'rounds.carried.submitToReview'],
  uebersicht: ['question.submitToOverview', 'rounds.carried.submitToOverview'],
  next: ['question.submit', 'rounds.carried.submit'],
} as const

/** What the button of the form says; it names the confirmation if there is something to confirm. */
export function submitText(returnTo: keyof typeof submitKeys, carried: boolean): string {
  return t(submitKeys[returnTo][carried ? 1 : 0])
}

/** Words for the client; numbers known only there stay as `{time}`, `{label}`, `{limit}`, `{length}`, `{lines}`. */
export function questionTexts(title: string, submit: string): QuestionTexts {
  return {
    clarifySummary: t('question.clarify.summary'),
    clarifyLabel: t('question.clarify.label'),
    commentSummary: t('question.comment.summary'),
    commentLabel: t('question.comment.label'),
    commentHint: t('question.comment.hint', { limit: limits.comment }),
    optional: t('page.optional'),
    clear: t('question.clear'),
    submit,
    back: t('question.back'),
    optionalNote: t('question.optionalNote'),
    saved: t('question.status.saved', { time: '{time}' }),
    saving: t('question.status.saving'),
    failed: t('question.status.failed'),
    denied: t('question.status.denied'),
    deniedLink: t('question.status.deniedLink'),
    login: {
      open: t('question.login.open'),
      title: t('question.login.title'),
      text: t('question.login.text'),
      email: t('accounts.field.email'),
      password: t('accounts.field.password'),
      submit: t('question.login.submit'),
      later: t('question.login.later'),
      unreachable: t('question.login.unreachable'),
    },
    closed: t('rounds.status.closedWhileAnswering'),
    moved: t('question.status.moved'),
    reload: t('question.status.reload'),
    refused: t('question.status.refused'),
    conflict: t('question.status.conflict'),
    showConflict: t('question.conflict.show'),
    tooLong: t('question.tooLong', { label: '{label}', limit: '{limit}', length: '{length}' }),
    tooManyLines: t('question.tooManyLines', { label: '{label}', limit: '{limit}', lines: '{lines}' }),
    errorPrefix: t('page.errors.prefix'),
    errorHeading: t('page.errors.heading'),
    errorNote: t('page.errors.saved'),
    errorTitle: t('page.titleWithProduct', { title: t('page.errorTitle', { title }), product: t('common.product') }),
  }
}
