import { beforeEach, describe, expect, test } from '@jest/globals'
import { newId } from '@/lib/assessments/secret'
import { decideMeasure, readAssessment } from '@/lib/assessments/service'
import { openDatabase } from '@/lib/db'
import { createMeasure, prefillMeasure } from '@/lib/measures/create-service'
import { changeMeasure, listMeasures, readConflict, readMeasure } from '@/lib/measures/service'
import { closeRound } from '@/lib/rounds/service'
import { useScene } from '../rounds/claimed-check'
import { days, later, now, useInstallation } from '../setup/installation'
import { measureFields } from '../../factories/measure'
import { add, edit } from './plan'

useInstallation()
const scene = useScene()
const refused = (code: string) => expect.objectContaining({ code })
const read = (id: string) => readMeasure(scene.ida, scene.workspaceId, id, now)

describe('a measure of the town’s own', () => {
  test('is stored whole, with names in any script, and its history begins', async () => {
    const fields = measureFields({
      title: 'Café für alle – مقهى للجميع',
      lead: 'Зоя Ґалаґан',
      partners: '王小明; Nguyễn Thị Hạnh',
      dueOn: '2026-11-22',
      costClass: 'haushalt',
      resolvedOn: '2026-10-01',
      resolutionNumber: '2026/114',
      effort: 'halbe Stelle',
      note: 'Zeile 1\nZeile 2',
    })
    const id = await add(scene.otto, scene.workspaceId, fields)
    const { measure, history } = await read(id)
    expect(measure).toMatchObject({
      ...fields,
      id,
      version: 1,
      factorName: 'Treffpunkt',
      levelId: 'vor-ort',
      overdue: true,
      round: null,
      contentMeasureId: '',
    })
    expect(history).toMatchObject([{ version: 1, kind: 'created', actor: 'Otto', at: now }])
  })

  test('belongs to a factor that there is', async () => {
    await expect(add(scene.otto, scene.workspaceId, { factorId: 'hafen' })).rejects.toEqual(refused('unknown-option'))
    const id = await add(scene.otto, scene.workspaceId)
    await expect(edit(scene.otto, scene.workspaceId, id, { factorId: 'hafen' })).rejects.toEqual(refused('unknown-option'))
  })

  test('of a factor of the Quartier belongs to that of the latest round', async () => {
    await scene.claim()
    const id = await add(scene.otto, scene.workspaceId)
    expect((await read(id)).measure.place).toBe('Nord')
    await edit(scene.otto, scene.workspaceId, id, { factorId: 'rueckhalt' })
    expect((await read(id)).measure.place).toBe('')
  })

  test('is made once by a form that is sent twice; what was changed in between is saved', async () => {
    const given = { id: newId(), fields: measureFields(), origin: null }
    await Promise.all([1, 2].map(() => createMeasure(scene.otto, scene.workspaceId, given, now)))
    await createMeasure(scene.otto, scene.workspaceId, { ...given, fields: measureFields({ note: 'mehr' }) }, now)
    const all = await listMeasures(scene.ida, scene.workspaceId, now)
    expect(all.map(({ note, version }) => [note, version])).toEqual([['mehr', 2]])
  })
})

describe('a measure from a recommendation', () => {
  const origin = () => ({ roundId: scene.id, measureId: 'treffpunkt-beginnen' })

  test('begins with what the recommendation says and knows its round', async () => {
    await scene.claim()
    const { fields, roundName, existing } = await prefillMeasure(scene.otto, scene.workspaceId, origin(), now)
    expect([roundName, existing, fields.status]).toEqual(['2026', [], 'geplant'])
    expect(fields).toMatchObject({
      factorId: 'treffpunkt',
      costClass: expect.stringMatching(/./),
      effort: expect.stringMatching(/./),
    })
    const id = await add(scene.otto, scene.workspaceId, { ...fields, factorId: 'rueckhalt' }, { origin: origin() })
    const { measure } = await read(id)
    expect(measure).toMatchObject({ ...fields, contentMeasureId: 'treffpunkt-beginnen', round: { id: scene.id }, place: 'Nord' })
    await edit(scene.otto, scene.workspaceId, id, { factorId: 'rueckhalt' })
    expect((await read(id)).measure.factorId).toBe('treffpunkt')
    const again = await prefillMeasure(scene.otto, scene.workspaceId, origin(), now)
    expect(again.existing.map((one) => one.id)).toEqual([id])
  })

  test('counts as taken over in the open round; a decision that was taken stays', async () => {
    await scene.claim()
    const decision = { decision: 'spaeter' as const, reason: '' }
    await decideMeasure(scene.otto, scene.id, 'rueckhalt-beginnen', decision, now)
    await add(scene.otto, scene.workspaceId, {}, { origin: origin() })
    await add(scene.otto, scene.workspaceId, {}, { origin: { ...origin(), measureId: 'rueckhalt-beginnen' } })
    const { decisions } = await readAssessment(scene.ida, scene.id, now)
    expect(decisions).toMatchObject({
      'treffpunkt-beginnen': { decision: 'uebernehmen' },
      'rueckhalt-beginnen': { decision: 'spaeter' },
    })
  })

  test('can be taken from a closed round, which stays as it is', async () => {
    await scene.claim()
    await closeRound(scene.erika, scene.id, now)
    const id = await add(scene.otto, scene.workspaceId, {}, { origin: origin() })
    expect((await read(id)).measure.round?.name).toBe('2026')
    expect((await readAssessment(scene.ida, scene.id, now)).decisions).toEqual({})
  })

  test('of an absent round, of one that is not in the workspace, or of no recommendation is not found', async () => {
    for (const wrong of [{ ...origin(), roundId: newId() }, origin()]) {
      await expect(prefillMeasure(scene.otto, scene.workspaceId, wrong, now)).rejects.toEqual(refused('not-found'))
      await expect(add(scene.otto, scene.workspaceId, {}, { origin: wrong })).rejects.toEqual(refused('not-found'))
    }
    await scene.claim()
    await expect(add(scene.otto, scene.workspaceId, {}, { origin: { ...origin(), measureId: 'nichts' } })).rejects.toEqual(
      refused('not-found'),
    )
  })

  test('outlives its round', async () => {
    await scene.claim()
    const id = await add(scene.otto, scene.workspaceId, {}, { origin: origin() })
    const { client } = await openDatabase()
    await client.assessment.delete({ where: { id: scene.id } })
    expect((await read(id)).measure).toMatchObject({ round: null, factorName: 'Treffpunkt' })
  })
})

