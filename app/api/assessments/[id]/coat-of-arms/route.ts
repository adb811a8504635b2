import type { AssessmentParams } from '@/app/_lib/assessment-params'
import { failureAnswer } from '@/app/_lib/answer-request'
import { actorOfRequest } from '@/app/_lib/actor'
import { checkPage } from '@/app/_lib/next-page'
import { postRoute } from '@/app/_lib/post-route'
import { readCoatOfArms, saveCoatOfArms } from '@/lib/assessments/coat-of-arms-service'
import { limits } from '@/lib/assessments/limits'
import { currentTime } from '@/lib/clock'
import { AppError } from '@/lib/errors'

/** Stores a PNG for the cover, or removes it. */
export const POST = postRoute<AssessmentParams>({
  limit: limits.upload,
  fileLimit: `${limits.coatOfArms / 1024} KB`,
  form: ({ id }) => ({ name: `coat-of-arms:${id}`, page: checkPage(id, 'bericht') }),
  run: async ({ fields, files }, { actor, now, params: { id } }) => {
    await saveCoatOfArms(actor, id, fields.remove === '1' ? null : (files.file ?? new Uint8Array()), now)
    return { location: `${checkPage(id, 'bericht')}?gespeichert=1` }
  },
})

/** It is a picture, whatever a browser finds in it, and shown on its page only: as an address of its own it is a download. */
const pictureHeaders = {
  'Content-Type': 'image/png',
  'X-Content-Type-Options': 'nosniff',
  'Content-Disposition': 'attachment; filename="wappen.png"',
  'Cache-Control': 'private, no-store',
}

/** Shows the stored picture to its own browser. */
export async function GET(request: Request, { params }: { params: Promise<AssessmentParams> }): Promise<Response> {
  try {
    const png = await readCoatOfArms(await actorOfRequest(request), (await params).id, currentTime())
    if (!png) throw new AppError('not-found')
    return new Response(new Uint8Array(png), { headers: pictureHeaders })
  } catch (error) {
    return failureAnswer(request, error)
  }
}
