import { expect, test } from '@jest/globals'
import { POST as start } from '@/app/api/assessments/route'
import { POST as resume } from '@/app/api/resume/route'
import { takeRejectedInput } from '@/lib/assessments/service'
import { newPrintedCode } from '@/lib/printed-code'
import { Browser } from '../setup/browser'
import { useInstallation } from '../setup/installation'

useInstallation()

test('who guesses codes is told so in words, with its status, and may start a check all the same', async () => {
  const guesser = new Browser()
  const statuses: number[] = []
  for (let n = 0; n < 31; n += 1) statuses.push((await guesser.json(resume, {}, { code: newPrintedCode('resume') })).status)
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(404))
  expect(statuses[30]).toBe(429)

  const told = await guesser.json(resume, {}, { code: newPrintedCode('resume') })
  const { error } = await told.json()
  expect(error.code).toBe('throttled')
  expect(error.fields[0].message).toMatch(/^Es gab zu viele falsche Eingaben\. Bitte warten Sie/)

  const page = await guesser.form(resume, {}, { code: newPrintedCode('resume') })
  expect([page.status, page.headers.get('location')]).toEqual([303, '/fortsetzen?fehler=1'])
  expect((await takeRejectedInput(guesser.key, 'resume', new Date()))?.errors[0]?.code).toBe('throttled')
  expect((await guesser.form(start, {}, { mode: 'voll' })).headers.get('location')).toMatch(/^\/check\//)
})
