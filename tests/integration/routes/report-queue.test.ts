/** Many reports at once, over HTTP: counted at the worker threads that are started. */
import { EventEmitter } from 'node:events'
import * as threads from 'node:worker_threads'
import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { saveAnswers } from '@/lib/assessments/service'
import { resetSettings } from '@/lib/env'
import { pdfLimits } from '@/lib/report/pdf/limits'
import { origin } from '../setup/browser'
import { begin, useInstallation } from '../setup/installation'

/** A worker that renders nothing until it is told to. */
class Held extends EventEmitter {
  static readonly all: Held[] = []
  ended = false
  constructor() {
    super()
    Held.all.push(this)
  }
  finish(): void {
    this.emit('message', { bytes: new TextEncoder().encode('%PDF-') })
  }
  terminate = async () => {
    this.ended = true
    return 0
  }
}
jest.unstable_mockModule('node:worker_threads', () => ({ ...threads, default: threads, Worker: Held }))
const { GET: report } = await import('@/app/api/assessments/[id]/report/route')
const { signIn } = await import('@/lib/accounts/session-service')
const { setUp, issueSetUpCode } = await import('@/lib/accounts/invitation-service')

useInstallation()
const working = () => Held.all.filter(({ ended }) => !ended)
/** Until nothing more happens by itself. */
const settle = async () => {
  for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

function ask(own: { readonly cookie: string; readonly id: string }, more: { address?: string; signal?: AbortSignal } = {}) {
  const { address, signal = new AbortController().signal } = more
  const headers = {
    accept: 'application/json',
    cookie: own.cookie,
    ...(address === undefined ? {} : { 'x-forwarded-for': address }),
  }
  const request = new Request(`${origin}/api/assessments/${own.id}/report`, { headers, signal })
  return report(request, { params: Promise.resolve({ id: own.id }) })
}
const beginInBrowser = async () => {
  const { key, id } = await begin()
  return { cookie: `dec-key=${key}`, id }
}
/** Lets every worker render until none is left. */
async function finishAll() {
  for (let turn = 0; turn < 40; turn += 1) {
    for (const worker of working()) worker.finish()
    await settle()
  }
}
const outcome = async (answer: Promise<Response>) => {
  const { status, headers } = await answer
  return status === 200 ? 'report' : `${status} ${headers.get('retry-after')}`
}

beforeEach(() => {
  Held.all.length = 0
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  delete process.env.TRUSTED_PROXIES
  resetSettings()
})

describe('reports', () => {
  test('of one browser: two of twelve are accepted, the others told so; another browser gets its own', async () => {
    const [greedy, other] = [await beginInBrowser(), await beginInBrowser()]
    const asked = Array.from({ length: 12 }, () => outcome(ask(greedy)))
    await settle()
    const patient = outcome(ask(other))
    await settle()
    await finishAll()
    const outcomes = await Promise.all(asked)
    expect(outcomes.filter((one) => one === 'report')).toHaveLength(2)
    expect(new Set(outcomes.filter((one) => one !== 'report'))).toEqual(new Set([`503 ${pdfLimits.retryAfter}`]))
    expect(await patient).toBe('report')
    expect(Held.all).toHaveLength(3)
    // What the server does as it should is no failure to be logged.
    expect(console.error).not.toHaveBeenCalled()
  }, 60_000)

  test('of many browsers fill their places; somebody signed in still gets in, and the text says why others do not', async () => {
    const now = new Date()
    const person = { name: 'Erika', email: 'erika@musterstadt.de', password: 'Brücke Kiesel Lampe' }
    await setUp((await issueSetUpCode(now))!, 'Musterstadt', person, now)
    const { cookie } = await signIn({ ...person, address: null }, null)
    const count = pdfLimits.running + pdfLimits.waiting - pdfLimits.waitingForMembers
    const many = await Promise.all(Array.from({ length: count + 1 }, beginInBrowser))
    const asked: Promise<string>[] = []
    for (const one of many.slice(0, count)) {
      asked.push(outcome(ask(one)))
      await settle()
    }
    const refused = await ask(many[count]!)
    expect(((await refused.json()) as { error: { code: string } }).error.code).toBe('report-busy')
    const own = await beginInBrowser()
    const member = outcome(ask({ ...own, cookie: `${own.cookie}; dec-session=${cookie}` }))
    await settle()
    await finishAll()
    expect(await member).toBe('report')
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['report']))
  }, 60_000)

  test('of browsers at one address have a limit together', async () => {
    process.env.TRUSTED_PROXIES = '1'
    resetSettings()
    const many = await Promise.all(Array.from({ length: pdfLimits.eachAddress + 1 }, beginInBrowser))
    const asked: Promise<string>[] = []
    for (const one of many) {
      asked.push(outcome(ask(one, { address: '192.0.2.7' })))
      await settle()
    }
    const elsewhere = outcome(ask(await beginInBrowser(), { address: '192.0.2.8' }))
    await settle()
    await finishAll()
    const outcomes = await Promise.all(asked)
    expect(outcomes.filter((one) => one === 'report')).toHaveLength(pdfLimits.eachAddress)
    expect(outcomes.at(-1)).toBe(`503 ${pdfLimits.retryAfter}`)
    expect(await elsewhere).toBe('report')
  }, 60_000)

  test('that nobody waits for any more start no worker, and end the one that runs', async () => {
    const blocking = await Promise.all(Array.from({ length: pdfLimits.running }, beginInBrowser))
    const gone = new AbortController()
    const asked = blocking.map((own) => ask(own, { signal: gone.signal }))
    await settle()
    expect(working()).toHaveLength(pdfLimits.running)
    const waiting = ask(await beginInBrowser(), { signal: gone.signal })
    await settle()
    gone.abort()
    await settle()
    for (const answer of [...asked, waiting]) expect((await answer).status).not.toBe(200)
    expect([Held.all.length, working().length]).toEqual([pdfLimits.running, 0])
    expect(console.error).not.toHaveBeenCalled()
    const next = outcome(ask(await beginInBrowser()))
    await settle()
    await finishAll()
    expect(await next).toBe('report')
  }, 60_000)

  test('saving goes on while all places are taken', async () => {
    const own = await beginInBrowser()
    const asked = [outcome(ask(own)), outcome(ask(own))]
    await settle()
    const answers = { 'rueckhalt-struktur': { choice: '2', comment: 'gesichert', clarifyWith: '', version: 0 } }
    const saved = await saveAnswers(byKey(own.cookie.split('=')[1]!), own.id, { formId: 'a', answers }, new Date())
    expect(Object.keys(saved.versions)).toEqual(['rueckhalt-struktur'])
    await finishAll()
    expect(await Promise.all(asked)).toEqual(['report', 'report'])
  }, 60_000)
})
