import type { Actor } from '@/lib/accounts/actor'
import { hashSecret } from '@/lib/assessments/secret'
import type { PdfRequest } from '@/lib/report/pdf/render-in-worker'
import { clientAddress } from './client-address'

/** Says for whom a PDF is rendered: a person who is signed in, else the browser; and until when: as long as it is waited for. */
export function pdfRequest(request: Request, { userId, key }: Actor): PdfRequest {
  const owner =
    userId === null
      ? { id: `browser ${hashSecret(key ?? '')}`, member: false, address: clientAddress(request) }
      : { id: `person ${userId}`, member: true }
  return { owner, signal: request.signal }
}
