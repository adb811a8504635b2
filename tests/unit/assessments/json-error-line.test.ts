import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { jsonErrorLine } from '@/lib/assessments/json-error-line'

describe('jsonErrorLine', () => {
  test.each([
    ['', 1],
    ['{\n  "a": 1,\n  b: 2\n}', 3],
    ['{\n  "a": 1,\n}', 3],
    ['[1,\n2,\n', 3],
    ['{"a": 1}\n\nrest', 3],
    ['{\n"a": "unterminated\n}', 2],
    ['{\n"a": tru\n}', 2],
    ['[1 2]', 1],
    ['{\n"a"\n1}', 3],
    ['<html>', 1],
    ['[01]', 1],
  ])('%j breaks in line %i', (text, line) => {
    expect(jsonErrorLine(text)).toBe(line)
  })

  test('agrees with JSON.parse about what is JSON', () => {
    const text = fc.oneof(
      fc.json(),
      fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', '\n', '\\', 'x')).map(([json, n, add]) => {
        const place = n % (json.length + 1)
        return json.slice(0, place) + add + json.slice(place + 1)
      }),
    )
    fc.assert(
      fc.property(text, (given) => {
        let valid = true
        try {
          JSON.parse(given)
        } catch {
          valid = false
        }
        return (jsonErrorLine(given) === null) === valid
      }),
      { numRuns: 2000 },
    )
  })

  test('does not run out of stack on deep nesting', () => {
    expect(jsonErrorLine('['.repeat(200_000))).toBe(1)
  })
})
