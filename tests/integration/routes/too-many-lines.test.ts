import { expect, test } from '@jest/globals'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { byKey } from '@/lib/accounts/actor'
import { limits } from '@/lib/assessments/limits'
import { readAssessment, takeRejectedInput } from '@/lib/assessments/service'
import { Browser } from '../setup/browser'
import { begin, useInstallation } from '../setup/installation'

useInstallation()
const question = 'rueckhalt-struktur'
const field = `q.${question}.comment`

test('a comment of too many lines is refused like one of too many characters, and shown again', async () => {
  const own = await begin()
  const browser = new Browser()
  browser.cookie = `dec-key=${own.key}`
  const lines = '\n'.repeat(limits.commentLines)
  const form = { factor: 'rueckhalt', formId: 'f', [`q.${question}.choice`]: '2', [field]: lines, [`q.${question}.version`]: '0' }
  await browser.form(answers, { id: own.id }, form)
  const kept = await takeRejectedInput(own.key, `answers:${own.id}:rueckhalt`, new Date())
  expect(kept?.errors).toEqual([{ field, code: 'too-many-lines', values: { limit: limits.commentLines } }])
  expect(kept?.payload[field]).toBe(lines)
  expect((await readAssessment(byKey(own.key), own.id, new Date())).answers).toEqual({})

  const one = { choice: '2', comment: `${lines}\u2028`, clarifyWith: '', version: 0 }
  const answer = await browser.json(answers, { id: own.id }, { factor: 'rueckhalt', formId: 'f', answers: { [question]: one } })
  expect(answer.status).toBe(422)
  expect((await answer.json()).error.fields[0].message).toContain(`höchstens ${limits.commentLines} Zeilen`)
})
