import { describe, expect, test } from '@jest/globals'
import { countLines } from '@/lib/assessments/line-count'
import { checkText, isBlank } from '@/lib/assessments/text'

const rule = { limit: 20, lines: 5 }

describe('checkText', () => {
  test.each([
    ['NUL', 'a\u0000b', 2],
    ['a control character', 'ab\u0007', 3],
    ['a vertical tab', '\u000b', 1],
    ['a C1 control', 'a\u0085', 2],
    ['a direction override', 'abc\u202Exyz', 4],
    ['a direction isolate', '\u2066x', 1],
    ['a lone high surrogate', 'a\ud83d', 2],
    ['a lone low surrogate', 'a\ude00b', 2],
    ['a non-character', 'a\uffff', 2],
  ])('refuses %s and says where', (_, text, position) => {
    expect(checkText(text, rule)).toEqual({ error: { code: 'bad-characters', values: { position } } })
  })

  test('takes line breaks, tabs, emoji and other scripts as they are', () => {
    for (const text of ['a\n\tb', '👩‍👩‍👧', 'Łódź', 'مرحبا', 'שלום', '   ']) expect(checkText(text, rule)).toEqual({ text })
  })

  test('stores line breaks as LF and letters composed', () => {
    expect(checkText('a\r\nb\rc', rule)).toEqual({ text: 'a\nb\nc' })
    expect(checkText('Ko\u0308ln', rule)).toEqual({ text: 'Köln' })
  })

  test('accepts the limit and refuses one more', () => {
    expect(checkText('x'.repeat(20), rule)).toEqual({ text: 'x'.repeat(20) })
    expect(checkText('x'.repeat(21), rule)).toEqual({ error: { code: 'text-too-long', values: { limit: 20 } } })
  })

  test('counts a line break from Windows as one character, as the browser does', () => {
    expect(checkText(`${'x'.repeat(19)}\r\n`, rule)).toEqual({ text: `${'x'.repeat(19)}\n` })
  })

  test.each([['\n'], ['\r\n'], ['\r'], ['\u2028'], ['\u2029']])(
    'accepts the limit of lines and refuses one more, ended by %j',
    (lineBreak) => {
      const lines = (count: number) => Array.from({ length: count }, () => 'x').join(lineBreak)
      expect(checkText(lines(5), rule)).toHaveProperty('text')
      expect(checkText(lines(6), rule)).toEqual({ error: { code: 'too-many-lines', values: { limit: 5 } } })
      // Empty lines take room too.
      expect(checkText(lineBreak.repeat(5), rule)).toEqual({ error: { code: 'too-many-lines', values: { limit: 5 } } })
    },
  )

  test('counts every kind of line break once', () => {
    expect(countLines('')).toBe(1)
    expect(countLines('a\nb\r\nc\rd\u2028e\u2029f\u0085g\vh\fi')).toBe(9)
    expect(countLines('\n\r\n\r')).toBe(4)
  })

  test('in one line refuses breaks and tabs, and trims blanks', () => {
    expect(checkText('  Bad Hersfeld ', { limit: 20, oneLine: true })).toEqual({ text: 'Bad Hersfeld' })
    expect(checkText('Bad\nHersfeld', { limit: 20, oneLine: true })).toEqual({
      error: { code: 'bad-characters', values: { position: 4 } },
    })
  })

  test("in one line refuses Unicode's own line breaks too; in a text they stay", () => {
    for (const text of ['a\u2028b', 'a\u2029b']) {
      expect(checkText(text, { limit: 20, oneLine: true })).toEqual({
        error: { code: 'bad-characters', values: { position: 2 } },
      })
      expect(checkText(text, rule)).toEqual({ text })
    }
  })

  test('a line in which nothing can be seen is empty', () => {
    const fillers = ['\u115f', '\u1160', '\u3164', '\uffa0', '\u2800', '\u{1d159}', '\u{13441}', '\u{13442}']
    for (const text of ['\u200b\u200b', '\u0301\u0301', '\u00a0\u2060', '\ufeff', ...fillers, fillers.join(' ')]) {
      expect(isBlank(text)).toBe(true)
      expect(checkText(text, { limit: 20, oneLine: true })).toEqual({ text: '' })
    }
    for (const text of ['🏙', '한국', '\u3164한', '⠓', '𝅝', '𓀀']) {
      expect(checkText(text, { limit: 20, oneLine: true })).toEqual({ text })
    }
  })
})
