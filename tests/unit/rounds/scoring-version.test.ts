import { expect, test } from '@jest/globals'
import { scoringVersion } from '@/lib/scoring/version'

test('the rules are those under which every round was closed so far', () => {
  // Raised? Result page, PDF and archive of a closed round still calculate under the rules of the program: see ADR 0011 before
  // this expectation is changed.
  expect(scoringVersion).toBe('1')
})
