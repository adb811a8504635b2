import { describe, expect, test } from '@jest/globals'
import { deletionDate, rememberUse, retentionLimit } from '@/lib/assessments/retention'

describe('retention', () => {
  test('is 36 months after the last use', () => {
    expect(deletionDate(new Date('2026-11-23T12:00:00Z'))).toEqual(new Date('2029-11-23T12:00:00Z'))
  })

  test('a leap day ends with its month', () => {
    expect(deletionDate(new Date('2028-02-29T08:00:00Z'))).toEqual(new Date('2031-02-28T08:00:00Z'))
  })

  test('the limit and the date shown agree, except that a leap day may be kept a day longer', () => {
    for (let day = 0; day < 1500; day += 1) {
      const used = new Date(Date.UTC(2026, 0, 1 + day, 12))
      const shown = deletionDate(used)
      expect(retentionLimit(new Date(shown.getTime() - 1)).getTime()).toBeLessThanOrEqual(used.getTime())
      expect(retentionLimit(new Date(shown.getTime() + 2 * 86_400_000)).getTime()).toBeGreaterThan(used.getTime())
    }
  })

  test('a use is noted once a day', () => {
    const first = new Date('2026-11-23T12:00:00Z')
    expect(rememberUse(new Date('2026-11-24T11:59:59Z'), first)).toBeNull()
    const next = new Date('2026-11-24T12:00:00Z')
    expect(rememberUse(next, first)).toEqual({ lastSeenAt: next, keyExpiresAt: new Date('2027-12-29T12:00:00Z') })
  })
})
