/** What the operator is told: each action writes exactly its line, and none of what was typed is in any of them. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { POST as resume } from '@/app/api/resume/route'
import { forgetAttempts } from '@/lib/accounts/password-attempts'
import { resetSettings } from '@/lib/env'
import { newPrintedCode } from '@/lib/printed-code'
import { securityEvents } from '@/lib/security-log'
import { useStoppedClock } from '../setup/forward-clock'
import { useInstallation } from '../setup/installation'
import { password } from './people'
import { cases } from './security-cases'
import { buildScene, erika, fresh, lines, scene, wrong } from './security-scene'

useInstallation()
useStoppedClock()

beforeEach(async () => {
  process.env.TRUSTED_PROXIES = '1'
  resetSettings()
  forgetAttempts({ email: erika })
  await buildScene()
  jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => {
  delete process.env.TRUSTED_PROXIES
  jest.restoreAllMocks()
  lines.length = 0
})

/** Only what a test cannot know beforehand is put in general terms. */
function readLines(expected: readonly string[]): string[] {
  return lines.map((line, index) => {
    const [, event = ''] = /^sicherheit \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (.*)$/.exec(line) ?? []
    const pattern = expected[index] ?? ''
    return event
      .replace(/account=[\w-]{12}(?= |$)/, 'account=<hash>')
      .replace(/person=[\w-]{22}/, (one) => (pattern.includes('person=<id>') ? 'person=<id>' : one))
      .replace(/workspace=[\w-]{22}/, (one) => (pattern.includes('workspace=<id>') ? 'workspace=<id>' : one))
  })
}

describe('the operator is told', () => {
  test.each(Object.keys(cases))('%s', async (name) => {
    const { does, tells } = cases[name]!
    await does()
    expect(readLines(tells())).toEqual(tells())
    const typed = [
      ...[erika, 'musterstadt', 'Erika', 'Ida', 'Otto', 'ida@', 'otto@', 'niemand@', 'Zweitstadt', 'Runde 2026', 'Vertraulich'],
      ...[password, fresh, wrong, 'Brücke', 'falsch', scene.check, scene.closed],
      ...[...scene.own.jar.values(), ...scene.reader.jar.values(), ...scene.stranger.jar.values()].filter((one) => one !== ''),
    ]
    // Random ids may hold any letters.
    const told = lines.join('\n').replace(/ (?:person|about|workspace)=[\w-]{22}(?![\w-])| account=[\w-]{12}(?![\w-])/g, '')
    for (const secret of typed) expect(told.toLowerCase()).not.toContain(secret.toLowerCase())
    expect(told).not.toMatch(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-/)
  })

  test('every event of the list, but those of other tests', () => {
    const tested = new Set(Object.values(cases).flatMap(({ tells }) => tells().map((line) => line.split(' ')[0])))
    const elsewhere = ['codes-slowed', 'budget-spent', 'left-out']
    expect(securityEvents.filter((event) => !tested.has(event))).toEqual(elsewhere)
  })
})

test('the same address that was typed is the same word each time, another one another, however it is written', async () => {
  for (const email of [erika, 'ERIKA@musterstadt.de', 'niemand@musterstadt.de']) await scene.stranger.tries(wrong, email)
  const [first, second, third] = lines.map((line) => /account=(\S+)/.exec(line)![1])
  expect(first).toBe(second)
  expect(third).not.toBe(first)
})

test('too many wrong codes', async () => {
  for (let n = 0; n < 32; n += 1) await scene.stranger.send(resume, { code: newPrintedCode('resume') })
  expect(readLines([]).filter((line) => line === 'codes-slowed address=192.0.2.3').length).toBeGreaterThan(0)
})
