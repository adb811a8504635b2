import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { AppError } from '@/lib/errors'
import { createTranslate } from '@/lib/i18n/translate'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { renderQuestionnairePdf, renderReportPdf } from '@/lib/report/pdf/render-in-worker'
import type { ReportViewModel } from '@/lib/report/types'
import { fill, heaviestReport, inLines } from '../factories/heaviest-report'
import { picture } from '../factories/png'
import { exampleReport } from '../factories/report'
import { bare, readStructure, rawElements, type PdfStructure } from './pdf-structure'

const report = { view: exampleReport(), coatOfArms: null }
const limits = { time: 120_000, memory: 512 }
const failure = (code: string) => expect.objectContaining({ name: 'AppError', code })
const isPdf = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-' && Buffer.from(bytes).toString('latin1').trimEnd().endsWith('%%EOF')

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build-worker.mjs'])
}, 120_000)

describe('a report from the worker', () => {
  test('is whole and the same each time', async () => {
    const [first, second] = [await renderReportPdf(report, limits), await renderReportPdf(report, limits)]
    expect(isPdf(first)).toBe(true)
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    expect((await readStructure(first)).title).toBe(report.view.meta.title)
  }, 240_000)

  test.each([
    ['too slow', { time: 1, memory: 512 }, 'report-timeout'],
    ['too large', { time: 120_000, memory: 4 }, 'report-failed'],
  ])(
    'that is %s ends with an error, and the next one works',
    async (_, tight, code) => {
      await expect(renderReportPdf(report, tight)).rejects.toEqual(failure(code))
      expect(isPdf(await renderReportPdf(report, limits))).toBe(true)
    },
    240_000,
  )

  test('that cannot be built gives an error, never a broken file, and keeps the cause for the log', async () => {
    const broken = { ...report.view, gaps: [null] } as unknown as ReportViewModel
    const error: unknown = await renderReportPdf({ view: broken, coatOfArms: null }, limits).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AppError)
    expect(error).toEqual(failure('report-failed'))
    expect(String((error as AppError).cause)).toContain('no pages')
  }, 120_000)

  test('without a Quartier says so on the cover, and names the Kommune alone above each page', async () => {
    const meta = { ...report.view.meta, quartier: '' }
    const pdf = await readStructure(await renderReportPdf({ view: { ...report.view, meta }, coatOfArms: null }, limits))
    expect(bare(pdf.pageTexts[0] ?? '')).toContain(bare('Betrachtetes Quartier: nicht angegeben'))
    expect(bare(pdf.pageTexts[1] ?? '')).not.toContain(bare('Musterstadt ·'))
  }, 120_000)

  test('shows a coat of arms on the cover, with a text alternative', async () => {
    const png = picture(40, 60)
    const pdf = await readStructure(await renderReportPdf({ view: report.view, coatOfArms: new Uint8Array(png) }, limits))
    const arms = pdf.elements.find(({ role, page }) => role === 'Figure' && page === 1)
    expect(arms?.alt).toBe('Wappen: Musterstadt')
  }, 120_000)
})

describe('the longest report that forms allow', () => {
  const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
  const t = createTranslate('de')
  const pageCount = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0

  // With fewer pages something was lost: a chapter that the layout took for unbreakable is cut off at its first page.
  test.each([
    ['as many lines as allowed', inLines('Absprache im Quartier läuft. '), 150],
    ['lines as a word processor ends them', inLines('Absprache im Quartier läuft. ', '\u2028'), 150],
    ['one word as long as allowed', (limit: number) => fill('wxyz1234', limit), 90],
  ])(
    'is whole: %s in every comment and every reason',
    async (_, textOf, pages) => {
      const view = heaviestReport(questionnaire, t, textOf)
      const bytes = await renderReportPdf({ view, coatOfArms: null }, { ...limits, time: 300_000 })
      expect(isPdf(bytes)).toBe(true)
      expect(pageCount(bytes)).toBeGreaterThan(pages)
      expect(pageCount(bytes)).toBeLessThan(250)
    },
    320_000,
  )

  test('and what is written only to take room: one page for each, not hundreds', async () => {
    const view = heaviestReport(questionnaire, t, (_, lines) => `Anfang${'\n'.repeat(lines - 2)}\nEnde`)
    const bytes = await renderReportPdf({ view, coatOfArms: null }, { ...limits, time: 300_000 })
    expect(pageCount(bytes)).toBeLessThan(70)
  }, 320_000)
})

describe('the blank questionnaire', () => {
  const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
  let bytes: Uint8Array
  let pdf: PdfStructure
  beforeAll(async () => {
    bytes = await renderQuestionnairePdf({ questionnaire, levelId: null }, limits)
    pdf = await readStructure(bytes)
  }, 240_000)
  const text = () =>
    bare(
      pdf.pageTrees
        .flat()
        .map((element) => element.text)
        .join(''),
    )

  test('holds every question with help, all five answers, „Weiß nicht“ and its reasons for „Trifft nicht zu“', () => {
    const print = text()
    for (const { questions } of questionnaire.factors) {
      for (const { stem, help, enough, options, notApplicable } of questions) {
        for (const part of [stem, help, enough, ...Object.values(options), ...notApplicable.map(({ label }) => label)]) {
          expect(print).toContain(bare(part))
        }
      }
    }
    expect(print.split('☐Weißnicht')).toHaveLength(46 + 1)
  })

  test('is tagged: headings in order, one list of answers a question, nothing stray', () => {
    const headings = pdf.elements.filter(({ role }) => /^H[1-6]$/.test(role))
    headings.reduce((before, { role }) => {
      expect(Number(role[1])).toBeLessThanOrEqual(before + 1)
      return Number(role[1])
    }, 0)
    expect(headings.filter(({ role }) => role === 'H3')).toHaveLength(46)
    expect(pdf.elements.filter(({ role }) => role === 'L').length).toBeGreaterThanOrEqual(47)
    expect(pdf.strayText).toBe('')
    expect(pdf.language).toBe('de-DE')
    expect(rawElements(bytes, 'Document')).toHaveLength(1)
  })

  test('keeps a question on one page', () => {
    const pageOf = (words: string) => pdf.pageTexts.findIndex((page) => bare(page).includes(bare(words)))
    for (const { stem, options } of questionnaire.factors.flatMap(({ questions }) => questions)) {
      expect(pageOf(options['4'])).toBe(pageOf(stem))
    }
  })

  test('can be printed for one level, with the numbers of the whole', async () => {
    const part = await readStructure(await renderQuestionnairePdf({ questionnaire, levelId: 'vor-ort' }, limits))
    const stems = part.elements.filter(({ role }) => role === 'H3').map(({ text: stem }) => stem)
    expect(stems).toHaveLength(16)
    expect(stems[0]).toMatch(/^31\. /)
    expect(part.title).toContain('Vor Ort')
  }, 120_000)
})
