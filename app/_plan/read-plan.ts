/** The Maßnahmenplan of a workspace, for a page. */
import { cache } from 'react'
import { readActor } from '@/app/_lib/actor'
import { workspacePage } from '@/app/_lib/next-page'
import { showFailure } from '@/app/_lib/read-check'
import { currentTime } from '@/lib/clock'
import { type Origin, prefillMeasure } from '@/lib/measures/create-service'
import { askedMeasures, listNotPlanned } from '@/lib/measures/round-service'
import { listMeasures, readConflict, readMeasure } from '@/lib/measures/service'
import { editSchema } from '@/lib/measures/schema'

/** Runs a read for a page of the plan; what fails is shown on the page of its error. */
async function orShow<T>(workspaceId: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    return showFailure(error, workspacePage(workspaceId, 'massnahmen'))
  }
}

/** Reads the whole plan, and what is not planned. */
export const readPlan = cache(async (workspaceId: string) => {
  return await orShow(workspaceId, async () => {
    const actor = await readActor()
    const measures = await listMeasures(actor, workspaceId, currentTime())
    return { measures, notPlanned: await listNotPlanned(actor, workspaceId) }
  })
})

/** Reads one measure with its history. */
export const readMeasurePage = cache(async (workspaceId: string, measureId: string) => {
  return await orShow(workspaceId, async () => await readMeasure(await readActor(), workspaceId, measureId, currentTime()))
})

/** Reads both versions of a refused edit; null if it was refused for something else, or could be saved now. */
export async function readEditConflict(workspaceId: string, measureId: string, payload: object) {
  const parsed = editSchema.safeParse(payload)
  if (!parsed.success) return null
  const { version, keep, ...fields } = parsed.data
  return await orShow(workspaceId, async () => {
    return await readConflict(await readActor(), workspaceId, measureId, { fields, version, keep }, currentTime())
  })
}

/** Reads what a form for a recommendation begins with. */
export const readOrigin = cache(async (workspaceId: string, roundId: string, measureId: string) => {
  const origin: Origin = { roundId, measureId }
  return await orShow(workspaceId, async () => await prefillMeasure(await readActor(), workspaceId, origin, currentTime()))
})

/** Reads the measures whose state a round asks for. */
export const readAsked = cache(async (workspaceId: string, roundId: string) => {
  return await orShow(workspaceId, async () => await askedMeasures(await readActor(), workspaceId, roundId, currentTime()))
})
