import { expect, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { readInvitation } from '@/lib/accounts/invitation-service'
import { newPrintedCode } from '@/lib/printed-code'
import { later, now, useInstallation } from '../setup/installation'

useInstallation()

const guess = (at: Date) =>
  readInvitation(newPrintedCode('invitation'), byKey(null), at).then(
    () => 'opened',
    ({ code }: { code: string }) => code,
  )

test('thirty guesses are answered, then none for a while; typing errors do not count', async () => {
  for (let n = 0; n < 40; n += 1)
    await expect(readInvitation('KAPUTT', byKey(null), now)).rejects.toMatchObject({ code: 'bad-invitation' })
  const answers: string[] = []
  for (let n = 0; n < 31; n += 1) answers.push(await guess(now))
  expect(answers.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 'bad-invitation'))
  expect(answers[30]).toBe('throttled')
  expect(await guess(later(10 * 60_000))).toBe('bad-invitation')
})
