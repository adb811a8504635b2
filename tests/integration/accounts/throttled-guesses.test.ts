import { expect, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { readInvitation } from '@/lib/accounts/invitation-service'
import { newPrintedCode } from '@/lib/printed-code'
import { goForward, useStoppedClock } from '../setup/forward-clock'
import { days, later, now, useInstallation } from '../setup/installation'

useInstallation()
useStoppedClock()

const guess = (at: Date = now) =>
  readInvitation(newPrintedCode('invitation'), byKey(null), at).then(
    () => 'opened',
    ({ code }: { code: string }) => code,
  )

test('thirty guesses are answered, then none for a while; typing errors do not count', async () => {
  for (let n = 0; n < 40; n += 1)
    await expect(readInvitation('KAPUTT', byKey(null), now)).rejects.toMatchObject({ code: 'bad-invitation' })
  const answers: string[] = []
  for (let n = 0; n < 31; n += 1) answers.push(await guess())
  expect(answers.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'bad-invitation'))
  expect(answers[30]).toBe('throttled')
  // What the time of day is set to does not matter.
  for (const at of [later(days(2)), later(days(-2))]) expect(await guess(at)).toBe('throttled')
  goForward(10 * 60_000)
  expect(await guess()).toBe('bad-invitation')
})
