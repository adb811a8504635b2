import { beforeEach, describe, expect, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { newId } from '@/lib/assessments/secret'
import { startAssessment } from '@/lib/assessments/service'
import { answerForRound, askedMeasures } from '@/lib/measures/round-service'
import { readMeasure } from '@/lib/measures/service'
import { claimAssessment, closeRound } from '@/lib/rounds/service'
import { naming, useScene } from '../rounds/claimed-check'
import { days, later, useInstallation } from '../setup/installation'
import { add, edit } from './plan'

useInstallation()
const scene = useScene()
const refused = (code: string) => expect.objectContaining({ code })
const nextYear = later(days(365))
let nextId: string
let measure: string

beforeEach(async () => {
  await scene.claim()
  measure = await add(scene.otto, scene.workspaceId, { title: 'alt', note: 'Ortstermin' }, { at: later(1) })
  const { id, newKey } = await startAssessment({ key: null, mode: 'voll', now: nextYear })
  await claimAssessment(
    { ...byKey(newKey), userId: scene.erika.userId },
    id,
    scene.workspaceId,
    { ...naming, name: '2027' },
    nextYear,
  )
  nextId = id
})

const asked = async (roundId: string) => {
  const { measures } = await askedMeasures(scene.ida, scene.workspaceId, roundId, nextYear)
  return measures.map(({ title }) => title)
}
const answer = (given: object = {}) =>
  answerForRound(
    scene.otto,
    scene.workspaceId,
    { measure, runde: nextId, status: 'laeuft', reason: '', note: 'Ortstermin', version: 1, ...given },
    nextYear,
  )
const read = () => readMeasure(scene.ida, scene.workspaceId, measure, nextYear)

describe('the next round', () => {
  test('asks for each open measure from before it, until somebody answers', async () => {
    const origin = { roundId: nextId, measureId: 'treffpunkt-beginnen' }
    await add(scene.otto, scene.workspaceId, { title: 'of this round' }, { origin })
    await add(scene.otto, scene.workspaceId, { title: 'since it began' }, { at: later(days(366)) })
    await add(scene.otto, scene.workspaceId, { title: 'done', status: 'erledigt' })
    await add(scene.otto, scene.workspaceId, { title: 'dropped', status: 'verworfen', reason: 'x' })
    expect(await asked(nextId)).toEqual(['alt'])
    await edit(scene.otto, scene.workspaceId, measure, { title: 'alt, genauer' }, later(days(370)))
    expect(await asked(nextId)).toEqual(['alt, genauer'])
    await answer({ version: 2 })
    expect(await asked(nextId)).toEqual([])
    expect((await read()).measure).toMatchObject({ title: 'alt, genauer', status: 'laeuft' })
  })

  test('does not ask in the first round, where nothing is older', async () => {
    expect(await asked(scene.id)).toEqual([])
  })

  test('takes „as before“ for an answer and notes it', async () => {
    await answer({ status: 'geplant' })
    expect(await asked(nextId)).toEqual([])
    const { measure: now, history } = await read()
    expect(now).toMatchObject({ status: 'geplant', version: 2 })
    expect(history[0]).toMatchObject({ kind: 'confirmed', actor: 'Otto', at: nextYear })
  })

  test('keeps what somebody else changed in other fields, and shows it where it is the same', async () => {
    await edit(scene.erika, scene.workspaceId, measure, { lead: 'Bauamt' })
    await answer()
    expect((await read()).measure).toMatchObject({ lead: 'Bauamt', status: 'laeuft' })
    await expect(answer({ status: 'erledigt' })).rejects.toMatchObject({ code: 'conflict', fields: [{ field: 'status' }] })
  })

  test('asks nothing once it is closed', async () => {
    await closeRound(scene.erika, nextId, nextYear)
    expect(await asked(nextId)).toEqual([])
    await expect(answer()).rejects.toEqual(refused('round-closed'))
  })

  test('is answered by those who may change measures, of the same workspace only', async () => {
    const given = { measure, runde: nextId, status: 'laeuft' as const, reason: '', note: '', version: 1 }
    await expect(answerForRound(scene.ida, scene.workspaceId, given, nextYear)).rejects.toEqual(refused('forbidden'))
    await expect(answer({ measure: newId() })).rejects.toEqual(refused('not-found'))
    await expect(answer({ runde: newId() })).rejects.toEqual(refused('not-found'))
    await expect(answer({ version: 7 })).rejects.toEqual(refused('wrong-version'))
    await expect(askedMeasures(scene.ida, scene.workspaceId, newId(), nextYear)).rejects.toEqual(refused('not-found'))
  })
})
