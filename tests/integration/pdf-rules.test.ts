/** The small rules beneath the PDF: where words break, what can be printed, what stays together. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shorten, summaryFits } from '@/lib/report/pdf/sections/summary-fit'
import { breaksWithHyphen, breakWord } from '@/lib/report/pdf/text/break-word'
import { keepTogether } from '@/lib/report/pdf/text/keep-together'
import { createPrintableTexts, printableData } from '@/lib/report/pdf/text/printable'

describe('breaking words', () => {
  test('leaves words whole that fit a column', () => {
    expect(breakWord('Quartiermanagement')).toEqual(['Quartiermanagement'])
    expect(breakWord(null)).toEqual([])
  })

  test('breaks a long German word at syllables, with a hyphen', () => {
    const word = 'Integrationsbeauftragtenversammlung'
    expect(breakWord(word).length).toBeGreaterThan(5)
    expect(breakWord(word)[0]).toBe('In')
    expect(breaksWithHyphen(word)).toBe(true)
  })

  test('breaks an address after its marks, without a hyphen', () => {
    const address = 'https://www.beispiel.example/a/b?c=d'
    expect(breaksWithHyphen(address)).toBe(false)
    expect(breakWord(address)).toContain('//'.slice(1))
  })

  test('never adds, drops or reorders a character, and no part begins with a hyphen of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const word = text.replaceAll(/\s|\u00ad/g, '')
        expect(breakWord(word).join('')).toBe(word)
        const [, ...later] = breakWord(word)
        // Only a row of hyphens can be cut within itself.
        expect(later.some((part, index) => part.startsWith('-') && !breakWord(word)[index]!.endsWith('-'))).toBe(false)
      }),
    )
  })
})

describe('printable texts', () => {
  const latin = (codePoint: number) => codePoint < 0x250 || codePoint === 0x25a1
  const texts = () => createPrintableTexts(latin)

  test('gives ordinary text back as it is', () => {
    const text = 'Fünf „Räume“ – Łódź…'
    expect(createPrintableTexts(() => false).print(text)).toBe(text)
  })

  test('leaves one blank line of a row of them, whatever kind they are, and every line with text', () => {
    const { print } = texts()
    expect(print('a\n\n\n\nb\n \n\t\n\u00a0\nc\nd\n\ne')).toBe('a\n\nb\n\nc\nd\n\ne')
    expect(print('a\u2028\u2029\u2028b')).toBe('a\n\nb')
    expect(print('Łódź\n\u200b\n\u200b\nb')).toBe('Łódź\n\nb')
  })

  test('replaces a letter under a heap of marks, and leaves those that languages have', () => {
    const printable = createPrintableTexts(() => true)
    expect(printable.print(`a${'\u0301\u0316'.repeat(2_000)}b`)).toBe('□b')
    expect(printable.replaced).toBe(1)
    expect(printable.print('q\u0323\u0307')).toBe('q\u0323\u0307')
  })

  test('keeps a number and its sign, a short word and its number on one line', () => {
    expect(createPrintableTexts(() => false).print('20 €, Kap. 5')).toBe('20\u00a0€, Kap.\u00a05')
  })

  test('replaces each character a reader sees by one sign, counts it and keeps the original', () => {
    const printable = texts()
    expect(printable.print('a👨‍👩‍👧b中c')).toBe('a□b□c')
    expect(printable.replaced).toBe(2)
    expect(printable.originalOf('a□b□c')).toBe('a👨‍👩‍👧b中c')
    expect(printable.originalOf('anderes')).toBeUndefined()
  })

  test('tells no original where two texts look alike', () => {
    const printable = texts()
    printable.print('中')
    printable.print('文')
    expect(printable.originalOf('□')).toBeUndefined()
  })

  test('shows control characters and lone surrogates, takes out marks that turn direction, unifies line ends', () => {
    expect(texts().print('a\u0000b\ud800c')).toBe('a□b□c')
    expect(texts().print('a\u202eb\u2066c\u200b')).toBe('abc')
    expect(texts().print('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd e')
  })

  test('reaches every text of nested data and leaves everything else alone', () => {
    const data = { list: [{ text: '中', count: 3, none: null, flag: true }] }
    expect(printableData(data, texts())).toEqual({ list: [{ text: '□', count: 3, none: null, flag: true }] })
  })
})

describe('keeping together', () => {
  test('only what certainly fits a page', () => {
    expect(keepTogether(60, 'kurz')).toBe(true)
    expect(keepTogether(60, 'x'.repeat(60 * 36))).toBe(false)
    expect(keepTogether(60, 'x\n'.repeat(40))).toBe(false)
    expect(keepTogether(15, ...Array.from({ length: 40 }, () => 'x'))).toBe(false)
  })
})

describe('fitting the summary', () => {
  test('sets smaller before it cuts, never under eight and a half points of text', () => {
    const cutting = summaryFits.findIndex(({ longest }) => longest !== null)
    expect(cutting).toBeGreaterThan(2)
    for (const { scale } of summaryFits) expect(scale * 10.5).toBeGreaterThan(8.5)
    expect(summaryFits[0]).toEqual({ scale: 1, longest: null })
  })

  test('cuts after a sentence where that leaves half, else after a word, and marks it', () => {
    const fit = { scale: 1, longest: 40 }
    expect(shorten('Kurz.', fit)).toBe('Kurz.')
    expect(shorten('Das ist der erste ganze Satz. Und das der zweite ganze Satz.', fit)).toBe('Das ist der erste ganze Satz. …')
    expect(shorten('Ein einziger Satz, der sich immer weiter und weiter zieht', fit)).toBe('Ein einziger Satz, der sich immer …')
    expect(shorten('x'.repeat(100), fit)).toHaveLength(40)
  })
})
