import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { readCoatOfArms, saveCoatOfArms } from '@/lib/assessments/coat-of-arms-service'
import { savePlace } from '@/lib/assessments/service'
import { exportState, importState } from '@/lib/assessments/state-service'
import { cleanPicture } from '@/lib/pictures/clean-picture'
import { pictureLimits } from '@/lib/pictures/limits'
import { closeRound } from '@/lib/rounds/service'
import { picture } from '../../factories/png'
import { useScene } from '../rounds/claimed-check'
import { now, useInstallation } from '../setup/installation'
import { usePictureWorker } from '../setup/picture-worker'

useInstallation()
usePictureWorker()
const scene = useScene()
const folder = mkdtempSync('build/test-')
afterAll(() => rmSync(folder, { recursive: true }))
const good = picture(5, 5)
/** Who may have every turn. */
const anybody = { id: 'anybody', member: true, most: pictureLimits.running + pictureLimits.waiting }

/** Takes the turns of all pictures for a while: whatever comes now waits. */
function holdTurns(): Promise<unknown> {
  const script = `${folder}/waits.mjs`
  writeFileSync(script, 'setTimeout(() => {}, 60_000)')
  const held = Array.from({ length: pictureLimits.running }, () =>
    cleanPicture(good, anybody, pictureLimits.file, { time: 2_000, memory: pictureLimits.memory, script }),
  )
  return Promise.allSettled(held)
}

function watch<T>(promise: Promise<T>) {
  const state = { over: false }
  const noted = promise.finally(() => (state.over = true))
  noted.catch(() => {})
  return { state, noted }
}

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => {})
})

describe('while a picture is looked at', () => {
  test('everybody else goes on saving, and so does a file that is loaded', async () => {
    const file = { ...(await exportState(byKey(scene.key), scene.id, now)), coatOfArms: good.toString('base64') }
    const held = holdTurns()
    const saving = watch(saveCoatOfArms(byKey(scene.key), scene.id, good, now))
    const loading = watch(importState(Buffer.from(JSON.stringify(file)), null, now))
    await savePlace(byKey(scene.key), scene.id, 'Süd', now)
    await scene.save(byKey(scene.key), '1', 1)
    expect([saving.state.over, loading.state.over]).toEqual([false, false])
    await held
    await saving.noted
    const { id, newKey } = await loading.noted
    const stored = await readCoatOfArms(byKey(scene.key), scene.id, now)
    expect(stored).not.toBeNull()
    expect(await readCoatOfArms(byKey(newKey), id, now)).toEqual(stored)
  }, 60_000)

  test('the round may be closed: it is not stored any more', async () => {
    await scene.claim()
    const held = holdTurns()
    const saving = watch(saveCoatOfArms(scene.otto, scene.id, good, now))
    await closeRound(scene.erika, scene.id, now)
    expect(saving.state.over).toBe(false)
    await held
    await expect(saving.noted).rejects.toMatchObject({ code: 'round-closed' })
    expect(await readCoatOfArms(scene.ida, scene.id, now)).toBeNull()
  }, 60_000)
})

test('nobody makes this server look at a picture without a check of their own', async () => {
  const strangers = [byKey(null), byKey('x'.repeat(43))]
  for (const actor of strangers) {
    await expect(saveCoatOfArms(actor, scene.id, Buffer.from('kein Bild'), now)).rejects.toMatchObject({ code: 'not-found' })
  }
  await scene.claim()
  await expect(saveCoatOfArms(scene.ida, scene.id, Buffer.from('kein Bild'), now)).rejects.toMatchObject({ code: 'forbidden' })
})

test('too many pictures at once: a file that is loaded says so, and nothing of it is stored', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {})
  const file = { ...(await exportState(byKey(scene.key), scene.id, now)), coatOfArms: good.toString('base64') }
  const held = holdTurns()
  const waiting = Array.from({ length: pictureLimits.waiting }, () => cleanPicture(good, anybody))
  await expect(importState(Buffer.from(JSON.stringify(file)), null, now)).rejects.toMatchObject({ code: 'image-busy' })
  await Promise.all([held, ...waiting])
}, 60_000)
