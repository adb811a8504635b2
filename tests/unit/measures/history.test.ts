import { describe, expect, test } from '@jest/globals'
import { doneDay, measureAsOf, measureHistory, type StoredChange } from '@/lib/measures/history'
import type { ChangeColumn, MeasureFields } from '@/lib/measures/schema'
import { measureFields } from '../../factories/measure'

/** One state after the other, a day apart; the last is the present one. */
function changesOf(
  states: readonly MeasureFields[],
  extra: Readonly<Record<number, Partial<ChangeColumn>>> = {},
): StoredChange[] {
  return states.map((_, index) => ({
    version: index + 1,
    before: index === 0 ? null : { fields: states[index - 1]!, ...extra[index + 1] },
    actor: index % 2 === 0 ? 'Erika' : null,
    at: new Date(`2026-11-${20 + index}T23:30:00Z`),
  }))
}

const planned = measureFields()
const running = measureFields({ status: 'laeuft', note: 'begonnen' })
const done = measureFields({ status: 'erledigt', note: 'begonnen' })

describe('the history', () => {
  test('says latest first what was changed by whom', () => {
    const states = [planned, running, done]
    expect(measureHistory(done, changesOf(states))).toMatchObject([
      { version: 3, actor: 'Erika', kind: 'changed', differences: [{ field: 'status', before: 'laeuft', after: 'erledigt' }] },
      {
        version: 2,
        actor: null,
        kind: 'changed',
        differences: [
          { field: 'status', before: 'geplant', after: 'laeuft' },
          { field: 'note', before: '', after: 'begonnen' },
        ],
      },
      { version: 1, actor: 'Erika', kind: 'created', differences: [], setAside: [] },
    ])
  })

  test('holds what was given up for what was stored', () => {
    const changes = changesOf([planned, planned], { 2: { setAside: { title: 'Anders' } } })
    const [latest] = measureHistory(planned, changes)
    expect(latest).toMatchObject({ kind: 'kept', setAside: [{ field: 'title', before: planned.title, after: 'Anders' }] })
  })

  test('holds „as before“ when a round asked', () => {
    expect(measureHistory(planned, changesOf([planned, planned], { 2: { askedBy: 'r' } }))[0]).toMatchObject({
      kind: 'confirmed',
    })
  })
})

describe('the day a measure was done', () => {
  test('is that of the change in Berlin', () => {
    // 21 November, 23:30 UTC
    expect(doneDay(done, changesOf([planned, done]))).toBe('2026-11-22')
  })

  test('is the last time, if it was reopened in between', () => {
    expect(doneDay(done, changesOf([planned, done, running, done]))).toBe('2026-11-24')
  })

  test('is not moved by later edits', () => {
    const noted = measureFields({ status: 'erledigt', note: 'Nachtrag' })
    expect(doneDay(noted, changesOf([planned, done, noted]))).toBe('2026-11-22')
  })

  test('is the first day for what was entered as done; none for what is not', () => {
    expect(doneDay(done, changesOf([done]))).toBe('2026-11-21')
    expect(doneDay(running, changesOf([planned, done, running]))).toBeNull()
  })
})

describe('a measure at a moment', () => {
  const changes = changesOf([planned, running, done])

  test.each([
    ['before it was entered', '2026-11-20T23:29:59Z', null, 0],
    ['at the moment it was entered', '2026-11-20T23:30:00Z', planned, 1],
    ['between two changes', '2026-11-22T12:00:00Z', running, 2],
    ['today', '2026-12-24T12:00:00Z', done, 3],
  ])('%s', (_, at, fields, known) => {
    const then = measureAsOf(done, changes, new Date(at))
    expect(then?.fields ?? null).toEqual(fields)
    expect(then?.changes.length ?? 0).toBe(known)
  })

  test('is done since then only if it was done then', () => {
    const then = measureAsOf(done, changes, new Date('2026-11-22T12:00:00Z'))!
    expect(doneDay(then.fields, then.changes)).toBeNull()
    expect(doneDay(done, changes)).toBe('2026-11-23')
  })
})
