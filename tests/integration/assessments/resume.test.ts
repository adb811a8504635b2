import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byKey } from '@/lib/accounts/actor'
import { newPrintedCode } from '@/lib/printed-code'
import { issueResumeCode, readIssuedCode, redeemResumeCode, revokeResumeCodes } from '@/lib/assessments/resume-service'
import { readAssessment, startAssessment } from '@/lib/assessments/service'
import { databaseFile } from '../setup/data-dir'
import { goForward, useStoppedClock } from '../setup/forward-clock'
import { begin, later, now, useInstallation } from '../setup/installation'

const installation = useInstallation()
useStoppedClock()
const minutes = (count: number) => count * 60 * 1000

describe('Wiederaufnahme-Code', () => {
  test('opens the assessment in another browser, also beside its own, and the first keeps access', async () => {
    const own = await begin()
    const code = await issueResumeCode(byKey(own.key), own.id, now)
    const fresh = await redeemResumeCode(code.toLowerCase().replaceAll('-', ' '), null, now)
    expect(fresh.id).toBe(own.id)
    const second = await startAssessment({ key: null, mode: 'voll', now })
    expect(await redeemResumeCode(code, second.newKey, now)).toEqual({ id: own.id, newKey: null })
    for (const key of [own.key, fresh.newKey, second.newKey]) {
      expect((await readAssessment(byKey(key), own.id, now)).resumeCodeIssuedAt).toEqual(now)
    }
  })

  test('a newer code ends the older one; revoking ends the newer', async () => {
    const own = await begin()
    const first = await issueResumeCode(byKey(own.key), own.id, now)
    const second = await issueResumeCode(byKey(own.key), own.id, later(1))
    await expect(redeemResumeCode(first, null, now)).rejects.toMatchObject({ code: 'bad-code' })
    await redeemResumeCode(second, null, now)
    await revokeResumeCodes(byKey(own.key), own.id, now)
    await expect(redeemResumeCode(second, null, now)).rejects.toMatchObject({ code: 'bad-code' })
    expect((await readAssessment(byKey(own.key), own.id, now)).resumeCodeIssuedAt).toBeNull()
  })

  test('is shown for ten minutes to the browser that asked for it, and is nowhere on disk', async () => {
    const own = await begin()
    const other = await begin()
    const code = await issueResumeCode(byKey(own.key), own.id, now)
    expect(readIssuedCode(byKey(own.key), own.id, later(minutes(9)))).toBe(code)
    expect(readIssuedCode(byKey(own.key), own.id, later(minutes(10)))).toBeNull()
    expect(readIssuedCode(byKey(other.key), own.id, now)).toBeNull()
    for (const suffix of ['', '-wal']) {
      const bytes = readFileSync(join(installation.dataDir, databaseFile + suffix))
      expect(bytes.includes(code) || bytes.includes(code.replaceAll('-', ''))).toBe(false)
      expect(bytes.includes(own.key)).toBe(false)
    }
  })

  test('only who has access may issue and revoke', async () => {
    const own = await begin()
    const other = await begin()
    await expect(issueResumeCode(byKey(other.key), own.id, now)).rejects.toMatchObject({ code: 'not-found' })
    await expect(revokeResumeCodes(byKey(other.key), own.id, now)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('a mistyped code says so and is no guess', async () => {
    const code = newPrintedCode('resume')
    const wrong = (code[0] === 'A' ? 'B' : 'A') + code.slice(1)
    for (let n = 0; n < 40; n += 1) {
      await expect(redeemResumeCode(wrong, null, now)).rejects.toMatchObject({
        code: 'bad-code',
        fields: [{ field: 'code', code: 'bad-code', values: { reason: 'typo' } }],
      })
    }
    await expect(redeemResumeCode('ABCD', null, now)).rejects.toMatchObject({
      fields: [{ values: { reason: 'length', found: 4, expected: 24 } }],
    })
  })

  test('after 30 wrong guesses in ten minutes further ones are turned away, a right code never is', async () => {
    const own = await begin()
    const code = await issueResumeCode(byKey(own.key), own.id, now)
    const start = later(minutes(60))
    const codes: string[] = []
    for (let n = 0; n < 31; n += 1) {
      codes.push(
        (await redeemResumeCode(newPrintedCode('resume'), null, start).catch((error: { code: string }) => error.code)) as string,
      )
    }
    expect(codes.slice(0, 30)).toEqual(Array(30).fill('bad-code'))
    expect(codes[30]).toBe('throttled')
    expect((await redeemResumeCode(code, null, start)).id).toBe(own.id)
    goForward(minutes(1))
    await expect(redeemResumeCode(newPrintedCode('resume'), null, start)).rejects.toMatchObject({ code: 'bad-code' })
  })
})
