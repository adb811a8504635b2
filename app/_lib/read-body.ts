/** Reads what was posted, and counts the bytes: Route Handlers would read any size. */
import { AppError } from '@/lib/errors'
import { countedParams, requireFewEntries, requireFewParts, requireShortName } from '@/lib/input/count-entries'
import { inputLimits } from '@/lib/input/limits'

/** `262144` → `256 KB` */
const inWords = (bytes: number) => (bytes < 1024 * 1024 ? `${bytes / 1024} KB` : `${bytes / 1024 / 1024} MB`)

/**
 * Reads on. What breaks off is the client's doing (it hung up, the network failed), whatever Node calls it: no failure of the
 * server, nothing for its log.
 */
async function next(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read()
  } catch (error) {
    throw new AppError('bad-request', { cause: error })
  }
}

async function throwAway(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  let rest: number = inputLimits.drained
  while (rest > 0) {
    const { done, value } = await next(reader)
    if (done) return
    rest -= value.length
  }
  await reader.cancel()
}

/**
 * Reads a body up to a limit.
 * @throws AppError `body-too-large`
 */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await next(reader)
    if (done) return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
    size += value.length
    if (size > limit) {
      await throwAway(reader)
      throw new AppError('body-too-large', { values: { limit: inWords(limit) } })
    }
    chunks.push(value)
  }
}

/** What a form or a JSON object said, by name. Several values of one name are a list. */
export interface Submission {
  readonly fields: Readonly<Record<string, unknown>>
  readonly files: Readonly<Record<string, Uint8Array>>
}

/**
 * Gathers names with their values; several values of one name are a list. A step for each of them and no more: what is
 * foreign is never copied again and again.
 * @throws AppError `body-too-large` at the first one too many, `bad-request` for a name longer than any of ours
 */
export function collectFields(entries: Iterable<[string, string]>): Submission['fields'] {
  const fields = new Map<string, string | string[]>()
  let count = 0
  for (const [name, value] of entries) {
    count += 1
    if (count > inputLimits.fields) throw new AppError('body-too-large')
    requireShortName(name)
    const before = fields.get(name)
    if (before === undefined) fields.set(name, value)
    else if (Array.isArray(before)) before.push(value)
    else fields.set(name, [before, value])
  }
  return Object.fromEntries(fields)
}

function readJson(bytes: Uint8Array): Submission {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new AppError('bad-request', { cause: error })
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new AppError('bad-request')
  requireFewEntries(json, inputLimits.jsonEntries)
  return { fields: json as Record<string, unknown>, files: {} }
}

/** Decodes a form; bytes that are no UTF-8 are refused, also those written as `%e4`, which would else be stored as „�“. */
function readForm(bytes: Uint8Array): Submission {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    const text = decoder.decode(bytes)
    const params = countedParams(text)
    for (const [escaped] of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) decoder.decode(Buffer.from(escaped.replaceAll('%', ''), 'hex'))
    return { fields: collectFields(params), files: {} }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('bad-request', { cause: error })
  }
}

async function readMultipart(bytes: Uint8Array, contentType: string): Promise<Submission> {
  requireFewParts(bytes, contentType)
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch((error: unknown) => {
      throw new AppError('bad-request', { cause: error })
    })
  const texts: [string, string][] = []
  const files: [string, Uint8Array][] = []
  for (const [name, value] of form) {
    // What is no UTF-8 has become this character by now, and none of our fields beside a file wants it.
    if (typeof value === 'string' && `${name}${value}`.includes('\ufffd')) throw new AppError('bad-request')
    if (typeof value === 'string') texts.push([name, value])
    else files.push([name, new Uint8Array(await value.arrayBuffer())])
  }
  return { fields: collectFields(texts), files: Object.fromEntries(files) }
}

/**
 * Reads a submission: form-encoded, multipart or JSON.
 * @param limit most bytes of the whole body
 * @param jsonIsFile gives a JSON body unread as the file `file`
 * @throws AppError `body-too-large`, `bad-request` for what cannot be read, `unsupported-media-type`
 */
export async function readSubmission(
  request: Request,
  { limit, jsonIsFile = false }: { limit: number; jsonIsFile?: boolean },
): Promise<Submission> {
  const contentType = request.headers.get('content-type') ?? ''
  const mediaType = contentType.split(';')[0]!.trim().toLowerCase()
  const bytes = await readBytes(request, limit)
  switch (mediaType) {
    case 'application/json':
      return jsonIsFile ? { fields: {}, files: { file: bytes } } : readJson(bytes)
    case 'multipart/form-data':
      return await readMultipart(bytes, contentType)
    case 'application/x-www-form-urlencoded':
      return readForm(bytes)
    case '':
      if (bytes.length === 0) return { fields: {}, files: {} }
  }
  throw new AppError('unsupported-media-type')
}
