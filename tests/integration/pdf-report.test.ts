import { beforeAll, describe, expect, test } from '@jest/globals'
import { renderReport } from '@/lib/report/pdf/render-report'
import { exampleReport } from '../factories/report'
import { bare, rawElements, readStructure, type PdfStructure, type StructureElement } from './pdf-structure'

const fonts = 'lib/report/fonts'
const view = exampleReport()
let bytes: Uint8Array
let pdf: PdfStructure

beforeAll(async () => {
  bytes = (await renderReport({ view, coatOfArms: null, fonts })).bytes
  pdf = await readStructure(bytes)
}, 120_000)

const ofRole = (role: string) => pdf.elements.filter((element) => element.role === role)
const descendants = (element: StructureElement): StructureElement[] =>
  element.children.flatMap((child) => [child, ...descendants(child)])
const headings = () => pdf.elements.filter(({ role }) => /^H[1-6]$/.test(role))

describe('the structure tree of the report', () => {
  test('headings begin with H1 and never skip a level', () => {
    const depths = headings().map(({ role }) => Number(role[1]))
    expect(depths[0]).toBe(1)
    depths.reduce((before, depth) => {
      expect(depth).toBeLessThanOrEqual(before + 1)
      return depth
    })
  })

  test('the chapters come in the order of the publication', () => {
    expect(ofRole('H1').map(({ text }) => text)).toEqual([
      'Musterstadt',
      'Zusammenfassung',
      'Inhalt',
      'Ausgangslage',
      'Strategien und Konzepte',
      'Governance auf drei Ebenen',
      'Schlussfolgerungen und Perspektiven',
      'Anhang 1: Methode',
      'Anhang 2: Antworten',
      'Anhang 3: Quellen',
    ])
  })

  test('strengths come before gaps, gaps before unknowns, chart before matrix', () => {
    const parts = [
      'Was schon trägt',
      'Was als Nächstes hilft',
      'Was noch offen ist',
      'Drei Ebenen im Profil',
      'Gleichgewicht der Ebenen',
      'Alle 23 Erfolgsfaktoren',
    ]
    const after = headings().slice(headings().findIndex(({ text }) => text === 'Governance auf drei Ebenen'))
    expect(after.map(({ text }) => text).filter((text) => parts.includes(text))).toEqual(parts)
  })

  test('every header cell has a scope, and every table has header cells for columns and rows', () => {
    const cells = rawElements(bytes, 'TH')
    expect(cells.length).toBeGreaterThan(50)
    for (const cell of cells) expect(cell).toMatch(/\/Scope \/(Column|Row)/)
    expect(rawElements(bytes, 'Table').length).toBeGreaterThanOrEqual(6)
    for (const table of ofRole('Table')) {
      const roles = descendants(table).map(({ role }) => role)
      expect(roles).toContain('TR')
      expect(roles).toContain('TH')
      expect(roles).toContain('TD')
    }
  })

  test('the head of a table is read once, though it is drawn on each of its pages', () => {
    const gapHeads = ofRole('TH').filter(({ text }) => text === 'Heute und als Nächstes')
    expect(gapHeads).toHaveLength(1)
  })

  test('every figure has a text alternative and a bounding box', () => {
    const figures = ofRole('Figure')
    // Three lying ladders, three standing, the balance, one per factor.
    expect(figures).toHaveLength(3 + 3 + 1 + 23)
    for (const { alt } of figures) expect(alt?.length).toBeGreaterThan(10)
    for (const figure of rawElements(bytes, 'Figure')) expect(figure).toContain('/BBox')
  })

  test('lists hold items, items hold a label or a body', () => {
    for (const list of ofRole('L')) expect(new Set(list.children.map(({ role }) => role))).toEqual(new Set(['LI']))
    for (const item of ofRole('LI')) for (const { role } of item.children) expect(['Lbl', 'LBody']).toContain(role)
    expect(ofRole('LBody').length).toBeGreaterThan(40)
  })

  test('everything drawn is in an element or an artifact; header and footer are artifacts', () => {
    expect(pdf.strayText).toBe('')
    pdf.artifactTexts.forEach((text, index) => {
      expect(text).toContain(`Seite ${index + 1} von ${pdf.pages}`)
      expect(text.includes('Musterstadt · Nordviertel')).toBe(index > 0)
    })
    expect(pdf.elements.some(({ text }) => /Seite \d+ von/.test(text))).toBe(false)
  })

  test('carries language, title, tab order, the marker of PDF/UA, and shows its title', () => {
    const file = Buffer.from(bytes).toString('latin1')
    expect(pdf.language).toBe('de-DE')
    expect(pdf.title).toBe(view.meta.title)
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(file).toMatch(/\/Marked true/)
    expect(file).toMatch(/\/DisplayDocTitle true/)
    expect(file).toContain('/Tabs /S')
  })
})

