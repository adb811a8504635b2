/** The result page in all its states, rendered from the real content. */
import { describe, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { sampleReport } from '@/app/_lib/sample-report'
import { t } from '@/app/_lib/text'
import { MeasureDetails } from '@/app/_result/measure-details'
import { ResultBody } from '@/app/_result/result-body'
import { resultSections } from '@/app/_result/result-sections'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import type { Answer, Sheet } from '@/lib/questionnaire/questionnaire'
import type { ReportViewModel } from '@/lib/report/types'
import { buildReport } from '@/lib/report/view-model'

const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
const date = new Date('2026-11-23T12:00:00Z')
const details = { date, edition: 'arbeit', agreedOn: null, answeredBy: [], notes: {}, decisions: {} } as const

/** A sheet on which every wanted question has the same answer. */
function reportOf(answer: Answer, wanted: (questionId: string) => boolean = () => true): ReportViewModel {
  const answersOf = (subject: string) =>
    Object.fromEntries(
      questionnaire.factors
        .filter((factor) => factor.subject === subject)
        .flatMap(({ questions }) => questions.filter(({ id }) => wanted(id)).map(({ id }) => [id, answer])),
    )
  const sheet: Sheet = {
    mode: 'voll',
    profile: { name: 'Musterstadt', status: 'kreisangehoerig' },
    challenges: [],
    kommune: answersOf('kommune'),
    places: [{ id: 'quartier', name: 'Nordviertel', answers: answersOf('quartier') }],
  }
  return buildReport(questionnaire, sheet, details, t)
}

const answered = (value: 0 | 1 | 2 | 3 | 4): Answer => ({ state: 'answered', value })
const states = {
  sample: sampleReport(date),
  none: reportOf({ state: 'open' }),
  one: reportOf(answered(1), (id) => id === 'raeume-struktur'),
  lowest: reportOf(answered(0)),
  highest: reportOf(answered(4)),
  unknown: reportOf({ state: 'unknown' }),
}
const names = Object.keys(states) as (keyof typeof states)[]

const pageOf = (report: ReportViewModel, checkId: string | null = 'abc') =>
  renderToStaticMarkup(
    <ResultBody
      sections={resultSections(report, { base: checkId ? `/check/${checkId}` : '/beispiel', checkId, decides: checkId !== null })}
    />,
  )
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found ?? '')

/** What stands on the page while every fold is closed. */
function unfolded(html: string): string {
  const outer = html.replace(/<details(?:(?!<details)[\s\S])*?<\/details>/g, '')
  return outer === html ? html : unfolded(outer)
}

describe.each(names)('the result: %s', (name) => {
  const report = states[name]
  const html = pageOf(report)

  test('every line of the contents leads to a part that is there, and no id occurs twice', () => {
    const ids = all(html, / id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of all(html, /<a href="#([^"]+)"/g)) expect(ids).toContain(target)
  })

  test('R5: points stand only behind „Warum?“', () => {
    expect(unfolded(html)).not.toMatch(/\d\s*Punkte?\b/)
  })

  test('a chart has a text alternative, other drawings are silent; nothing needs inline styles or scripts', () => {
    for (const svg of all(html, /<svg([^>]*)>/g)) {
      expect(svg).toMatch(/aria-hidden="true"|role="img" aria-label="[^"]+"/)
    }
    expect(html).not.toMatch(/ style=|<script/)
  })

  test('each of the first measures has its place, its page, its „Warum hier?“ and a form for the decision', () => {
    expect(all(html, /<li class="dec-measure" id="massnahme-([^"]+)"/g)).toEqual(report.firstMeasures.map(({ id }) => id))
    for (const { id } of report.firstMeasures) expect(html).toContain(`href="/check/abc/empfehlung/${id}"`)
    expect(all(html, /<summary>(Warum hier\?)/g)).toHaveLength(report.firstMeasures.length)
    expect(all(html, /<form[^>]*action="([^"]+)"/g)).toEqual(report.firstMeasures.map(() => '/api/assessments/abc/decisions'))
  })
})

describe('how much is shown', () => {
  test('no answer at all: no part, so no empty chart', () => {
    expect(resultSections(states.none, { base: '/check/abc', checkId: 'abc', decides: true })).toEqual([])
  })

  test('only „Weiß nicht“: the findings and the one measure, no profile', () => {
    const sections = resultSections(states.unknown, { base: '/check/abc', checkId: 'abc', decides: true }).map(({ id }) => id)
    expect(sections).toEqual(['offen', 'schritte'])
  })

  test('one answer: the matrix has one row and says how many factors are not known yet', () => {
    const html = pageOf(states.one)
    expect(all(html, /<svg class="(dec-lying)"/g)).toHaveLength(1)
    expect(html).toContain(t('result.matrix.rest', { count: questionnaire.factors.length - 1 }))
    expect(html).not.toContain('dec-axis')
  })

  test('all answers: the matrix has every factor, each with its stage as a word', () => {
    const html = pageOf(states.sample)
    expect(all(html, /<svg class="(dec-lying)"/g)).toHaveLength(questionnaire.factors.length)
    for (const { name } of questionnaire.factors) expect(unfolded(html)).toContain(name)
  })

  test('nothing left to do: no list of measures, and a sentence that says so', () => {
    const html = pageOf(states.highest)
    expect(html).not.toContain('dec-measure')
    expect(html).toContain(t('report.conclusions.noMeasures'))
  })

  test('the example takes no decision and leads nowhere into a check', () => {
    const html = pageOf(states.sample, null)
    expect(html).not.toMatch(/<form|href="\/check|\/api\//)
    expect(states.sample.meta.statusText).toBe(t('result.example.status'))
  })
})

describe('a measure on its page', () => {
  const measure = states.sample.firstMeasures[0]!
  const html = renderToStaticMarkup(<MeasureDetails measure={measure} />)

  test('shows everything the measure holds, its example with „Stand 2020“', () => {
    const { title, firstStep, lead, effortText, costText, horizonText, decisionBy, decision, pitfalls, example } = measure
    const texts = [title, firstStep, lead, effortText, costText, horizonText, decisionBy, decision, ...pitfalls, example.text]
    const shown = html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
    for (const text of texts) expect(shown).toContain(text)
    expect(example.source).toContain('Stand 2020')
    expect(shown).toContain(example.source)
  })

  test('R5: points stand only behind „Warum steht das hier?“', () => {
    expect(html).toMatch(/\d\s*Punkte/)
    expect(unfolded(html)).not.toMatch(/\d\s*Punkte/)
  })
})
