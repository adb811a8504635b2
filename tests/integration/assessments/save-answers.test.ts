import { describe, expect, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { openDatabase } from '@/lib/db'
import { readAssessment, saveAnswers } from '@/lib/assessments/service'
import type { SubmittedAnswer } from '@/lib/assessments/types'
import { begin, later, now, useInstallation } from '../setup/installation'

useInstallation()

const q = 'rueckhalt-struktur'
const answer = (choice: string, version = 0, extra: Partial<SubmittedAnswer> = {}): SubmittedAnswer => ({
  choice,
  comment: '',
  clarifyWith: '',
  version,
  ...extra,
})
const save = (
  { key, id }: { key: string; id: string },
  answers: Record<string, SubmittedAnswer>,
  form: { formId?: string; seq?: number; factor?: string } = {},
  at = now,
) => saveAnswers(byKey(key), id, { formId: 'a', ...form, answers }, at)
const stored = async ({ key, id }: { key: string; id: string }, question = q) =>
  (await readAssessment(byKey(key), id, now)).answers[question]

describe('saving answers', () => {
  test('a saved answer is read back with all that was written beside it', async () => {
    const own = await begin()
    const result = await save(own, { [q]: answer('3', 0, { comment: 'Zeile 1\nZeile 2', clarifyWith: 'Hauptamt' }) })
    expect(result).toEqual({ savedAt: now, versions: { [q]: 1 }, conflicts: [], superseded: [], errors: [] })
    expect(await stored(own)).toEqual({
      answer: { state: 'answered', value: 3 },
      subject: 'kommune',
      comment: 'Zeile 1\nZeile 2',
      clarifyWith: 'Hauptamt',
      carried: null,
      version: 1,
      updatedAt: now,
    })
  })

  test('every state comes back as it was given; a comment needs no answer', async () => {
    const own = await begin()
    await save(own, {
      'runde-struktur': answer('na:nicht-bei-uns'),
      'runde-praxis': answer('unknown'),
      'treffpunkt-struktur': answer('', 0, { comment: 'folgt' }),
    })
    const { answers } = await readAssessment(byKey(own.key), own.id, now)
    expect(answers['runde-struktur']?.answer).toEqual({ state: 'not_applicable', reason: 'nicht-bei-uns' })
    expect(answers['runde-praxis']?.answer).toEqual({ state: 'unknown' })
    expect(answers['treffpunkt-struktur']).toMatchObject({ answer: { state: 'open' }, comment: 'folgt', subject: 'quartier' })
  })

  test('an answer that is sent again as it is stays at its version and in its history', async () => {
    const own = await begin()
    await save(own, { [q]: answer('3') })
    const again = await save(own, { [q]: answer('3', 1) }, { formId: 'b' }, later(60_000))
    expect(again.versions).toEqual({ [q]: 1 })
    const { client } = await openDatabase()
    expect(await client.answerChange.count()).toBe(1)
  })

  test('each change leaves what was there before', async () => {
    const own = await begin()
    await save(own, { [q]: answer('1', 0, { comment: 'erst' }) })
    await save(own, { [q]: answer('2', 1, { comment: 'dann' }) })
    const { client } = await openDatabase()
    const changes = await client.answerChange.findMany({ orderBy: { version: 'asc' } })
    expect(changes.map(({ version, before, formId }) => ({ version, before, formId }))).toEqual([
      { version: 1, formId: 'a', before: { state: 'open', value: null, reason: null, comment: '', clarifyWith: '' } },
      { version: 2, formId: 'a', before: { state: 'answered', value: 1, reason: null, comment: 'erst', clarifyWith: '' } },
    ])
  })

  test('valid answers are saved beside refused ones', async () => {
    const own = await begin()
    const result = await save(own, {
      [q]: answer('4'),
      'rueckhalt-praxis': answer('5'),
      'rueckhalt-nichts': answer('1'),
      'treffpunkt-struktur': answer('na:nicht-bei-uns'),
      'runde-praxis': answer('vielleicht'),
    })
    expect(result.versions).toEqual({ [q]: 1 })
    expect(result.errors).toEqual([
      { field: 'q.rueckhalt-praxis.choice', code: 'unknown-option' },
      { field: 'q.rueckhalt-nichts.choice', code: 'unknown-question' },
      { field: 'q.treffpunkt-struktur.choice', code: 'unknown-option' },
      { field: 'q.runde-praxis.choice', code: 'unknown-state' },
    ])
    expect((await stored(own))?.answer).toEqual({ state: 'answered', value: 4 })
  })

  test('a question of another factor than the form’s is refused', async () => {
    const own = await begin()
    const result = await save(own, { [q]: answer('1'), 'runde-struktur': answer('1') }, { factor: 'rueckhalt' })
    expect(result.errors).toEqual([{ field: 'q.runde-struktur.choice', code: 'unknown-question' }])
  })

  test('foreign and absent assessments, and no key, give the same answer', async () => {
    const own = await begin()
    const other = await begin()
    for (const [key, id] of [
      [other.key, own.id],
      [own.key, 'AAAAAAAAAAAAAAAAAAAAAA'],
      ['x', own.id],
    ] as const) {
      await expect(save({ key, id }, { [q]: answer('1') })).rejects.toMatchObject({ code: 'not-found', fields: [], values: {} })
    }
    await expect(saveAnswers(byKey(null), own.id, { formId: 'a', answers: {} }, now)).rejects.toMatchObject({ code: 'not-found' })
    expect(await stored(own)).toBeUndefined()
  })
})

describe('two tabs on one answer', () => {
  test('both changed: nothing is overwritten, both are given back, and the other answers are saved', async () => {
    const own = await begin()
    await save(own, { [q]: answer('1', 0, { comment: 'von A' }) }, { formId: 'a' })
    const result = await save(
      own,
      { [q]: answer('2', 0, { comment: 'von B' }), 'rueckhalt-praxis': answer('3') },
      { formId: 'b' },
    )
    expect(result.conflicts).toEqual([
      {
        questionId: q,
        stored: expect.objectContaining({ answer: { state: 'answered', value: 1 }, comment: 'von A', version: 1 }),
        submitted: answer('2', 0, { comment: 'von B' }),
      },
    ])
    expect(result.versions).toEqual({ [q]: 1, 'rueckhalt-praxis': 1 })
    expect((await stored(own))?.comment).toBe('von A')
    expect((await stored(own, 'rueckhalt-praxis'))?.answer).toEqual({ state: 'answered', value: 3 })
  })

  test('unchanged here, changed there: the stored answer stays, without a conflict', async () => {
    const own = await begin()
    await save(own, { [q]: answer('1') }, { formId: 'a' })
    await save(own, { [q]: answer('2', 1) }, { formId: 'b' })
    const result = await save(own, { [q]: answer('1', 1), 'rueckhalt-praxis': answer('4') }, { formId: 'c' })
    expect(result).toMatchObject({ conflicts: [], versions: { [q]: 2, 'rueckhalt-praxis': 1 } })
    expect((await stored(own))?.answer).toEqual({ state: 'answered', value: 2 })
  })

  test('the choice made on the conflict page is written', async () => {
    const own = await begin()
    await save(own, { [q]: answer('1') }, { formId: 'a' })
    await save(own, { [q]: answer('2') }, { formId: 'b' })
    const result = await save(own, { [q]: answer('2', 1) }, { formId: 'c' })
    expect(result).toMatchObject({ conflicts: [], versions: { [q]: 2 } })
  })

  test('autosave, then Weiter: the same form never conflicts with itself', async () => {
    const own = await begin()
    await save(own, { [q]: answer('1') }, { seq: 1 })
    await save(own, { [q]: answer('2') }, { seq: 2 })
    const result = await save(own, { [q]: answer('3', 0, { comment: 'fertig' }) })
    expect(result).toMatchObject({ conflicts: [], versions: { [q]: 3 } })
  })

  test('Back, then Weiter: the old page sent unchanged wipes nothing, sent changed it is written', async () => {
    const own = await begin()
    await save(own, { [q]: answer('1'), 'rueckhalt-praxis': answer('2') })
    const unchanged = await save(own, { [q]: answer(''), 'rueckhalt-praxis': answer('4') })
    expect(unchanged).toMatchObject({ conflicts: [], versions: { [q]: 1, 'rueckhalt-praxis': 2 } })
  })

  test('an autosave that arrives after a later one of its form is dropped', async () => {
    const own = await begin()
    await save(own, { [q]: answer('4') }, { seq: 7 })
    const late = await save(own, { [q]: answer('1') }, { seq: 6 })
    expect(late).toMatchObject({ superseded: [q], conflicts: [], versions: { [q]: 1 } })
    expect((await stored(own))?.answer).toEqual({ state: 'answered', value: 4 })
  })

  test('there and back again: the late middle save is dropped although the last one changed nothing', async () => {
    const own = await begin()
    await save(own, { [q]: answer('4') }, { seq: 1 })
    await save(own, { [q]: answer('4', 1) }, { seq: 3 })
    expect((await save(own, { [q]: answer('0', 1) }, { seq: 2 })).superseded).toEqual([q])
  })

  test('Weiter outruns the autosave that was still under way', async () => {
    const own = await begin()
    await save(own, { [q]: answer('1') }, { seq: 1 })
    await save(own, { [q]: answer('3', 1) })
    expect((await save(own, { [q]: answer('2', 1) }, { seq: 2 })).superseded).toEqual([q])
    expect((await stored(own))?.answer).toEqual({ state: 'answered', value: 3 })
  })

  test('a version that was never stored is refused by field', async () => {
    const own = await begin()
    const result = await save(own, { [q]: answer('1', 5) })
    expect(result.errors).toEqual([{ field: `q.${q}.version`, code: 'wrong-version' }])
    expect(await stored(own)).toBeUndefined()
  })
})
