/** Starts with a wrong clock: nothing is deleted for good, and what was written with a wrong time is put right. */
import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { checkClock } from '@/lib/assessments/clock-service'
import * as service from '@/lib/assessments/service'
import { closeDatabase, openDatabase } from '@/lib/db'
import { startUp } from '@/lib/start-up'
import { begin, days, later, now, useInstallation } from '../setup/installation'

useInstallation()
const told: string[] = []
beforeEach(() => {
  told.length = 0
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'setTimeout', 'queueMicrotask', 'performance'], now })
  jest.spyOn(console, 'warn').mockImplementation((line: string) => void told.push(line))
})

async function startAt(time: Date): Promise<string> {
  await closeDatabase()
  jest.setSystemTime(time)
  told.length = 0
  await startUp()
  return told.filter((line) => /Uhr|gelöscht/.test(line)).join('\n')
}
const count = async () => (await openDatabase()).client.assessment.count()

async function fill() {
  const owns = [await begin(), await begin()]
  await service.keepRejectedInput(owns[0]!.key, 'resume', { payload: { code: 'getippt' }, errors: [] }, now)
  const [own] = owns
  return own!
}

describe('a start three years ahead', () => {
  test('deletes nothing, says why, and leaves everything as it was once the clock is right', async () => {
    await startAt(now)
    const own = await fill()
    expect(await startAt(later(days(1130)))).toContain('Es wird nichts gelöscht, bis sie einen Tag lang dabei bleibt')
    expect(await count()).toBe(2)
    expect(await startAt(later(days(0.1)))).toContain('geht wieder wie erwartet')
    expect(await count()).toBe(2)
    expect((await service.takeRejectedInput(own.key, 'resume', later(days(0.1))))?.payload).toEqual({ code: 'getippt' })
  })

  test('is believed after a day, also if the server is started anew in between', async () => {
    await startAt(now)
    await fill()
    for (const time of [1130, 1130.5, 1130.9]) {
      await startAt(later(days(time)))
      expect(await count()).toBe(2)
    }
    const said = await startAt(later(days(1131.1)))
    expect(said).toContain('dabei geblieben')
    expect(said).toContain('2 Checks wurden')
    expect(await count()).toBe(0)
  })

  test('takes nobody’s key: it opens what it opened, and is not replaced by one that opens nothing', async () => {
    await startAt(now)
    const own = await fill()
    await checkClock(now)
    await checkClock(later(days(1130)))
    const kept = await service.keepRejectedInput(own.key, 'place', { payload: { name: 'x' }, errors: [] }, later(days(1130)))
    expect(kept.newKey).toBeNull()
    expect((await service.readAssessment(byKey(own.key), own.id, later(days(1130)))).id).toBe(own.id)
    // A key that was over before the jump stays so.
    await checkClock(later(days(0.1)))
    await expect(service.readAssessment(byKey(own.key), own.id, later(days(1130 + 401)))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('what was used then is not kept three years longer', async () => {
    await startAt(now)
    const own = await begin()
    await service.readAssessment(byKey(own.key), own.id, later(days(300)))
    const { client } = await openDatabase()
    await client.assessment.update({ where: { id: own.id }, data: { lastSeenAt: later(days(1130)) } })
    await client.accessKey.updateMany({ data: { expiresAt: later(days(1530)) } })
    await startAt(later(days(1)))
    const after = (await openDatabase()).client
    expect((await after.assessment.findFirst())?.lastSeenAt).toEqual(later(days(1)))
    expect((await after.accessKey.findFirst())?.expiresAt).toEqual(later(days(401)))
  })
})

test('a server that stood still for 70 days deletes nothing for another day', async () => {
  await startAt(now)
  const own = await begin()
  const { client } = await openDatabase()
  await client.assessment.update({ where: { id: own.id }, data: { lastSeenAt: later(-days(1060)) } })
  expect(await startAt(later(days(70)))).toContain('Stand der Server so lange still, müssen Sie nichts tun')
  expect(await count()).toBe(1)
  await startAt(later(days(71)))
  expect(await count()).toBe(0)
})

test('a check that began while the clock was years slow is not deleted when the clock is right again', async () => {
  await startAt(now)
  expect(await startAt(later(-days(2000)))).toContain('geht nach')
  const slow = later(-days(1999.99))
  const { id, newKey } = await service.startAssessment({ key: null, mode: 'voll', now: slow })
  await startAt(later(days(0.1)))
  await startAt(later(days(2)))
  expect((await service.readAssessment(byKey(newKey), id, later(days(2)))).id).toBe(id)
})
