/**
 * What the saver promises: one request at a time, nothing lost while the server is away, and no word of „gespeichert“ before
 * the server has said so.
 */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { createAnswerSaver, type Given, type SaverPorts, type SaveState } from '@/app/check/[id]/frage/[factorId]/answer-saver'

const empty = { choice: '', comment: '', clarify: '' }
type Body = { seq: number; answers: Record<string, { choice: string; version: number; comment: string; clarifyWith: string }> }

interface Sent {
  readonly body: Body
  readonly answer: (status: number, reply?: object) => void
  readonly fail: () => void
}

let sent: Sent[]
let states: SaveState[]
let given: Record<string, Given[string]>
let versions: Record<string, number>

function saver(more: Partial<SaverPorts> = {}) {
  return createAnswerSaver({
    url: '/api/assessments/x/answers',
    factorId: 'raeume',
    formId: 'form',
    questionnaire: '1.0.0',
    stored: { a: empty, b: empty },
    given: () => ({ ...given }),
    acceptable: ({ comment }) => comment.length <= 10,
    versions: () => versions,
    onVersions: (newer) => Object.assign(versions, newer),
    onState: (state) => states.push(state),
    ...more,
  })
}

const last = () => states.at(-1)?.kind
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)
const ok = (index: number, newer: Record<string, number>) =>
  sent[index]!.answer(200, { savedAt: '2026-11-23T13:03:00.000Z', versions: newer })

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000 })
  sent = []
  states = []
  given = { a: { ...empty }, b: { ...empty } }
  versions = { a: 0, b: 0 }
  global.fetch = ((_: string, init: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      sent.push({
        body: JSON.parse(String(init.body)) as Body,
        answer: (status, reply = {}) => resolve(new Response(JSON.stringify(reply), { status })),
        fail: () => reject(new TypeError('offline')),
      })
    })) as typeof fetch
})
afterEach(() => {
  jest.useRealTimers()
})

describe('saving by itself', () => {
  test('waits a second after the last change and sends only what changed', async () => {
    const own = saver()
    given.a = { ...empty, choice: '1' }
    own.changed()
    await pass(900)
    given.a = { ...empty, choice: '2' }
    own.changed()
    await pass(900)
    expect(sent).toHaveLength(0)
    await pass(100)
    expect(sent).toHaveLength(1)
    expect(sent[0]!.body.answers).toEqual({ a: { choice: '2', comment: '', clarifyWith: '', version: 0 } })
  })

  test('says „gespeichert“ only after the server confirmed, and takes over the version', async () => {
    const own = saver()
    given.a = { ...empty, choice: '2' }
    own.changed()
    await pass(1000)
    expect(last()).toBe('saving')
    expect(own.unsaved()).toBe(true)
    ok(0, { a: 5 })
    await pass(0)
    expect(states.at(-1)).toEqual({ kind: 'saved', at: new Date('2026-11-23T13:03:00.000Z') })
    expect(versions.a).toBe(5)
    expect(own.unsaved()).toBe(false)
  })

  test('never sends two requests at once; what was typed meanwhile follows with the new version', async () => {
    const own = saver()
    given.a = { ...empty, choice: '1' }
    own.changed()
    await pass(1000)
    given.a = { ...empty, choice: '3' }
    own.changed()
    await pass(5000)
    expect(sent).toHaveLength(1)
    ok(0, { a: 1 })
    await pass(2000)
    expect(sent).toHaveLength(2)
    expect(sent[1]!.body.answers.a).toMatchObject({ choice: '3', version: 1 })
    expect(sent[1]!.body.seq).toBeGreaterThan(sent[0]!.body.seq)
  })

  test('an answer the server says nothing about does not count as saved', async () => {
    const own = saver()
    given.a = { ...empty, choice: '1' }
    own.changed()
    await pass(1000)
    ok(0, {})
    await pass(0)
    expect(last()).toBe('failed')
    expect(own.unsaved()).toBe(true)
  })
})

describe('while the round is closed', () => {
  test('that is told apart from two versions; opened again, it is saved', async () => {
    const own = saver()
    given.a = { ...empty, choice: '2' }
    own.changed()
    await pass(1000)
    sent[0]!.answer(409, { error: { code: 'round-closed' } })
    await pass(0)
    expect(last()).toBe('closed')
    expect(own.unsaved()).toBe(true)
    await pass(2000)
    ok(1, { a: 1 })
    await pass(0)
    expect(last()).toBe('saved')
  })
})

