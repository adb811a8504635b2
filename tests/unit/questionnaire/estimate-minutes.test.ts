import { describe, expect, test } from '@jest/globals'
import { estimateMinutes } from '@/lib/questionnaire/estimate-minutes'

const wordy = (count: number) => ({
  stem: Array.from({ length: count }, () => 'Wort').join(' '),
  help: '',
  options: { '0': '', '1': '', '2': '', '3': '', '4': '' },
})

describe('estimateMinutes', () => {
  test('no question takes no time', () => {
    expect(estimateMinutes([])).toBe(0)
  })

  test('rounds up to five minutes, so that the promise is never too low', () => {
    expect(estimateMinutes([wordy(1)])).toBe(5)
    expect(estimateMinutes([wordy(160), wordy(160)])).toBe(5)
    // Three times one minute of reading and 1.2 of deciding: 6.6.
    expect(estimateMinutes([wordy(160), wordy(160), wordy(160)])).toBe(10)
  })

  test('more words never take less time', () => {
    const times = [0, 200, 400, 800, 1600, 3200].map((count) => estimateMinutes([wordy(count)]))
    expect([...times].sort((a, b) => a - b)).toEqual(times)
    expect(times.at(-1)).toBeGreaterThan(times[0]!)
  })

  test('counts stem, help and options', () => {
    const question = {
      stem: 'ein Wort',
      help: 'noch ein Wort',
      options: { '0': 'a b', '1': 'a b', '2': 'a b', '3': 'a b', '4': 'a b' },
    }
    const long = { ...question, options: { ...question.options, '4': Array.from({ length: 2000 }, () => 'x').join(' ') } }
    expect(estimateMinutes([long])).toBeGreaterThan(estimateMinutes([question]))
  })
})
