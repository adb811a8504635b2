/** Comparison and course as pages, from the real content. */
import { describe, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { t } from '@/app/_lib/text'
import { Comparison } from '@/app/_progress/comparison'
import { Course } from '@/app/_progress/course'
import { roundNames } from '@/app/_progress/round-names'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { buildCourseView } from '@/lib/report/course-view'
import { buildProgressView } from '@/lib/report/progress-view'
import { allMarks, type Mark, type Marks } from '@/tests/factories/build-sheet'
import { buildVersions } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { buildRound } from '@/tests/factories/progress-rounds'

const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
const round = (year: number, mark: Mark, marks: Marks = {}, more: Parameters<typeof buildRound>[3] = {}) =>
  buildRound(questionnaire, year, allMarks(questionnaire, mark, marks), more)

const hostile = '<img src=x onerror=alert(1)>'
const before = round(2024, 2, { strategie: [2, '?'] }, { comments: { 'raeume-struktur': hostile } })
const after = round(2026, 2, { raeume: [4, 3], strategie: [1, 1], ressourcen: ['?', 2] }, { closedOn: null, name: hostile })
const measures = [{ title: hostile, factorId: 'raeume', doneOn: '2025-03-12' }]
const comparisonOf = (...rounds: [typeof before, typeof after]) =>
  renderToStaticMarkup(<Comparison view={buildProgressView(...rounds, measures, t)} />)
const courseOf = (...rounds: (typeof before)[]) =>
  renderToStaticMarkup(<Course view={buildCourseView(rounds, measures, t)} workspaceId="ort" />)

const pages = {
  comparison: comparisonOf(before, after),
  same: comparisonOf(before, before),
  nothing: comparisonOf(round(2024, '?'), round(2026, '_')),
  course: courseOf(round(2022, 1, {}, { sheet: { mode: 'schnell' } }), before, after),
}
const withoutFolds = (html: string) => html.replace(/<details.*?<\/details>/gs, '')

describe.each(Object.entries(pages))('%s', (_, html) => {
  test('shows points only in folds and in tables to check the figures (R5)', () => {
    const shown = withoutFolds(html).replace(/aria-label="[^"]*"/g, '')
    expect(shown).not.toMatch(/\d Punkte?\b|[+\u2212]\d/)
    expect(shown).not.toMatch(/undefined|null|NaN|\[object/)
  })

  test('gives every picture its words', () => {
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toMatch(/aria-hidden="true"|role="img" aria-label="[^"]+"/)
  })

  test('takes names and comments for text', () => {
    expect(html).not.toContain('<img')
  })
})

test('the comparison puts answers, comments and what was done side by side', () => {
  const moved = pages.comparison.slice(pages.comparison.indexOf('id="bewegt"'), pages.comparison.indexOf('id="gleichgewicht"'))
  const { options } = questionnaire.questionById.get('raeume-struktur')!
  for (const part of [
    options['2'],
    options['4'],
    'In dieser Zeit dazu erledigt: &lt;img',
    'Anmerkung: &lt;img',
    '(12.03.2025)',
  ]) {
    expect(moved).toContain(part)
  }
  expect(pages.same).toContain('Bei keinem Erfolgsfaktor liegt die Praxis höher.')
})

test('two rounds of one name are told apart in tables', () => {
  const view = buildCourseView(
    [round(2024, 1), { ...round(2024, 2), id: 'zweite' }, { ...round(2024, 2), closedOn: null }],
    [],
    t,
  )
  expect(roundNames(view.rounds)).toEqual(['2024', '2024, Nr. 2', '2024 (noch offen)'])
})

describe('where too little is comparable (V4), no line is drawn', () => {
  const first = round(2024, 2)
  const second = round(2026, 3)
  const quick = round(2027, 3, {}, { sheet: { mode: 'schnell' } })
  /** Of charts in which every round has its mark: how many lines join two of them. Marks are filled. */
  const lines = (charts: readonly string[]) =>
    charts.map((svg) => {
      expect(svg).not.toContain('nicht bewertbar')
      return svg.match(/<path d="M [^"]* L [^"]*" fill="none"/g)?.length ?? 0
    })
  const charts = (html: string, wanted: RegExp) =>
    [...html.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => svg).filter((svg) => wanted.test(svg))

  test('on the slopes of the levels', () => {
    const slopes = (html: string) => lines([...html.matchAll(/class="dec-slope">(<svg.*?<\/svg>)/gs)].map(([, svg]) => svg!))
    expect(slopes(comparisonOf(first, second))).toEqual([1, 1, 1])
    expect(slopes(comparisonOf(second, quick))).toEqual([0, 0, 0])
  })

  test('on the course of a level', () => {
    const html = courseOf(first, second, quick)
    const levels = html.slice(html.indexOf('id="ebenen"'), html.indexOf('id="gleichgewicht"'))
    expect(lines(charts(levels, /class="dec-rounds /))).toEqual([1, 1, 1, 1, 1, 1])
  })

  test('on the course of a factor', () => {
    const changes = { 'raeume-struktur': 'reworded', 'raeume-praxis': 'reworded' } as const
    const [one, two] = buildVersions(instrumentOutline, { changes }).map((version) => version.questionnaire)
    const html = courseOf(buildRound(one!, 2024, allMarks(one!, 2)), buildRound(two!, 2026, allMarks(two!, 3)))
    const named = (id: string) =>
      lines(charts(html, new RegExp(`class="dec-small-course".*aria-label="${one!.factorById.get(id)!.name} im Verlauf`)))
    expect(named('raeume')).toEqual([0])
    expect(named('begegnung')).toEqual([1])
  })
})
