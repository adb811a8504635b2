import { describe, expect, test } from '@jest/globals'
import { newPrintedCode, readPrintedCode } from '@/lib/printed-code'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bare = (code: string) => code.replaceAll('-', '')

describe('printed code', () => {
  test('is printed as six groups of four from an alphabet without I, L, O and U', () => {
    for (let n = 0; n < 200; n += 1)
      expect(newPrintedCode('resume')).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('carries 115 random bits: 23 places use the whole alphabet', () => {
    const seen = Array.from({ length: 23 }, () => new Set<string>())
    for (let n = 0; n < 1000; n += 1) [...bare(newPrintedCode('resume')).slice(0, 23)].forEach((c, place) => seen[place]!.add(c))
    for (const place of seen) expect(place.size).toBe(32)
  })

  test('is read back whatever the case, blanks, hyphens and look-alike letters', () => {
    const code = newPrintedCode('resume')
    const typed = [
      code,
      code.toLowerCase(),
      bare(code),
      ` ${code.replaceAll('-', ' – ')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]
    for (const text of typed) expect(readPrintedCode('resume', text)).toEqual({ code: bare(code) })
  })

  test('any one wrong character is a typing error', () => {
    const code = bare(newPrintedCode('resume'))
    for (let place = 0; place < code.length; place += 1) {
      for (const other of alphabet) {
        if (other === code[place]) continue
        expect(readPrintedCode('resume', code.slice(0, place) + other + code.slice(place + 1))).toEqual({ problem: 'typo' })
      }
    }
  })

  test('any two swapped characters are a typing error', () => {
    const code = [...bare(newPrintedCode('resume'))]
    for (let a = 0; a < code.length; a += 1) {
      for (let b = a + 1; b < code.length; b += 1) {
        if (code[a] === code[b]) continue
        const swapped = [...code]
        ;[swapped[a], swapped[b]] = [code[b]!, code[a]!]
        expect(readPrintedCode('resume', swapped.join(''))).toEqual({ problem: 'typo' })
      }
    }
  })

  test('a code of the wrong length says how long it is', () => {
    expect(readPrintedCode('resume', bare(newPrintedCode('resume')).slice(1))).toEqual({
      problem: 'length',
      found: 23,
      expected: 24,
    })
    expect(readPrintedCode('resume', '')).toEqual({ problem: 'length', found: 0, expected: 24 })
  })

  test('a letter outside the alphabet is a typing error', () => {
    expect(readPrintedCode('resume', 'U'.repeat(24))).toEqual({ problem: 'typo' })
  })

  test('an invitation has four groups; a resume code is none', () => {
    const code = newPrintedCode('invitation')
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(readPrintedCode('invitation', code)).toEqual({ code: bare(code) })
    expect(readPrintedCode('invitation', newPrintedCode('resume'))).toEqual({ problem: 'length', found: 24, expected: 16 })
  })
})
