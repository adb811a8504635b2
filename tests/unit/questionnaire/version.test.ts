import { describe, expect, test } from '@jest/globals'
import { compareVersions } from '@/lib/questionnaire/version'

describe('compareVersions', () => {
  test('orders by number, not by letter', () => {
    const versions = ['1.10.0', '2.0.0', '1.9.12', '1.9.2', '1.0.0', '10.0.0']
    expect(versions.toSorted(compareVersions)).toEqual(['1.0.0', '1.9.2', '1.9.12', '1.10.0', '2.0.0', '10.0.0'])
  })

  test('finds equal ones equal', () => {
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0)
  })
})
