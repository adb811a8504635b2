/** A browser as far as Route Handlers can tell: an origin, a cookie jar, forms and JSON. */
type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

export const origin = 'http://127.0.0.1:3000'

export class Browser {
  cookie = ''

  async #send<Params>(handler: Handler<Params>, params: Params, init: RequestInit & { headers: Record<string, string> }) {
    const { id } = params as { id?: string }
    const request = new Request(
      `http://localhost:3000/api/${id === undefined ? '' : `assessments/${encodeURIComponent(id)}/`}route`,
      {
        method: 'POST',
        ...init,
        headers: { origin, ...(this.cookie ? { cookie: `other=1; ${this.cookie}` } : {}), ...init.headers },
        ...(init.body instanceof ReadableStream ? { duplex: 'half' } : {}),
      } as RequestInit,
    )
    if (init.headers.origin === '') request.headers.delete('origin')
    const answer = await handler(request, { params: Promise.resolve(params) })
    const set = answer.headers.get('set-cookie')
    if (set) this.cookie = set.split(';')[0]!.replace(/=$/, '') === 'dec-key' ? '' : set.split(';')[0]!
    return answer
  }

  get key(): string | null {
    return this.cookie.split('=')[1] ?? null
  }

  /** A native form without scripts. */
  form<Params>(
    handler: Handler<Params>,
    params: Params,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ) {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
    )
    const accept = 'text/html,application/xhtml+xml'
    return this.#send(handler, params, {
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept, ...headers },
    })
  }

  /** A native form with a file. */
  upload<Params>(handler: Handler<Params>, params: Params, file: Uint8Array | null, fields: Record<string, string> = {}) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    if (file) form.set('file', new File([new Uint8Array(file)], 'datei'))
    const encoded = new Response(form)
    return this.#send(handler, params, {
      body: encoded.body!,
      headers: { 'content-type': encoded.headers.get('content-type')!, accept: 'text/html' },
    })
  }

  json<Params>(handler: Handler<Params>, params: Params, body: unknown, headers: Record<string, string> = {}) {
    return this.#send(handler, params, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    })
  }

  /** Opens an address of the API in the address bar, or asks for it as JSON. */
  get<Params>(handler: Handler<Params>, params: Params, accept = 'text/html') {
    return this.#send(handler, params, { method: 'GET', headers: { accept } })
  }
}
