/** The report of a later round: what its chapter says, how it is tagged, and how long it gets whatever there is to say. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import { createTranslate } from '@/lib/i18n/translate'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { renderReport } from '@/lib/report/pdf/render-report'
import { anchors } from '@/lib/report/pdf/sections/section'
import type { SinceDetails } from '@/lib/report/since-types'
import type { Edition, ReportDetails, ReportViewModel } from '@/lib/report/types'
import { buildReport } from '@/lib/report/view-model'
import { allMarks, type Mark, type Marks } from '../factories/build-sheet'
import { buildRound } from '../factories/progress-rounds'
import { heavyPlan, laterDetails, planMeasure, sinceDetails } from '../factories/since'
import { bare, rawElements, readStructure, type PdfStructure } from './pdf-structure'

const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
const t = createTranslate('de')
const comments = { 'raeume-struktur': 'Geheime Anmerkung' }
const round = (year: number, mark: Mark, marks: Marks = {}) =>
  buildRound(questionnaire, year, allMarks(questionnaire, mark, marks), { comments, sheet: { profile: { name: 'Musterstadt' } } })

const plan = [
  planMeasure('laden', { title: 'Ladenlokal anmieten', status: 'erledigt', endedOn: '2025-03-12', lead: 'Frau Geheim' }),
  planMeasure('stelle', { title: 'Stelle ausschreiben', dueOn: '2026-06-30', overdue: true }),
  planMeasure('konzept', { title: 'Konzept', status: 'verworfen', endedOn: '2026-02-01', reason: 'Geheimer Grund' }),
]
const since = sinceDetails(round(2024, 1), round(2026, 1, { raeume: [3, 2], netzwerke: [0, 0] }), { plan })

async function read(view: ReportViewModel): Promise<{ pdf: PdfStructure; bytes: Uint8Array }> {
  const { bytes } = await renderReport({ view, coatOfArms: null, fonts: 'lib/report/fonts' })
  return { bytes, pdf: await readStructure(bytes) }
}
const viewOf = (edition: Edition, given: SinceDetails, more: Partial<ReportDetails> = {}) =>
  buildReport(questionnaire, given.after.sheet, laterDetails(edition, given, more), t)

const chapterPages = ({ destinations }: PdfStructure) => ({
  first: destinations.get(anchors.since)!,
  last: destinations.get(anchors.conclusions)! - 1,
})
const chapterText = (pdf: PdfStructure) => {
  const { first, last } = chapterPages(pdf)
  return bare(pdf.pageTexts.slice(first - 1, last).join(''))
}

describe.each(['gremien', 'arbeit'] as const)('the chapter in the edition „%s“', (edition) => {
  let pdf: PdfStructure
  let bytes: Uint8Array
  beforeAll(async () => {
    ;({ pdf, bytes } = await read(viewOf(edition, since)))
  }, 120_000)

  test('stands between findings and conclusions, with its parts among contents and bookmarks', () => {
    const chapters = pdf.elements.filter(({ role }) => role === 'H1').map(({ text }) => text)
    expect(chapters.slice(5, 8)).toEqual([
      'Governance auf drei Ebenen',
      'Seit dem letzten Mal',
      'Schlussfolgerungen und Perspektiven',
    ])
    const parts = ['Was hat sich bewegt?', 'Was aus den Maßnahmen wurde', 'Neue Schwerpunkte']
    for (const title of parts) expect(pdf.outline).toContainEqual({ title, depth: 2 })
    const contents = pdf.elements.filter(({ role }) => role === 'TOCI').map(({ text }) => bare(text))
    const { first } = chapterPages(pdf)
    expect(contents).toContain(bare(`Seit dem letzten Mal${first}`))
    for (const title of parts) expect(contents.some((entry) => entry.startsWith(bare(title)))).toBe(true)
  })

  test('says what moved, what became of the measures, and which priorities are new', () => {
    const text = chapterText(pdf)
    for (const words of [
      'Von „2024“ (abgeschlossen am 01.02.2025) zu „2026“ (abgeschlossen am 01.02.2027)',
      'Räume und Anlaufstelle: von „punktuell“ zu „etabliert“.',
      'Netzwerke und Ehrenamt tragfähig: von „punktuell“ zu „am Anfang“.',
      'Zusammen höher: Praxis höher, Wissen gleich, Fragebogen gleich.',
      'Ladenlokal anmieten',
      'geplant, überfällig seit 30.06.2026',
      'Auch beim letzten Mal unter den ersten',
    ]) {
      expect(text).toContain(bare(words))
    }
    expect(text).not.toMatch(/\dPunkt/)
  })

  test('comments, reasons and people stand in the Arbeitsfassung only', () => {
    const whole = bare(pdf.pageTexts.join(''))
    for (const secret of ['Geheime Anmerkung', 'Geheimer Grund', 'Frau Geheim']) {
      expect(whole.includes(bare(secret))).toBe(edition === 'arbeit')
    }
  })

  test('headings skip no level, tables have heads for columns and rows, lists hold items, the drawings their words', () => {
    const depths = pdf.elements.filter(({ role }) => /^H[1-6]$/.test(role)).map(({ role }) => Number(role[1]))
    depths.reduce((before, depth) => {
      expect(depth).toBeLessThanOrEqual(before + 1)
      return depth
    })
    for (const cell of rawElements(bytes, 'TH')) expect(cell).toMatch(/\/Scope \/(Column|Row)/)
    for (const { children } of pdf.elements.filter(({ role }) => role === 'L')) {
      expect(new Set(children.map(({ role }) => role))).toEqual(new Set(['LI']))
    }
    for (const { children } of pdf.elements.filter(({ role }) => role === 'LI')) {
      for (const { role } of children) expect(['Lbl', 'LBody']).toContain(role)
    }
    const figures = pdf.elements.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)
    expect(figures.filter((alt) => /in „2024“, .* in „2026“\./.test(alt ?? ''))).toHaveLength(3)
    expect(pdf.strayText).toBe('')
  })
})

test('the report of a first round has no such chapter; without one, its bytes are the same', async () => {
  const details = laterDetails('gremien', since, { since: undefined })
  const first = await read(buildReport(questionnaire, since.after.sheet, details, t))
  const none = await read(buildReport(questionnaire, since.after.sheet, { ...details, since: null }, t))
  expect(first.pdf.destinations.has(anchors.since)).toBe(false)
  expect(bare(first.pdf.pageTexts.join(''))).not.toContain(bare('Seit dem letzten Mal'))
  expect(Buffer.from(none.bytes).equals(Buffer.from(first.bytes))).toBe(true)
}, 120_000)

describe('at most 30 pages without comments, and 8 of them for the chapter (B6)', () => {
  const everyTarget = Object.fromEntries(
    questionnaire.factors.map(({ id }) => [id, { value: 60, reason: 'reicht', dueOn: '2026-06-30' }]),
  )
  const mixed = (of: (index: number) => Mark): Marks =>
    Object.fromEntries(questionnaire.factors.map(({ id }, index) => [id, [of(2 * index), of(2 * index + 1)]]))

  test.each<[string, Marks, Marks, number]>([
    [
      '40 measures, large gains and losses',
      mixed((index) => (index % 4 < 2 ? 0 : 2)),
      mixed((index) => (index % 4 < 2 ? 1 : 0)),
      40,
    ],
    ['60 measures, everything lower', allMarks(questionnaire, 2), allMarks(questionnaire, 0), 60],
    ['60 measures, a part unknown', allMarks(questionnaire, 2), mixed((index) => (index % 5 === 0 ? '?' : 1)), 60],
    ['no measure', allMarks(questionnaire, 1), allMarks(questionnaire, 0), 0],
  ])(
    '%s',
    async (_, before, after, count) => {
      const heavy = sinceDetails(round(2024, 0, before), round(2026, 0, after), { plan: heavyPlan(questionnaire, count) })
      const { pdf } = await read(viewOf('gremien', heavy, { targets: everyTarget }))
      const { first, last } = chapterPages(pdf)
      expect(last - first + 1).toBeLessThanOrEqual(8)
      expect(pdf.pages).toBeLessThanOrEqual(30)
    },
    120_000,
  )
})

test('a reason and a comment as long as the forms allow are complete in the Arbeitsfassung', async () => {
  const long = `${'Satz mit sieben kurzen Wörtern darin. '.repeat(120)}Ende.`
  const after = { ...round(2026, 1, { raeume: [3, 2] }), comments: { 'raeume-struktur': long } }
  const heavy = sinceDetails(round(2024, 1), after, { plan: heavyPlan(questionnaire, 12) })
  const { pdf } = await read(viewOf('arbeit', heavy))
  // Without header and footer, which stand between the parts of a text that breaks.
  const leaves = pdf.elements.filter(({ children }) => children.length === 0)
  const text = bare(leaves.map((leaf) => leaf.text).join(''))
  const isWhole = (wanted: string) => text.includes(bare(wanted))
  expect(isWhole(long)).toBe(true)
  for (const { status, reason } of heavy.plan) if (status === 'verworfen') expect(isWhole(reason)).toBe(true)
}, 120_000)
