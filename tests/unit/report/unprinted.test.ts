import { describe, expect, test } from '@jest/globals'
import { createTranslate } from '@/lib/i18n/translate'
import { describeCoverage, isCovered } from '@/lib/report/pdf/text/font-coverage'
import { loadFonts } from '@/lib/report/pdf/text/fonts'
import { unprintedCharacters } from '@/lib/report/pdf/text/unprinted'
import { unprintedText } from '@/lib/report/unprinted-text'
import { exampleReport } from '@/tests/factories/report'

const t = createTranslate('de')
const named = (quartier: string) => exampleReport({ meta: { ...exampleReport().meta, quartier } })

describe('what the fonts have', () => {
  test('is what is written down about them (npx tsx scripts/write-font-coverage.ts renews it)', async () => {
    const { covers } = await loadFonts('lib/report/fonts')
    expect(describeCoverage(isCovered)).toBe(describeCoverage(covers))
  }, 60_000)
})

describe('characters that a report cannot print', () => {
  test('are none in the words of the product, in European names, Arabic or Hebrew', () => {
    expect(unprintedCharacters(named('Łódź-Straße, Ελλάδα, Київ, سلام, שלום – „№ 5“'))).toEqual([])
  })

  test('are named once each, in order, wherever they stand: Chinese, Hindi, emoji', () => {
    const view = named('東京 Straße 東 🌳')
    const answers = view.annex.answers.map((factor, index) =>
      index === 0 ? { ...factor, answers: factor.answers.map((answer) => ({ ...answer, comment: 'नम 👨‍👩‍👧 東' })) } : factor,
    )
    expect(unprintedCharacters({ ...view, annex: { ...view.annex, answers } })).toEqual(['東', '京', '🌳', 'न', 'म', '👨‍👩‍👧'])
  })

  test('are put into one sentence with the first five of them', () => {
    expect(unprintedText([], t)).toBeNull()
    expect(unprintedText(['東'], t)).toBe(
      'Diese Zeichen kann die Schrift der PDF-Datei nicht darstellen: „東“. An ihrer Stelle steht dort „□“.',
    )
    expect(unprintedText([...'東京都市街区'], t)).toContain('„東“, „京“, „都“, „市“, „街“ und ein weiteres.')
    expect(unprintedText([...'東京都市街区町'], t)).toContain('„街“ und 2 weitere.')
    expect(unprintedText([`e${'\u0301'.repeat(500)}`], t)!.length).toBeLessThan(150)
  })
})