describe('the way through the report', () => {
  const contentsPage = () => pdf.pageTrees.findIndex((tree) => JSON.stringify(tree).includes('"TOC"'))

  test('the contents name each chapter with the page it stands on', () => {
    const entries = ofRole('TOCI').map(({ text }) => /^(.*?)(\d+)$/.exec(text.replaceAll('\n', ''))!)
    expect(entries.length).toBeGreaterThan(15)
    for (const [, title, number] of entries) {
      const page = pdf.elements.find(
        (element) =>
          /^H[123]$/.test(element.role) && bare(element.text).startsWith(bare(title!)) && element.page === Number(number),
      )
      expect({ title, number, found: Boolean(page) }).toEqual({ title, number, found: true })
    }
  })

  test('each entry of the contents and each first step is a link to an existing place, with its words', () => {
    const page = contentsPage() + 1
    expect(pdf.links.filter((link) => link.page === page)).toHaveLength(ofRole('TOCI').length)
    for (const { target, title } of pdf.links) {
      expect(pdf.destinations.has(target ?? '')).toBe(true)
      expect(title).not.toBe('')
    }
    const titles = pdf.links.map(({ title }) => title)
    for (const { title } of view.firstMeasures) expect(titles).toContain(title)
    expect(rawElements(bytes, 'Link')).toHaveLength(pdf.links.length)
  })

  test('the outline lists chapters, their parts and the first measures', () => {
    expect(pdf.outline.filter(({ depth }) => depth === 1)).toHaveLength(ofRole('H1').length)
    expect(pdf.outline).toContainEqual({ title: 'Alle 23 Erfolgsfaktoren', depth: 2 })
    expect(pdf.outline).toContainEqual({ title: `1. ${view.firstMeasures[0]!.title}`, depth: 3 })
  })
})

describe('the pages of the report', () => {
  const pageOf = (heading: string) => headings().find(({ text, role }) => role === 'H1' && text === heading)!.page

  test('has 12 to 25 pages without comments', () => {
    expect(pdf.pages).toBeGreaterThanOrEqual(12)
    expect(pdf.pages).toBeLessThanOrEqual(25)
  })

  test('the summary is the page right after the cover and ends with what is to be decided', () => {
    expect(pageOf('Zusammenfassung')).toBe(2)
    expect(pageOf('Inhalt')).toBe(3)
    const summary = bare(pdf.pageTexts[1]!)
    expect(summary).toContain(bare('Was jetzt zu entscheiden ist'))
    for (const { question } of view.decisions) expect(summary).toContain(bare(question))
  })

  test('no page is empty but for its furniture', () => {
    for (const tree of pdf.pageTrees) expect(tree.map(({ text }) => text).join('').length).toBeGreaterThan(40)
  })

  test('the cover names town, Quartier, date, status and the roles that answered', () => {
    const cover = pdf.pageTexts[0]!
    for (const text of ['Musterstadt', 'Nordviertel', '23.11.2026', 'Entwurf', 'Integrationsbeauftragte'])
      expect(cover).toContain(text)
  })

  test('every measure is in it: the first five in full, the others with their essentials', () => {
    const text = bare(pdf.pageTexts.join(''))
    for (const { why, decision, example, pitfalls } of view.firstMeasures) {
      for (const part of [why, decision, example.text, ...pitfalls]) expect(text).toContain(bare(part))
    }
    for (const { title, firstStep } of view.otherMeasures.flatMap(({ measures }) => measures)) {
      expect(text).toContain(bare(title))
      expect(text).toContain(bare(firstStep))
    }
  })

  test('points stand in the annex and under „Warum hier?“ only', () => {
    const annex = pageOf('Anhang 1: Methode')
    const before = pdf.elements.filter(
      ({ page, children, text }) => page < annex && children.length === 0 && /\d Punkte?\b/.test(text),
    )
    for (const { text } of before) expect(text).toContain('Lücke zum Ziel')
  })
})

test('the same view model gives the same bytes', async () => {
  const again = await renderReport({ view, coatOfArms: null, fonts })
  expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true)
}, 120_000)
