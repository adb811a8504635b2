import { POST as signIn } from '@/app/api/session/route'
import { origin } from '../setup/browser'

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>

/** A browser with its cookies, at a network address. */
export class PersonBrowser {
  readonly jar = new Map<string, string>()
  constructor(readonly address: string) {}

  get #cookie(): Record<string, string> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    return cookie === '' ? {} : { cookie }
  }

  /** Asks for a file. */
  async get(handler: Handler, query = ''): Promise<Response> {
    const headers = { accept: '*/*', 'x-forwarded-for': this.address, ...this.#cookie }
    return await handler(new Request(`${origin}/api/x?${query}`, { headers }), { params: Promise.resolve({} as never) })
  }

  /** Sends a form, as JSON unless pages are accepted. @param from the site that causes it */
  async send(
    handler: Handler,
    fields: Readonly<Record<string, string>>,
    accept = 'application/json',
    from = origin,
  ): Promise<Response> {
    const headers = {
      origin: from,
      accept,
      'content-type': accept === 'application/json' ? accept : 'application/x-www-form-urlencoded',
      'x-forwarded-for': this.address,
      ...this.#cookie,
    }
    const body = accept === 'application/json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString()
    const answer = await handler(new Request(`${origin}/api/x`, { method: 'POST', headers, body }), {
      params: Promise.resolve({} as never),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
      this.jar.set(name!, value!)
    }
    return answer
  }

  /** Signs in or tries to. @returns the status of the answer */
  async tries(typed: string, email = 'erika@musterstadt.de'): Promise<number> {
    return (await this.send(signIn, { email, password: typed })).status
  }
}
