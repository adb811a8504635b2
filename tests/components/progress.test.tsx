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
