import { ButtonLink } from '@/app/_components/button'
import { TextLink } from '@/app/_components/text-link'
import { TypedTexts } from '@/app/_components/typed-texts'
import { readBrowserKey } from '@/app/_lib/browser-key'
import { budgetSentence, errorSentence, waitQuery } from '@/app/_lib/error-text'
import { lostForm, lostQuery, lostTexts, type LostText } from '@/app/_lib/lost-input'
import { checkPage, loginPage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type PageProps } from '@/app/_lib/page-props'
import { showNotFound } from '@/app/_lib/show-not-found'
import { t } from '@/app/_lib/text'
import NotFound from '@/app/not-found'
import { takeRejectedInput } from '@/lib/assessments/service'
import { currentTime } from '@/lib/clock'
import { toAppError } from '@/lib/database-error'
import { hasWayBack } from '@/lib/error-page-status'
import { errorCodes, type ErrorCode } from '@/lib/errors'
import { logFailure } from '@/lib/log'

type Props = PageProps & { params: Promise<{ code: string }> }

const isErrorCode = (value: string): value is ErrorCode => (errorCodes as readonly string[]).includes(value)

/** The sentences of an error; where waiting helps, for how long. From a browser the number is only a number. */
function sentencesOf(code: ErrorCode, search: Awaited<PageProps['searchParams']>) {
  const minutes = /^\d{1,4}$/.test(queryValue(search, waitQuery)) ? Number(queryValue(search, waitQuery)) : null
  return (part: 'title' | 'body' | 'action') =>
    code === 'throttled' && minutes !== null ? budgetSentence(part, minutes) : errorSentence(code, part)
}

export async function generateMetadata({ params, searchParams }: Props) {
  const { code } = await params
  return isErrorCode(code) ? pageMetadata(sentencesOf(code, await searchParams)('title'), { refused: true }) : {}
}

const needsLogin: readonly ErrorCode[] = ['login-required', 'start-with-account']

/** Where another try may lead: the start page or an assessment, never another site. */
const isOwnPage = (path: string) => /^\/((check|arbeitsbereich)\/[A-Za-z0-9_-]+|arbeitsbereich|konto)?$/.test(path)

/** What this browser had written into a form that could not be shown again; empty unless the page was asked for it. */
async function readLost(asked: boolean): Promise<readonly LostText[]> {
  if (!asked) return []
  try {
    const kept = await takeRejectedInput(await readBrowserKey(), lostForm, currentTime())
    return kept ? lostTexts(kept.payload) : []
  } catch (error) {
    // The page tells of one failure already; it stays readable when the database is the reason.
    logFailure(toAppError(error), 'page')
    return []
  }
}

/** Trying again helps where something was in the way; where the answer will be the same, one goes back. */
function wayBack(code: ErrorCode, from: string): string {
  if (!hasWayBack.includes(code)) return t('page.error.retry')
  return t(from.startsWith('/arbeitsbereich') ? 'page.error.toWorkspace' : 'page.error.toCheck')
}

/** What can be done with an assessment whose questionnaire is missing: its answers taken along, or all of it deleted. */
function WithoutQuestionnaire({ from }: { from: string }) {
  const id = /^\/check\/([\w-]+)$/.exec(from)?.[1]
  if (id === undefined) return null
  return (
    <ul className="dec-inline-list">
      <li>
        <TextLink href={`/api/assessments/${id}/state`}>{t('page.error.saveAnswers')}</TextLink>
      </li>
      <li>
        <TextLink href={checkPage(id, 'loeschen')}>{t('page.error.delete')}</TextLink>
      </li>
    </ul>
  )
}

/** A failure in words: what happened, what is safe, what to do. proxy.ts gives the page the status that belongs to the code. */
export default async function ErrorPage({ params, searchParams }: Props) {
  const { code } = await params
  const search = await searchParams
  const from = queryValue(search, 'von')
  if (!isErrorCode(code)) showNotFound()
  const sentence = sentencesOf(code, search)
  const lost = await readLost(queryValue(search, lostQuery) !== '')
  const typed = lost.length > 0 && (
    <TypedTexts id="eingegeben" heading={t('page.lost.heading')} text={t('page.lost.text')} items={lost} />
  )
  if (code === 'not-found') return <NotFound>{typed}</NotFound>
  return (
    <div className="dec-column dec-flow">
      <h1 className="kern-heading-large">{sentence('title')}</h1>
      <p className="kern-body dec-text">{sentence('body')}</p>
      <p className="kern-body dec-text">{sentence('action')}</p>
      {typed}
      <p className="kern-body kern-body--small dec-quiet">{t('page.error.code', { code })}</p>
      {code === 'questionnaire-missing' && <WithoutQuestionnaire from={from} />}
      <div className="dec-actions">
        {isOwnPage(from) && <ButtonLink href={from}>{wayBack(code, from)}</ButtonLink>}
        <ButtonLink href="/" look={isOwnPage(from) ? 'secondary' : 'primary'}>
          {t('page.error.home')}
        </ButtonLink>
        {needsLogin.includes(code) ? (
          <TextLink href={loginPage(isOwnPage(from) && from !== '/' ? from : null)}>{t('accounts.nav.signIn')}</TextLink>
        ) : hasWayBack.includes(code) ? null : (
          <TextLink href="/fortsetzen">{t('start.checks.withCode')}</TextLink>
        )}
      </div>
    </div>
  )
}
