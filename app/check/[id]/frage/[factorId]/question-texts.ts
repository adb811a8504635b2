import { limits } from '@/lib/assessments/limits'
import { t } from '@/app/_lib/text'
import type { QuestionTexts } from './question-view'

/** Words for the client; numbers known only there stay as `{time}`, `{label}`, `{limit}`, `{length}`. */
export function questionTexts(title: string, returnTo: 'pruefen' | 'uebersicht' | 'next'): QuestionTexts {
  const submit = { pruefen: 'question.submitToReview', uebersicht: 'question.submitToOverview', next: 'question.submit' } as const
  return {
    clarifySummary: t('question.clarify.summary'),
    clarifyLabel: t('question.clarify.label'),
    commentSummary: t('question.comment.summary'),
    commentLabel: t('question.comment.label'),
    commentHint: t('question.comment.hint', { limit: limits.comment }),
    optional: t('page.optional'),
    clear: t('question.clear'),
    submit: t(submit[returnTo]),
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
    refused: t('question.status.refused'),
    conflict: t('question.status.conflict'),
    showConflict: t('question.conflict.show'),
    tooLong: t('question.tooLong', { label: '{label}', limit: '{limit}', length: '{length}' }),
    errorPrefix: t('page.errors.prefix'),
    errorHeading: t('page.errors.heading'),
    errorNote: t('page.errors.saved'),
    errorTitle: t('page.titleWithProduct', { title: t('page.errorTitle', { title }), product: t('common.product') }),
  }
}
