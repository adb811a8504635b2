/**
 * Saves answers in the background: a second after each change, one request at a time, again and again while the server
 * cannot be reached. It knows no React and no form, so that it can be tested by itself.
 */
import type { GivenAnswer } from './question-view'

export type SaveState =
  | { readonly kind: 'idle' }
  /** Changed, not yet sent. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  /** Not reached; is tried again by itself. */
  | { readonly kind: 'failed' }
  /** Reached, but this browser may not save here (any more); is tried again by itself, for access may come back. */
  | { readonly kind: 'denied' }
  /** Reached, but the session is over: somebody has to sign in again. */
  | { readonly kind: 'signed-out' }
  /** The round was closed while it was answered; is tried again by itself, for it may be opened again. */
  | { readonly kind: 'closed' }
  /** The check was moved to another version of the questionnaire: what is shown here can no longer be answered. */
  | { readonly kind: 'moved' }
  /** Reached, but some fields were not accepted. */
  | { readonly kind: 'refused'; readonly messages: readonly { readonly field: string; readonly message: string }[] }
  /** Somebody else changed the same answer. */
  | { readonly kind: 'conflict' }

export type Given = Readonly<Record<string, GivenAnswer>>
export type Versions = Readonly<Record<string, number>>

export interface SaverPorts {
  readonly url: string
  readonly factorId: string
  readonly formId: string
  /** The version of the questionnaire that the page shows. */
  readonly questionnaire: string
  /** What is stored when the page is rendered. */
  readonly stored: Given
  /** What stands in the form now. */
  readonly given: () => Given
  /** False for what the server would not take, e.g. an over-long text: it is not sent. */
  readonly acceptable: (answer: GivenAnswer) => boolean
  readonly versions: () => Versions
  readonly onVersions: (versions: Versions) => void
  readonly onState: (state: SaveState) => void
}

interface Reply {
  readonly savedAt?: string
  readonly versions?: Versions
  readonly conflicts?: readonly { readonly questionId: string }[]
  readonly error?: { readonly code: string; readonly fields?: readonly { readonly field: string; readonly message: string }[] }
}

const delayMs = 1_000
const timeoutMs = 15_000
const longestPauseMs = 30_000
/** No permission, no key. */
const denials = [403, 404]
const noSession = 401
/** Nothing was stored; said until it is. */
const unreached: readonly SaveState['kind'][] = ['failed', 'denied', 'signed-out', 'closed', 'moved']

const same = (a: GivenAnswer | undefined, b: GivenAnswer | undefined) =>
  a?.choice === b?.choice && a?.comment === b?.comment && a?.clarify === b?.clarify

export interface AnswerSaver {
  /** Something was typed or chosen. */
  changed: () => void
  /** Saves now. Resolves to true once everything that can be stored is stored. */
  flush: () => Promise<boolean>
  unsaved: () => boolean
  stop: () => void
}

export function createAnswerSaver(ports: SaverPorts): AnswerSaver {
  const acknowledged: Record<string, GivenAnswer> = { ...ports.stored }
  /** Content the server did not take: sent again only when it has changed. */
  const refused: Record<string, GivenAnswer> = {}
  const conflicted = new Set<string>()
  let state: SaveState = { kind: 'idle' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let failures = 0
  let lastSeq = 0

  const tell = (next: SaveState) => {
    state = next
    ports.onState(next)
  }
  const differing = () => Object.entries(ports.given()).filter(([id, answer]) => !same(answer, acknowledged[id]))
  const blocked = ([id, answer]: [string, GivenAnswer]) => same(answer, refused[id]) || !ports.acceptable(answer)
  const sendable = () => differing().filter((one) => !conflicted.has(one[0]) && !blocked(one))
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), ms)
  }

  /** Takes in what the server said about each answer. @throws Error if it left one out */
  function accept(sent: readonly (readonly [string, GivenAnswer])[], reply: Reply) {
    const refusedFields = reply.error?.fields ?? []
    const accepted: [string, number][] = []
    for (const { questionId } of reply.conflicts ?? []) conflicted.add(questionId)
    for (const [id, answer] of sent) {
      const version = reply.versions?.[id]
      if (conflicted.has(id)) continue
      if (refusedFields.some(({ field }) => field.startsWith(`q.${id}.`))) refused[id] = answer
      else if (version === undefined) throw new Error(`no word about ${id}`)
      else {
        acknowledged[id] = answer
        accepted.push([id, version])
      }
    }
    ports.onVersions(Object.fromEntries(accepted))
    if (conflicted.size > 0) tell({ kind: 'conflict' })
    else if (differing().some(blocked)) tell({ kind: 'refused', messages: refusedFields })
    else if (sendable().length > 0) tell({ kind: 'waiting' })
    else tell({ kind: 'saved', at: new Date(reply.savedAt ?? Date.now()) })
  }

  async function send() {
    const sent = sendable()
    if (sent.length === 0) return
    if (!unreached.includes(state.kind)) tell({ kind: 'saving' })
    const versions = ports.versions()
    lastSeq = Math.max(lastSeq + 1, Date.now())
    const answers = Object.fromEntries(
      sent.map(([id, { choice, comment, clarify }]) => [
        id,
        { choice, comment, clarifyWith: clarify, version: versions[id] ?? 0 },
      ]),
    )
    let failure: 'failed' | 'denied' | 'signed-out' | 'closed' | 'moved' = 'failed'
    try {
      const response = await fetch(ports.url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({
          factor: ports.factorId,
          formId: ports.formId,
          questionnaire: ports.questionnaire,
          seq: lastSeq,
          answers,
        }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (denials.includes(response.status)) failure = 'denied'
      if (response.status === noSession) failure = 'signed-out'
      if (!response.ok && response.status !== 409 && response.status !== 422) throw new Error(`status ${response.status}`)
      const reply = (await response.json()) as Reply
      if (reply.error?.code === 'round-closed') failure = 'closed'
      if (reply.error?.code === 'questionnaire-moved') failure = 'moved'
      if (failure !== 'failed') throw new Error(reply.error?.code)
      failures = 0
      accept(sent, reply)
    } catch {
      failures += 1
      tell({ kind: failure })
      later(Math.min(1_000 * 2 ** failures, longestPauseMs))
    }
  }

  async function save(): Promise<void> {
    clearTimeout(timer)
    // One at a time: a second request could overtake the first.
    running = (running ?? Promise.resolve()).then(send)
    await running
  }

  return {
    changed: () => {
      if (sendable().length === 0) {
        if (state.kind !== 'refused' && differing().some(blocked)) tell({ kind: 'refused', messages: [] })
        return
      }
      if (![...unreached, 'saving'].includes(state.kind)) tell({ kind: 'waiting' })
      later(delayMs)
    },
    flush: async () => {
      await save()
      // What was typed while the request was under way.
      if (state.kind === 'waiting') await save()
      return sendable().length === 0
    },
    unsaved: () => differing().length > 0,
    stop: () => clearTimeout(timer),
  }
}
