import { describe, expect, test } from '@jest/globals'
import { removeMember } from '@/lib/accounts/member-service'
import { createWorkspace, storeMembership } from '@/lib/accounts/repository'
import { newId } from '@/lib/assessments/secret'
import { decideMeasure } from '@/lib/assessments/service'
import { openDatabase } from '@/lib/db'
import { createMeasure } from '@/lib/measures/create-service'
import { listNotPlanned } from '@/lib/measures/round-service'
import { changeMeasure, listMeasures, measuresDoneBetween, readConflict, readMeasure } from '@/lib/measures/service'
import { closeRound } from '@/lib/rounds/service'
import { measureFields } from '../../factories/measure'
import { useScene } from '../rounds/claimed-check'
import { days, later, now, useInstallation } from '../setup/installation'
import { add, edit } from './plan'

useInstallation()
const scene = useScene()
const refused = (code: string) => expect.objectContaining({ code })
const read = (id: string) => readMeasure(scene.ida, scene.workspaceId, id, now)

describe('who may do what', () => {
  test('who reads sees everything and changes nothing', async () => {
    const id = await add(scene.otto, scene.workspaceId)
    expect(await listMeasures(scene.ida, scene.workspaceId, now)).toHaveLength(1)
    await expect(add(scene.ida, scene.workspaceId)).rejects.toEqual(refused('forbidden'))
    await expect(edit(scene.ida, scene.workspaceId, id, { title: 'x' })).rejects.toEqual(refused('forbidden'))
    expect((await read(id)).measure.version).toBe(1)
  })

  test('a removed member is refused with the session still open', async () => {
    const id = await add(scene.otto, scene.workspaceId)
    await removeMember(scene.erika, scene.workspaceId, scene.otto.userId, now)
    await expect(listMeasures(scene.otto, scene.workspaceId, now)).rejects.toEqual(refused('not-found'))
    await expect(edit(scene.otto, scene.workspaceId, id, { title: 'x' })).rejects.toEqual(refused('not-found'))
  })

  test('a foreign and an absent id are the same', async () => {
    const id = await add(scene.otto, scene.workspaceId)
    const { client } = await openDatabase()
    const other = await createWorkspace(client, 'Anderstadt', now)
    await storeMembership(client, { workspaceId: other, userId: scene.otto.userId }, 'koordination', now)
    const fields = measureFields({ title: 'fremd' })
    const attempts = (workspaceId: string, measureId: string) => [
      () => readMeasure(scene.otto, workspaceId, measureId, now),
      () => changeMeasure(scene.otto, workspaceId, measureId, { fields, version: 1 }, now),
      () => readConflict(scene.otto, workspaceId, measureId, { fields, version: 1 }, now),
    ]
    for (const attempt of [...attempts(other, id), ...attempts(other, newId()), ...attempts(newId(), id)]) {
      await expect(attempt()).rejects.toEqual(refused('not-found'))
    }
    await expect(createMeasure(scene.otto, other, { id, fields, origin: null }, now)).rejects.toEqual(refused('not-found'))
    expect((await read(id)).measure.title).toBe(measureFields().title)
    expect(await listMeasures(scene.otto, other, now)).toEqual([])
  })
})

describe('what rounds are told', () => {
  test('which measures became done between two days', async () => {
    const ids = await Promise.all(['a', 'b', 'c'].map((title) => add(scene.otto, scene.workspaceId, { title })))
    await edit(scene.otto, scene.workspaceId, ids[0]!, { status: 'erledigt' }, later(days(10)))
    await edit(scene.otto, scene.workspaceId, ids[0]!, { note: 'später ergänzt' }, later(days(40)))
    await edit(scene.otto, scene.workspaceId, ids[1]!, { status: 'erledigt' }, later(days(20)))
    await edit(scene.otto, scene.workspaceId, ids[1]!, { status: 'laeuft' }, later(days(21)))
    const between = (from: string, to: string) => measuresDoneBetween(scene.ida, scene.workspaceId, { from, to })
    expect(await between('2026-12-03', '2026-12-31')).toEqual([{ title: 'a', factorId: 'treffpunkt', doneOn: '2026-12-03' }])
    expect(await between('2026-12-04', '2026-12-31')).toEqual([])
    expect(await between('2026-01-01', '2026-12-02')).toEqual([])
    await expect(measuresDoneBetween(scene.otto, newId(), { from: '', to: '' })).rejects.toEqual(refused('not-found'))
  })

  test('what is not planned stays, with its reason', async () => {
    await scene.claim()
    const decision = { decision: 'nicht-vorgesehen' as const, reason: 'Das leistet der Kreis.' }
    await decideMeasure(scene.otto, scene.id, 'treffpunkt-beginnen', decision, now)
    await closeRound(scene.erika, scene.id, now)
    expect(await listNotPlanned(scene.ida, scene.workspaceId)).toEqual([
      {
        roundId: scene.id,
        roundName: '2026',
        measureId: 'treffpunkt-beginnen',
        title: expect.not.stringContaining('treffpunkt-beginnen'),
        reason: 'Das leistet der Kreis.',
        at: now,
      },
    ])
    await expect(listNotPlanned(scene.ida, newId())).rejects.toEqual(refused('not-found'))
  })
})
