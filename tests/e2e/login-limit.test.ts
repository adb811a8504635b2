/** Wrong passwords over the running site: an address is counted only as the operator's own proxy tells it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startSite, type Site } from '../setup/site'

/** Wrong attempts that are answered before waiting begins. */
const free = { account: 10, address: 60 }
let site: Site
let people = 0

beforeAll(async () => {
  site = await startSite()
}, 60_000)
afterAll(async () => await site?.close())

const stranger = () => `niemand-${(people += 1)}@musterstadt.de`

/** One wrong attempt. @returns the status and the code of the error */
async function attempt(email: string, forwardedFor: string): Promise<string> {
  const answer = await fetch(`${site.url}/api/session`, {
    method: 'POST',
    headers: {
      origin: site.url,
      accept: 'application/json',
      'content-type': 'application/json',
      'x-forwarded-for': forwardedFor,
    },
    body: JSON.stringify({ email, password: 'falsch falsch falsch' }),
  })
  const { error } = (await answer.json()) as { error: { code: string } }
  return `${answer.status} ${error.code}`
}

/** Several attempts, one after the other. @returns the different answers, in the order in which they first came */
async function answersTo(count: number, given: (index: number) => readonly [string, string]): Promise<string[]> {
  const answers = new Set<string>()
  for (let index = 0; index < count; index += 1) answers.add(await attempt(...given(index)))
  return [...answers]
}

const wrong = '401 bad-login'
const tooMany = '429 throttled'

describe('without a proxy of the operator', () => {
  test('one address that the client names itself is not counted', async () => {
    expect(await answersTo(free.address + 1, () => [stranger(), '203.0.113.7'])).toEqual([wrong])
  }, 60_000)

  test('naming another address each time does not lift the limit of an account', async () => {
    const email = stranger()
    expect(await answersTo(free.account, (index) => [email, `203.0.113.${index}`])).toEqual([wrong])
    expect(await attempt(email, '198.51.100.1')).toBe(tooMany)
  }, 60_000)
})

describe('behind one proxy of the operator', () => {
  beforeAll(async () => {
    await site.stop()
    await site.start({ TRUSTED_PROXIES: '1' })
  }, 60_000)

  test('the address that it added is counted over all accounts, whatever the client put before it', async () => {
    const forged = (index: number) => `198.51.100.${index}, 203.0.113.7`
    expect(await answersTo(free.address, (index) => [stranger(), forged(index)])).toEqual([wrong])
    expect(await attempt(stranger(), forged(free.address))).toBe(tooMany)
    expect(await attempt(stranger(), '203.0.113.7, 203.0.113.8')).toBe(wrong)
  }, 60_000)
})
