import { beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { renderReport } from '@/lib/report/pdf/render-report'
import type { ReportViewModel } from '@/lib/report/types'
import { exampleReport } from '../factories/report'
import { exampleAnswer, exampleMeasure } from '../factories/report-parts'
import { bare, readStructure, type PdfStructure } from './pdf-structure'

const fonts = 'lib/report/fonts'
const render = async (view: ReportViewModel) => readStructure((await renderReport({ view, coatOfArms: null, fonts })).bytes)

/** Text of the structure tree over all pages, without anything a line break may add. */
const readable = (pdf: PdfStructure) =>
  bare(
    pdf.pageTrees
      .flat()
      .map(({ text }) => text)
      .join(''),
  )

// react-pdf says so when something does not fit a page; what does not fit is lost.
const warn = jest.spyOn(console, 'warn')
beforeEach(() => {
  warn.mockClear()
})
const lostNothing = () => expect(warn).not.toHaveBeenCalled()

const words = 'Die Absprache zwischen Rathaus und Quartier läuft über feste Termine, an denen alle teilnehmen, die es betrifft. '
/** 4,000 characters in which each sentence can be told from every other. */
const long = Array.from({ length: 60 }, (_, index) => `${index + 1}. ${words}`)
  .join('')
  .slice(0, 4000)
const unbroken = Array.from({ length: 500 }, (_, index) => String(10000 + index).slice(-4) + 'wxyz')
  .join('')
  .slice(0, 4000)
const lines = Array.from({ length: 300 }, (_, index) => `Zeile ${index + 1}`).join('\n')
const address =
  'https://www.beispiel.example/verwaltung/integration/quartiere/nordviertel/treffpunkt?seite=3&ansicht=druck#oeffnungszeiten'
const compound = 'Quartiermanagementweiterentwicklungsförderrichtlinienausschuss'
const foreign = 'Łódź, Gülşen, Đà Nẵng, İzmir, Київ, Αθήνα, „fünf“ – 20 €'

const comments = { long, unbroken, lines, address, compound, foreign }

function withComments(texts: readonly string[]): ReportViewModel {
  const view = exampleReport({ edition: 'arbeit' })
  const [first, ...others] = view.annex.answers
  const answers = texts.map((comment, index) => exampleAnswer(`frage-${index}`, { comment, clarifyWith: `Stelle ${index}` }))
  return { ...view, annex: { ...view.annex, answers: [{ ...first!, answers }, ...others] } }
}

describe('comments in the annex', () => {
  let pdf: PdfStructure
  beforeAll(async () => {
    pdf = await render(withComments(Object.values(comments)))
    lostNothing()
  }, 120_000)

  test.each(Object.entries(comments))('are complete and in order: %s', (_, comment) => {
    expect(readable(pdf)).toContain(bare(comment))
  })

  test('break over pages and leave no page empty', () => {
    const perPage = pdf.pageTrees.map((tree) => tree.map(({ text }) => text).join(''))
    expect(perPage.filter((text) => /Zeile \d+/.test(text)).length).toBeGreaterThan(3)
    for (const text of perPage) expect(text.length).toBeGreaterThan(40)
  })

  test('stay one element over all their pages: label and text are announced once', () => {
    const labels = pdf.elements.filter(({ role, text }) => role === 'Lbl' && text === 'Anmerkung')
    expect(labels).toHaveLength(Object.keys(comments).length)
  })

  test('„Zu klären mit“ follows each of them', () => {
    Object.keys(comments).forEach((_, index) => expect(readable(pdf)).toContain(`ZuklärenmitStelle${index}`))
  })
})

describe('characters of other scripts', () => {
  const arabic = 'مركز اللقاء مفتوح'
  const hebrew = 'ברוכים הבאים'
  const missing = 'Emoji 👍🏽😀 und 中文字 bleiben sichtbar.'
  const steering = 'vorher\u202eumgedreht\u202cnachher NUL\u0000 Ende\ud800.'
  let pdf: PdfStructure
  beforeAll(async () => {
    pdf = await render(withComments([arabic, hebrew, missing, steering]))
  }, 120_000)

  test('Arabic and Hebrew are set with a bundled font, every letter', () => {
    const drawn = pdf.pageTexts.join('').normalize('NFKC')
    for (const letter of bare(arabic + hebrew)) expect(drawn).toContain(letter)
  })

  test('what no bundled font has is shown as □, one for each character a reader sees, and the report says so', () => {
    expect(readable(pdf)).toContain(bare('Emoji □□ und □□□ bleiben sichtbar.'))
    expect(readable(pdf)).toContain(bare('7 Zeichen in den Eingaben lassen sich'))
  })

  test('control characters are visible, and nothing turns the words of others around', () => {
    expect(readable(pdf)).toContain(bare('vorherumgedrehtnachher NUL□ Ende□.'))
  })
})

describe('the summary on one page', () => {
  const sentence = (length: number) => `${words.repeat(20).slice(0, length - 1)}.`
  const nameless = 'Verbandsgemeinde Musterstadt-Unterkirchheimbolanden an der Oberen Lautertalwasserscheide im Landkreis'

  /** Everything as long as content rules and form limits allow, and longer. */
  function longest(factor: number): ReportViewModel {
    const base = exampleReport()
    const measures = base.firstMeasures.map((_, index) => ({
      ...exampleMeasure(index + 1),
      title: sentence(40 * factor),
      lead: sentence(40 * factor),
      costText: 'ohne Zusatzmittel',
    }))
    return {
      ...base,
      meta: {
        ...base.meta,
        kommune: nameless,
        quartier: `Nördliche Innenstadt mit ${'Bahnhofsvorstadt und '.repeat(3)}Schlachthof`,
      },
      headline: sentence(90 * factor),
      levels: base.levels.map((level) => ({ ...level, summary: sentence(90 * factor) })),
      summary: { carries: sentence(160 * factor), missing: sentence(160 * factor), open: sentence(120 * factor) },
      firstMeasures: measures,
      decisions: measures
        .map(({ id }) => ({ measureId: id, by: sentence(30 * factor), question: sentence(80 * factor) }))
        .slice(0, 3),
    }
  }

  test.each([1, 3, 12])(
    'holds with texts %s times as long as usual, and ends with the decisions',
    async (factor) => {
      const view = longest(factor)
      const pdf = await render(view)
      const pageOf = (heading: string) => pdf.elements.find(({ role, text }) => role === 'H1' && text === heading)?.page
      expect([pageOf('Zusammenfassung'), pageOf('Inhalt')]).toEqual([2, 3])
      const summary = pdf.pageTrees[1]!.map(({ text }) => text).join(' ')
      expect(summary).toContain('Was jetzt zu entscheiden ist')
      // Shortened texts are marked and the reader is told where they stand in full.
      expect(summary.includes('…')).toBe(summary.includes('Einzelne Texte sind hier gekürzt'))
      if (factor === 1) expect(summary).not.toContain('…')
      lostNothing()
    },
    120_000,
  )
})

describe('sizes', () => {
  test('a table longer than a page draws its head on each page and reads it once', async () => {
    const view = exampleReport()
    const figures = Array.from({ length: 60 }, (_, index) => ({
      label: `Angabe ${index}`,
      value: String(index),
      source: 'eigene Angabe',
    }))
    const pdf = await render({ ...view, situation: { ...view.situation, figures } })
    expect(pdf.elements.filter(({ role, text }) => role === 'TH' && text === 'Jahr und Quelle')).toHaveLength(1)
    expect(pdf.artifactTexts.filter((text) => text.includes('Jahr und Quelle')).length).toBeGreaterThanOrEqual(1)
    for (const { label } of figures) expect(readable(pdf)).toContain(bare(label))
  }, 120_000)

  test('a reason for a decision is complete, however long', async () => {
    const view = exampleReport()
    const taken = { decision: 'nicht-vorgesehen' as const, text: 'nicht vorgesehen', reason: long }
    const [first, ...others] = view.firstMeasures
    const compact = view.otherMeasures.map((group) => ({
      ...group,
      measures: group.measures.map((measure) => ({ ...measure, decisionTaken: taken })),
    }))
    const pdf = await render({ ...view, firstMeasures: [{ ...first!, decisionTaken: taken }, ...others], otherMeasures: compact })
    const times = readable(pdf).split(bare(long)).length - 1
    expect(times).toBe(1 + compact.flatMap(({ measures }) => measures).length)
    lostNothing()
  }, 120_000)

  test('an assessment without any answer gives a whole report without empty tables or pages', async () => {
    const view = exampleReport()
    const pdf = await render({
      ...view,
      empty: true,
      strengths: [],
      gaps: [],
      unknowns: [],
      conclusions: [],
      firstMeasures: [],
      otherMeasures: [],
      decisions: [],
      situation: { ...view.situation, figures: [], challenges: [] },
      strategies: { paragraphs: ['Konzepte sind nicht genannt.'], concepts: [], bodies: [] },
      meta: { ...view.meta, answeredBy: [] },
    })
    expect(readable(pdf)).toContain(bare('Aus den Antworten ergibt sich derzeit keine Entscheidung.'))
    expect(readable(pdf)).not.toContain(bare('Zeichen in den Eingaben'))
    for (const table of pdf.elements.filter(({ role }) => role === 'Table')) expect(JSON.stringify(table)).toContain('"TD"')
    for (const list of pdf.elements.filter(({ role }) => role === 'L')) expect(list.children.length).toBeGreaterThan(0)
    for (const tree of pdf.pageTrees) expect(tree.map(({ text }) => text).join('').length).toBeGreaterThan(30)
  }, 120_000)
})