test('what is shown in another version of the questionnaire is not saved, and that is said', async () => {
  const own = saver()
  given.a = { ...empty, choice: '2' }
  own.changed()
  await pass(1000)
  expect(sent[0]!.body).toMatchObject({ questionnaire: '1.0.0' })
  sent[0]!.answer(409, { error: { code: 'questionnaire-moved' } })
  await pass(0)
  expect([last(), own.unsaved()]).toEqual(['moved', true])
})

describe('while this browser may not save', () => {
  test.each([
    [401, 'signed-out'],
    [403, 'denied'],
    [404, 'denied'],
  ])('%i is told apart from a server that is away; access that comes back saves', async (status, kind) => {
    const own = saver()
    given.a = { ...empty, choice: '2' }
    own.changed()
    await pass(1000)
    sent[0]!.answer(status, { error: { code: 'not-found' } })
    await pass(0)
    expect(last()).toBe(kind)
    expect(own.unsaved()).toBe(true)
    given.a = { ...empty, choice: '3' }
    own.changed()
    expect(last()).toBe(kind)
    await pass(2000)
    expect(sent[1]!.body.answers.a).toMatchObject({ choice: '3' })
    ok(1, { a: 1 })
    await pass(0)
    expect(last()).toBe('saved')
  })
})

describe('while the server cannot be reached', () => {
  test('keeps everything, tries again with growing pauses, and saves in the end', async () => {
    const own = saver()
    given.a = { ...empty, comment: 'kurz' }
    own.changed()
    await pass(1000)
    sent[0]!.fail()
    await pass(0)
    expect(last()).toBe('failed')
    await pass(1999)
    expect(sent).toHaveLength(1)
    await pass(1)
    expect(sent).toHaveLength(2)
    sent[1]!.answer(503)
    await pass(3999)
    expect(sent).toHaveLength(2)
    await pass(1)
    expect(sent).toHaveLength(3)
    expect(sent[2]!.body.answers.a?.comment).toBe('kurz')
    ok(2, { a: 1 })
    await pass(0)
    expect(last()).toBe('saved')
  })

  test('never pauses longer than half a minute', async () => {
    const own = saver()
    given.a = { ...empty, choice: '1' }
    own.changed()
    await pass(1000)
    for (let round = 0; round < 8; round += 1) {
      sent.at(-1)!.fail()
      await pass(30_000)
    }
    expect(sent.length).toBe(9)
  })

  test('flush tells that it could not save, so that the page stays', async () => {
    const own = saver()
    given.a = { ...empty, choice: '1' }
    const done = own.flush()
    await pass(0)
    sent[0]!.fail()
    await expect(done).resolves.toBe(false)
  })
})

describe('what the server does not take', () => {
  test('an over-long text is not sent, the rest is', async () => {
    const own = saver()
    given = { a: { ...empty, comment: 'viel zu langer Text' }, b: { ...empty, choice: '4' } }
    own.changed()
    await pass(1000)
    expect(Object.keys(sent[0]!.body.answers)).toEqual(['b'])
    ok(0, { b: 1 })
    await pass(0)
    expect(last()).toBe('refused')
    expect(own.unsaved()).toBe(true)
  })

  test('a refused answer is not sent again until it changes', async () => {
    const own = saver()
    given.a = { ...empty, comment: '\u0000' }
    own.changed()
    await pass(1000)
    sent[0]!.answer(422, {
      versions: {},
      error: { code: 'bad-characters', fields: [{ field: 'q.a.comment', message: 'Bitte …' }] },
    })
    await pass(0)
    expect(states.at(-1)).toEqual({ kind: 'refused', messages: [{ field: 'q.a.comment', message: 'Bitte …' }] })
    own.changed()
    await pass(5000)
    expect(sent).toHaveLength(1)
    given.a = { ...empty, comment: 'gut' }
    own.changed()
    await pass(1000)
    expect(sent).toHaveLength(2)
  })

  test('an answer changed elsewhere is not sent again; the others are still saved', async () => {
    const own = saver()
    given.a = { ...empty, choice: '1' }
    own.changed()
    await pass(1000)
    sent[0]!.answer(409, { versions: { a: 7 }, conflicts: [{ questionId: 'a' }], error: { code: 'conflict', fields: [] } })
    await pass(0)
    expect(last()).toBe('conflict')
    expect(versions.a).toBe(0)
    given = { a: { ...empty, choice: '2' }, b: { ...empty, choice: '3' } }
    own.changed()
    await pass(1000)
    expect(Object.keys(sent[1]!.body.answers)).toEqual(['b'])
  })
})