describe('a change', () => {
  let id: string
  beforeEach(async () => {
    id = await add(scene.otto, scene.workspaceId)
  })

  test('is kept in the history with who made it; changing nothing is none', async () => {
    await edit(scene.erika, scene.workspaceId, id, { status: 'laeuft', lead: 'Bauamt' }, later(days(1)))
    expect(await edit(scene.erika, scene.workspaceId, id, {})).toBe(2)
    expect((await read(id)).history).toMatchObject([
      {
        version: 2,
        actor: 'Erika',
        at: later(days(1)),
        differences: [
          { field: 'lead', before: 'Jugendamt', after: 'Bauamt' },
          { field: 'status', before: 'geplant', after: 'laeuft' },
        ],
      },
      { version: 1, actor: 'Otto' },
    ])
  })

  test('stays when the person is deleted, without the name', async () => {
    await edit(scene.erika, scene.workspaceId, id, { note: 'x' })
    const { client } = await openDatabase()
    await client.user.delete({ where: { id: scene.otto.userId } })
    expect((await read(id)).history.map(({ actor }) => actor)).toEqual(['Erika', null])
  })

  test('with a version that never was is refused', async () => {
    for (const version of [0, 2]) {
      await expect(
        changeMeasure(scene.otto, scene.workspaceId, id, { fields: measureFields({ note: 'x' }), version }, now),
      ).rejects.toEqual(refused('wrong-version'))
    }
  })

  describe('of two people at once', () => {
    const mine = { fields: measureFields({ title: 'Meins', note: 'von Otto' }), version: 1 }
    const save = (extra: object = {}) => changeMeasure(scene.otto, scene.workspaceId, id, { ...mine, ...extra }, later(1))

    test('of different fields keeps both', async () => {
      await edit(scene.erika, scene.workspaceId, id, { lead: 'Bauamt' })
      await save()
      expect((await read(id)).measure).toMatchObject({ title: 'Meins', note: 'von Otto', lead: 'Bauamt', version: 3 })
    })

    test('of the same field saves nothing of the later one and shows both', async () => {
      await edit(scene.erika, scene.workspaceId, id, { title: 'Ihres' })
      await expect(save()).rejects.toMatchObject({ code: 'conflict', fields: [{ field: 'title', code: 'conflict' }] })
      expect((await read(id)).measure).toMatchObject({ title: 'Ihres', note: '', version: 2 })
      const conflict = await readConflict(scene.otto, scene.workspaceId, id, mine, now)
      expect(conflict).toMatchObject({ fields: ['title'], stored: { title: 'Ihres', version: 2 }, mine: mine.fields })
    })

    test('choosing the own version leaves the other in the history', async () => {
      await edit(scene.erika, scene.workspaceId, id, { title: 'Ihres' })
      await save({ version: 2 })
      const { measure, history } = await read(id)
      expect(measure).toMatchObject({ title: 'Meins', note: 'von Otto' })
      expect(history[0]).toMatchObject({ actor: 'Otto', setAside: [] })
      expect(history[0]!.differences).toContainEqual({ field: 'title', before: 'Ihres', after: 'Meins' })
    })

    test('choosing the stored version leaves the own in the history and saves the rest', async () => {
      await edit(scene.erika, scene.workspaceId, id, { title: 'Ihres' })
      await save({ version: 2, keep: ['title'] })
      const { measure, history } = await read(id)
      expect(measure).toMatchObject({ title: 'Ihres', note: 'von Otto', version: 3 })
      expect(history[0]).toMatchObject({
        kind: 'changed',
        differences: [{ field: 'note', before: '', after: 'von Otto' }],
        setAside: [{ field: 'title', before: 'Ihres', after: 'Meins' }],
      })
    })

    test('sent at the same moment, exactly one is told', async () => {
      const attempts = ['A', 'B', 'C'].map((title) =>
        changeMeasure(scene.otto, scene.workspaceId, id, { fields: measureFields({ title }), version: 1 }, now),
      )
      const results = await Promise.allSettled(attempts)
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect((await read(id)).measure.version).toBe(2)
    })
  })
})
