/**
 * One write, whichever way it comes: checks the origin, reads the body, lets the route do its work, and answers a native form
 * with 303 and everything else with JSON. A refused native form is kept on the server, so that its page can show what was
 * typed without scripts.
 */
import type { z } from 'zod'
import { byKey, type Actor } from '@/lib/accounts/actor'
import { sessionCookie } from '@/lib/accounts/session-cookie'
import { fieldErrors } from '@/lib/assessments/field-errors'
import { forgetRejectedInput } from '@/lib/assessments/service'
import { currentTime } from '@/lib/clock'
import { toAppError } from '@/lib/database-error'
import { settings } from '@/lib/env'
import { hasWayBack } from '@/lib/error-page-status'
import { AppError, type ErrorCode, type FieldError } from '@/lib/errors'
import { isId } from '@/lib/input/id'
import { inputLimits } from '@/lib/input/limits'
import { errorBody, failureAnswer, jsonAnswer, redirectAnswer, wantsJson } from './answer-request'
import { actorOfRequest } from './actor'
import { keyCookie, keyOfRequest } from './browser-key'
import { checkOrigin } from './check-origin'
import { keepRefused, typedTexts } from './keep-refused'
import { lostForm, lostQuery, lostTexts } from './lost-input'
import { logRefusal } from './log-refusal'
import { loginPage } from './next-page'
import { pageAccess } from './page-access'
import { readSubmission, type Submission } from './read-body'
import { wholeForm } from './refused-form'
import { typedAnswer } from './typed-answer'

export interface PostContext<Params> {
  /** The plain browser key from the cookie, or null. */
  readonly key: string | null
  readonly actor: Actor
  readonly request: Request
  readonly params: Params
  readonly now: Date
  /** True if the answer is JSON. */
  readonly json: boolean
}

export interface Done {
  /** Where a native form goes on. */
  readonly location: string
  /** What JSON says; `{location}` unless given. */
  readonly body?: object
  /** A key to be set as cookie. */
  readonly newKey?: string | null
  /** The key opens nothing any more. */
  readonly forgetKey?: boolean
  /** The value of a session to be set as cookie; null tells that the one there was is ended. */
  readonly session?: string | null
  /** Further `Set-Cookie` values. */
  readonly cookies?: readonly string[]
  /** What of the submission was refused while the rest was saved; `body` goes with the error. */
  readonly refused?: AppError | null
}

export interface PostRoute<Params> {
  /** Most bytes of the body; 256 KB unless given. */
  readonly limit?: number
  /** For a form with a file: how large the file may be, in words. Too large a body is then told beside that field. */
  readonly fileLimit?: string
  /**
   * The name under which a refused native form is kept, and the page that shows it: made of ids and of nothing else that was sent.
   * Null if what should be an id has not the shape of one, so that no page has such a form.
   */
  readonly form: (params: Params, submission: Submission) => { readonly name: string; readonly page: string } | null
  /** For a form in which nobody types or chooses anything: the page has no place for its refusal, which is told by the error's own. */
  readonly buttonOnly?: boolean
  /** The page of the form can be read by members who may not send it, and shows them what they had typed. */
  readonly shownToReaders?: boolean
  /** For the few forms that a browser may send before it has a key. */
  readonly open?: boolean
  /** A JSON body is the uploaded file itself, to be read by the route. */
  readonly jsonIsFile?: boolean
  readonly run: (submission: Submission, context: PostContext<Params>) => Promise<Done>
}

/** Parses a submission's fields; throws one AppError with all refused fields. */
export function parseFields<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.output<Schema> {
  const parsed = schema.safeParse(fields, { reportInput: true })
  if (!parsed.success) throw refusal(fieldErrors(parsed.error))!
  return parsed.data
}

/** Gives one AppError for several refused fields, or null for none. */
export function refusal(fields: readonly FieldError[]): AppError | null {
  const [first] = fields
  return first ? new AppError(first.code, { fields }) : null
}

/** The file is what makes such a form too large; its page can say so. */
function besideFile(error: AppError, { fileLimit }: { readonly fileLimit?: string }): AppError {
  if (error.code !== 'body-too-large' || fileLimit === undefined) return error
  return new AppError(error.code, { fields: [{ field: 'file', code: error.code, values: { limit: fileLimit } }] })
}

/** What may happen to a member while a form is open: the round was closed or opened, the role has changed. What was typed is not lost. */
const refusedToMembers: readonly ErrorCode[] = ['round-closed', 'round-open', 'forbidden']

/**
 * Sends the browser to the page of the error, with what was written in the form: its own page may not be there any more.
 * Whoever may see the round or the workspace has a way back to it; whether there is one nobody else learns.
 */
