/** What one visitor, and all together, may ask for; and that a town hall full of people is not in its way. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { POST as start } from '@/app/api/assessments/route'
import { GET as state } from '@/app/api/assessments/[id]/state/route'
import { POST as importFile } from '@/app/api/import/route'
import { POST as session } from '@/app/api/session/route'
import { sessionCookie } from '@/lib/accounts/session-cookie'
import { signIn } from '@/lib/accounts/session-service'
import { takeRejectedInput } from '@/lib/assessments/service'
import { budgetLimits, type BudgetName } from '@/lib/budgets/limits'
import { trySpend } from '@/lib/budgets/spend'
import { openDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { firstWorkspace, person } from '../accounts/people'
import { Browser } from '../setup/browser'
import { useInstallation } from '../setup/installation'

useInstallation()
beforeEach(() => {
  process.env.TRUSTED_PROXIES = '1'
  resetSettings()
})
afterEach(() => {
  delete process.env.TRUSTED_PROXIES
})

const townHall = '192.0.2.7'
const from = (address: string) => ({ 'x-forwarded-for': address })
/** Uses up what an address has, but for so many. */
const useUp = (name: BudgetName, address: string, left = 0) =>
  trySpend(name, { address, userId: null }, budgetLimits[name].each - left)
const checks = async () => (await openDatabase()).client.assessment.count()

describe('beginning a check', () => {
  test('sixty people behind one address begin sixty checks, with forms that are refused in between', async () => {
    for (let index = 0; index < 60; index += 1) {
      const browser = new Browser()
      await browser.form(session, {}, { email: 'niemand', password: '' }, from(townHall))
      const begun = await browser.form(start, {}, { mode: 'voll' }, from(townHall))
      expect(begun.headers.get('location')).toMatch(/^\/check\//)
    }
    expect(await checks()).toBe(60)
  })

  test('beyond the budget of an address it is refused with when to try again; others begin theirs', async () => {
    await useUp('start', townHall, 1)
    expect((await new Browser().json(start, {}, { mode: 'voll' }, from(townHall))).status).toBe(200)
    const answer = await new Browser().json(start, {}, { mode: 'voll' }, from(townHall))
    const { error } = await answer.json()
    expect([answer.status, error.code]).toEqual([429, 'throttled'])
    expect(error.message).toMatch(/in 60 Minuten noch einmal\.$/)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3_500)
    const page = await new Browser().form(start, {}, { mode: 'voll' }, from(townHall))
    expect(page.headers.get('location')).toBe('/fehler/throttled?warten=60')
    expect((await new Browser().json(start, {}, { mode: 'voll' }, from('192.0.2.8'))).status).toBe(200)
    expect(await checks()).toBe(2)
  })

  test('a form that is wrong uses up nothing', async () => {
    await useUp('start', townHall, 1)
    for (let index = 0; index < 5; index += 1) await new Browser().json(start, {}, { mode: 'mond' }, from(townHall))
    expect((await new Browser().json(start, {}, { mode: 'voll' }, from(townHall))).status).toBe(200)
  })

  test('whoever is signed in has an own share, whatever strangers do at the same address', async () => {
    await firstWorkspace()
    const { cookie } = await signIn({ ...person('Erika'), address: null }, null)
    await useUp('start', townHall)
    for (let n = 0; n < 10; n += 1) await trySpend('start', { address: `198.51.100.${n}`, userId: null }, 199)
    expect((await new Browser().json(start, {}, { mode: 'voll' }, from('203.0.113.9'))).status).toBe(429)
    const member = new Browser()
    member.cookie = sessionCookie(cookie, false).split(';')[0]!
    expect((await member.json(start, {}, { mode: 'voll' }, from(townHall))).status).toBe(200)
  })
})

describe('loading a state file', () => {
  async function stateFile() {
    const browser = new Browser()
    const begun = await browser.form(start, {}, { mode: 'voll' }, from('192.0.2.99'))
    const params = { id: begun.headers.get('location')!.split('/')[2]! }
    return new Uint8Array(await (await browser.get(state, params)).arrayBuffer())
  }

  test.each(['import', 'import-bytes'] as const)('beyond its budget (%s) the page says so beside the file', async (name) => {
    const file = await stateFile()
    await trySpend(name, { address: null, userId: null }, budgetLimits[name].all - (name === 'import' ? 1 : file.length))
    const browser = new Browser()
    expect((await browser.upload(importFile, {}, file)).headers.get('location')).toMatch(/^\/check\//)
    const refused = await browser.upload(importFile, {}, file)
    expect(refused.headers.get('location')).toBe('/fortsetzen?mit=datei&fehler=1')
    const kept = await takeRejectedInput(browser.key, 'import', new Date())
    expect(kept?.errors).toEqual([{ field: 'file', code: 'throttled', values: { reason: 'budget', minutes: 60 } }])
  })

  test('a workshop in which everybody loads the same file works', async () => {
    const file = Buffer.from(await stateFile()).toString()
    const statuses = new Set<number>()
    for (let index = 0; index < 60; index += 1) {
      statuses.add((await new Browser().json(importFile, {}, file, from(townHall))).status)
    }
    expect([...statuses]).toEqual([200])
  })
})

test('the operator is told of a budget that is used up, once and not for each request', async () => {
  const told = jest.spyOn(console, 'log').mockImplementation(() => undefined)
  try {
    await useUp('start', townHall)
    for (let index = 0; index < 20; index += 1) await new Browser().json(start, {}, { mode: 'voll' }, from(townHall))
    const lines = told.mock.calls.flat().filter((line) => String(line).includes('budget-spent'))
    expect(lines).toEqual([expect.stringMatching(/ budget-spent .*what=start/)])
    expect(lines[0]).toContain(`address=${townHall}`)
  } finally {
    told.mockRestore()
  }
})
