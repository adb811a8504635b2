/**
 * The answer to a refused form that there is no room to keep: what was typed stands in it, to be copied. Going back would not
 * help: browsers empty forms that are not to be filled in by themselves. A plain page without styles and scripts: under `/api/`
 * nothing else is allowed (next.config.js).
 */
import type { RejectedInput } from '@/lib/assessments/types'
import type { AppError } from '@/lib/errors'
import { budgetSentence, errorSentence, waitOf } from './error-text'
import { lostTexts } from './lost-input'
import { t } from './text'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const plain = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')

/**
 * Shows a refusal with what was typed.
 * @param back the page of the form
 */
export function typedAnswer(error: AppError, payload: RejectedInput['payload'], back: string): Response {
  const wait = waitOf(error)
  const sentence = (part: 'title' | 'body' | 'action') =>
    wait === null ? errorSentence(error.code, part) : budgetSentence(part, wait)
  const items = lostTexts(payload)
  // A text area breaks long lines without any style. The line end behind its tag is not part of the text.
  const typed = items.map(
    ({ label, text }, index) =>
      `<p><label for="text-${index}">${plain(label)}</label><br>\n` +
      `<textarea id="text-${index}" readonly rows="${Math.min(12, 2 + text.split('\n').length)}" cols="34">\n${plain(text)}</textarea></p>`,
  )
  const page = [
    '<!doctype html>',
    '<html lang="de">',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${plain(t('page.errorTitle', { title: sentence('title') }))}</title>`,
    '<main>',
    `<h1>${plain(sentence('title'))}</h1>`,
    `<p>${plain(sentence('body'))}</p>`,
    `<p>${plain(sentence('action'))}</p>`,
    ...(typed.length > 0
      ? [`<h2>${plain(t('page.lost.heading'))}</h2>`, `<p>${plain(t('page.lost.notKept'))}</p>`, ...typed]
      : []),
    `<p><a href="${plain(back)}">${plain(t('page.lost.back'))}</a></p>`,
    '</main>',
    '</html>',
  ]
  return new Response(page.join('\n'), {
    status: error.status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, no-store' },
  })
}
