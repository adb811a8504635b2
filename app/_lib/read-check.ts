/** One assessment with its questionnaire, for a page. */
import { cache } from 'react'
import { redirect, unstable_rethrow } from 'next/navigation'
import { questionnaireOf } from '@/lib/assessments/content'
import { may } from '@/lib/accounts/permissions'
import { takeRejectedInput } from '@/lib/assessments/service'
import type { RejectedInput } from '@/lib/assessments/types'
import { currentTime } from '@/lib/clock'
import { toAppError } from '@/lib/database-error'
import { inputLimits } from '@/lib/input/limits'
import { logFailure } from '@/lib/log'
import { readProgress, type Progress } from '@/lib/questionnaire/progress'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { readBeside, type Beside } from '@/lib/rounds/earlier-service'
import { readCheckOrRound, type CheckOrRound } from '@/lib/rounds/read-round'
import { readActor } from './actor'
import { readBrowserKey } from './browser-key'

export interface Check extends CheckOrRound {
  readonly questionnaire: Questionnaire
}

/** True if nothing can be changed: the round is closed, or the member's role is to read. Pages then show no forms. */
export const isReadOnly = ({ closing, role }: Pick<CheckOrRound, 'closing' | 'role'>): boolean =>
  closing !== null || (role !== null && !may(role, 'round.answer'))

/** Sends a failure to the page that puts it into words, which needs no scripts. Foreign and absent are one and the same. */
export function showFailure(failure: unknown, page = '/'): never {
  unstable_rethrow(failure)
  const error = toAppError(failure)
  logFailure(error, 'page')
  const from = page.length <= inputLimits.pageAddress ? page : '/'
  redirect(`/fehler/${error.code}?von=${encodeURIComponent(from)}`)
}

/** Reads an assessment of this browser, whether or not this installation has its questionnaire; once per request. */
export const readStoredCheck = cache(async (id: string): Promise<CheckOrRound> => {
  try {
    return await readCheckOrRound(await readActor(), id, currentTime())
  } catch (error) {
    return showFailure(error, `/check/${id}`)
  }
})

/** Reads an assessment of this browser with its questionnaire, once per request. */
export const readCheck = cache(async (id: string): Promise<Check> => {
  const found = await readStoredCheck(id)
  try {
    return { ...found, questionnaire: questionnaireOf(found.view) }
  } catch (error) {
    return showFailure(error, `/check/${id}`)
  }
})

/** Reads what stands beside the questions of an assessment, once per request. */
export const readBesideQuestions = cache(async ({ view }: Check): Promise<Beside> => {
  try {
    return await readBeside(await readActor(), view, currentTime())
  } catch (error) {
    return showFailure(error, `/check/${view.id}`)
  }
})

/** Reads a refused submission of a form, if the page was asked to show one (`?fehler=1`); once per request. */
export const readRejected = cache(async (form: string, asked: boolean): Promise<RejectedInput | null> => {
  if (!asked) return null
  try {
    return await takeRejectedInput(await readBrowserKey(), form, currentTime())
  } catch (error) {
    return showFailure(error, '/')
  }
})

/** How far the assessment has come. */
export function progressOf({ view, questionnaire }: Pick<Check, 'view' | 'questionnaire'>): Progress {
  const states = Object.fromEntries(Object.entries(view.answers).map(([id, stored]) => [id, stored.answer.state]))
  return readProgress(questionnaire, { mode: view.mode, profile: view.profile, states })
}

/** „Musterstadt, Nordviertel“, or what is known of it. */
export function nameOf({ view }: CheckOrRound): { kommune: string; quartier: string } {
  const { name } = view.profile
  return { kommune: typeof name === 'string' ? name : '', quartier: view.place?.name ?? '' }
}