async function sendAway<Params>(
  request: Request,
  route: PostRoute<Params>,
  context: PostContext<Params>,
  submission: Submission,
  error: AppError,
): Promise<Response> {
  const { key, actor, params } = context
  const back = hasWayBack.includes(error.code)
    ? /^\/(check|arbeitsbereich)\/[\w-]+/.exec(route.form(params, submission)?.page ?? '')
    : null
  const from: Record<string, string> = back ? { von: back[0] } : {}
  const payload = typedTexts(submission.fields)
  const cannotKeep = (key === null && actor.userId === null) || error.status >= 500
  if (cannotKeep || lostTexts(payload).length === 0) return failureAnswer(request, error, { query: from })
  try {
    const { kept, newKey } = await keepRefused(context, lostForm, { payload, errors: [] }, actor.userId !== null)
    if (!kept) return typedAnswer(error, payload, back?.[0] ?? '/')
    const cookies = newKey === null ? [] : [keyCookie(newKey)]
    return failureAnswer(request, error, { query: { ...from, [lostQuery]: '1' }, cookies })
  } catch {
    // A key that opens nothing keeps nothing; what went wrong first is what is told.
    return failureAnswer(request, error, { query: from })
  }
}

/**
 * Keeps a refused form and sends the browser back to it; without a page to go back to, to the page of the error. Where there is
 * no room to keep it, the answer itself shows it.
 */
async function sendBack<Params>(
  request: Request,
  route: PostRoute<Params>,
  context: PostContext<Params>,
  submission: Submission,
  error: AppError,
): Promise<Response> {
  const sessionOver = error.code === 'login-required' && context.actor.sessionOver === true
  const changed = error.code === 'changed-meanwhile'
  const ofForm = sessionOver || changed || (context.actor.userId !== null && refusedToMembers.includes(error.code))
  const errors = ofForm && error.fields.length === 0 ? [{ field: wholeForm, code: error.code }] : error.fields
  const unreadable = error.code === 'forbidden' && route.shownToReaders !== true
  const form = route.form(context.params, submission)
  if (form === null || errors.length === 0 || unreadable || (route.buttonOnly === true && !ofForm)) {
    return await sendAway(request, route, context, submission, error)
  }
  const { name, page } = form
  // A wrong field is found before anybody asks whether this browser still has access.
  if ((await pageAccess(request, page.split('?')[0] ?? page)) === 'closed') {
    return await sendAway(request, route, context, submission, new AppError('not-found'))
  }
  const rejected = { payload: typedTexts(submission.fields), errors }
  // A member may have a session and no key; what was typed is then kept for this browser by a new one.
  const open = route.open === true || context.actor.sessionOver === true || context.actor.userId !== null
  const { kept, newKey } = await keepRefused(context, name, rejected, open)
  if (!kept) return typedAnswer(error, rejected.payload, page)
  const shown = `${page}${page.includes('?') ? '&' : '?'}fehler=1`
  return redirectAnswer(sessionOver ? loginPage(shown) : shown, newKey === null ? [] : [keyCookie(newKey)])
}

/**
 * What a browser kept of pages, also for going back, is gone with the session. Never `"cookies"` or `"storage"`: these are of the
 * whole domain, and other services of the town may share it.
 */
const signedOutHeaders = { 'Clear-Site-Data': '"cache"' }

async function finish<Params>(
  request: Request,
  route: PostRoute<Params>,
  context: PostContext<Params>,
  submission: Submission,
  done: Done,
): Promise<Response> {
  const { location, body = { location }, newKey = null, forgetKey = false, session, refused = null } = done
  const key = newKey ?? context.key
  const cookie = forgetKey ? keyCookie(null) : newKey || !context.json ? key && keyCookie(key) : null
  const ofSession = session === undefined ? null : sessionCookie(session, settings().secure)
  const cookies = [cookie, ofSession, ...(done.cookies ?? [])].filter((one) => one !== null)
  const headers = session === null ? signedOutHeaders : undefined
  if (context.json) {
    return refused
      ? jsonAnswer({ ...errorBody(refused), ...body }, { status: refused.status, cookies })
      : jsonAnswer(body, { cookies, headers })
  }
  if (refused) return await sendBack(request, route, context, submission, refused)
  const form = route.form(context.params, submission)
  if (form) await forgetRejectedInput(context.key, form.name, context.now)
  return redirectAnswer(location, cookies, headers)
}

/** What stands in an address has the shape of an id, or there is nothing of that name. @throws AppError `not-found` */
function requireIds<Params extends object>(params: Params): Params {
  // Next gives none at all to a route without any.
  if (!Object.values(params ?? {}).every(isId)) throw new AppError('not-found')
  return params
}

/** Makes the `POST` of a Route Handler. */
export function postRoute<Params extends object>(route: PostRoute<Params>) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    let submission: Submission = { fields: {}, files: {} }
    let context: PostContext<Params> | undefined
    try {
      const key = keyOfRequest(request)
      const ids = requireIds(await params)
      context = { key, actor: byKey(key), request, params: ids, now: currentTime(), json: wantsJson(request) }
      checkOrigin(request)
      submission = await readSubmission(request, { limit: route.limit ?? inputLimits.formBody, jsonIsFile: route.jsonIsFile })
      context = { ...context, actor: await actorOfRequest(request) }
      return await finish(request, route, context, submission, await route.run(submission, context))
    } catch (failure) {
      const error = besideFile(toAppError(failure), route)
      logRefusal(request, error, context)
      if (!context || context.json) return failureAnswer(request, error)
      try {
        return await sendBack(request, route, context, submission, error)
      } catch (second) {
        return failureAnswer(request, second)
      }
    }
  }
}

/** The `GET` of an address that only takes posts. */
export function methodNotAllowed(request: Request): Response {
  return failureAnswer(request, new AppError('method-not-allowed'))
}
