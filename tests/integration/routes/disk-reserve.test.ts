/** DISK_RESERVE_MB: room on the disk that nobody without an account takes. */
import { afterEach, expect, jest, test } from '@jest/globals'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { GET as state } from '@/app/api/assessments/[id]/state/route'
import { POST as start } from '@/app/api/assessments/route'
import { POST as importFile } from '@/app/api/import/route'
import { resetSettings } from '@/lib/env'
import { Browser } from '../setup/browser'
import { useInstallation } from '../setup/installation'

useInstallation()

function reserve(megabytes: string) {
  process.env.DISK_RESERVE_MB = megabytes
  resetSettings()
}
afterEach(() => {
  delete process.env.DISK_RESERVE_MB
  jest.restoreAllMocks()
})

const begin = async (browser: Browser) => await browser.form(start, {}, { mode: 'voll' })
const sentTo = (answer: Response) => [answer.status, answer.headers.get('location')]

test('below the reserve nothing begins without an account, what has begun is saved, and the operator is told once', async () => {
  const told = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
  const browser = new Browser()
  const id = (await begin(browser)).headers.get('location')!.split('/')[2]!
  const file: unknown = await (await browser.get(state, { id })).json()

  reserve('10000000')
  expect(sentTo(await begin(new Browser()))).toEqual([303, '/fehler/disk-full'])
  expect((await browser.json(importFile, {}, file)).status).toBe(507)
  const answer = { choice: '2', comment: '', clarifyWith: '', version: 0 }
  const saved = await browser.json(
    answers,
    { id },
    { factor: 'rueckhalt', formId: 'a', answers: { 'rueckhalt-struktur': answer } },
  )
  expect([saved.status, (await saved.json()).versions]).toEqual([200, { 'rueckhalt-struktur': 1 }])
  expect(told.mock.calls.flat().filter((line) => String(line).includes('weniger als 10000000 MB frei'))).toHaveLength(1)

  reserve('0')
  expect(sentTo(await begin(new Browser()))).toEqual([303, expect.stringMatching(/^\/check\//)])
  reserve('10000000')
  await begin(new Browser())
  expect(told.mock.calls.flat().filter((line) => String(line).includes('MB frei'))).toHaveLength(2)
})
