/** One assessment with its questionnaire, for a page. */
import { cache } from 'react'
import { redirect, unstable_rethrow } from 'next/navigation'
import { questionnaireOf } from '@/lib/assessments/content'
import { readAssessment, takeRejectedInput } from '@/lib/assessments/service'
import type { AssessmentView, RejectedInput } from '@/lib/assessments/types'
import { currentTime } from '@/lib/clock'
import { toAppError } from '@/lib/database-error'
import { logFailure } from '@/lib/log'
import { readProgress, type Progress } from '@/lib/questionnaire/progress'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { readActor } from './actor'
import { readBrowserKey } from './browser-key'

export interface Check {
  readonly view: AssessmentView
  readonly questionnaire: Questionnaire
}

/** Sends a failure to the page that puts it into words, which needs no scripts. Foreign and absent are one and the same. */
export function showFailure(failure: unknown, page = '/'): never {
  unstable_rethrow(failure)
  const error = toAppError(failure)
  logFailure(error, 'page')
  redirect(`/fehler/${error.code}?von=${encodeURIComponent(page)}`)
}

/** Reads an assessment of this browser, once per request. */
export const readCheck = cache(async (id: string): Promise<Check> => {
  try {
    const view = await readAssessment(await readActor(), id, currentTime())
    return { view, questionnaire: questionnaireOf(view) }
  } catch (error) {
    return showFailure(error, `/check/${id}`)
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
export function progressOf({ view, questionnaire }: Check): Progress {
  const states = Object.fromEntries(Object.entries(view.answers).map(([id, stored]) => [id, stored.answer.state]))
  return readProgress(questionnaire, { mode: view.mode, profile: view.profile, states })
}

/** „Musterstadt, Nordviertel“, or what is known of it. */
export function nameOf({ view }: Check): { kommune: string; quartier: string } {
  const { name } = view.profile
  return { kommune: typeof name === 'string' ? name : '', quartier: view.place?.name ?? '' }
}
