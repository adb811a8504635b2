import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createTranslate } from '@/lib/i18n/translate'
import type { Sheet } from '@/lib/questionnaire/questionnaire'
import type { ReportDetails, ReportViewModel } from '@/lib/report/types'
import { buildReport } from '@/lib/report/view-model'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { buildSheet, type Mark, type Marks } from '@/tests/factories/build-sheet'

const questionnaire = buildQuestionnaire({
  levels: {
    verwaltung: [{ id: 'rat', foundation: true }, { id: 'zustaendigkeit' }],
    intermediaer: [{ id: 'bruecke', foundation: true, subject: 'quartier' }, { id: 'dialog' }],
    'vor-ort': [
      { id: 'raum', foundation: true, subject: 'quartier' },
      { id: 'begegnung', subject: 'quartier', mayNotApply: true },
    ],
  },
  challenges: [{ id: 'enge', factors: ['raum'] }],
})
const factorIds = questionnaire.factors.map((factor) => factor.id)
const t = createTranslate('de')
const details: ReportDetails = {
  date: new Date('2026-11-22T23:30:00Z'),
  edition: 'gremien',
  agreedOn: null,
  answeredBy: [],
  notes: {},
  decisions: {},
}
const report = (marks: Marks, more: Partial<ReportDetails> = {}, sheet: Partial<Sheet> = {}) =>
  buildReport(questionnaire, buildSheet(questionnaire, marks, sheet), { ...details, ...more }, t)
const all = (mark: Mark): Marks => Object.fromEntries(factorIds.map((id) => [id, [mark, mark]]))

/** The view without „Warum?“ and annex, as text. */
function openText(view: ReportViewModel): string {
  return JSON.stringify({ ...view, annex: null }, (key, value: unknown) =>
    key === 'explanation' || key === 'whyHere' ? null : value,
  )
}

describe('points', () => {
  test('stand only in „Warum?“ and in the annex (R5)', () => {
    const view = report({ ...all(3), raum: [1, 0] })
    expect(openText(view)).not.toMatch(/\d+ Punkt/)
    expect(JSON.stringify(view.levels[0]!.explanation)).toMatch(/75 Punkte/)
    expect(JSON.stringify(view.annex.answers)).toMatch(/75 Punkte/)
  })
})

describe('editions', () => {
  const notes = { 'kommune/rat-struktur': { comment: 'Frau Muster weiß mehr', clarifyWith: 'Herr Beispiel' } }
  const decisions = { 'raum-beginnen': { decision: 'spaeter' as const, reason: 'Streit mit Frau Muster' } }
  const marks: Marks = { ...all(1), rat: ['?', 2] }

  test('the Gremienfassung carries no comment, no name, no reason', () => {
    expect(JSON.stringify(report(marks, { notes, decisions }))).not.toMatch(/Muster|Beispiel, |Herr/)
  })

  test('the Arbeitsfassung carries them', () => {
    const view = JSON.stringify(report(marks, { notes, decisions, edition: 'arbeit' }))
    expect(view).toMatch(/Frau Muster weiß mehr/)
    expect(view).toMatch(/Herr Beispiel/)
    expect(view).toMatch(/Streit mit Frau Muster/)
  })
})

describe('a foundation', () => {
  const view = report({ ...all(4), raum: [1, 3] })
  const local = view.levels.find((level) => level.id === 'vor-ort')!

  test('holds its level at „im Aufbau“ and the ladder shows what the answers would reach', () => {
    expect(local.stageText).toBe('im Aufbau')
    expect(local.ladder.rungs).toEqual(['reached', 'reached', 'reached', 'capped', 'not-reached'])
    expect(local.capText).toContain('Faktor raum')
  })

  test('is never said to cap where it does not', () => {
    expect(report(all(4)).levels.map((level) => level.capText)).not.toContainEqual(expect.stringMatching(/noch nicht erfüllt/))
  })
})

describe('„Weiß nicht“', () => {
  const view = report({ ...all(3), raum: [3, '?'], dialog: ['?', '?'] })

  test('is a finding with an office that can clarify it', () => {
    expect(view.unknowns.map(({ questionId, clarifyWith }) => [questionId, clarifyWith])).toEqual([
      ['dialog-struktur', 'Hauptamt'],
      ['dialog-praxis', 'Hauptamt'],
      ['raum-praxis', 'Hauptamt'],
    ])
  })

  test('shows on the ladder what is still possible', () => {
    const raum = view.levels[2]!.factors.find((factor) => factor.id === 'raum')!
    expect(raum.ladder.rungs).toEqual(['reached', 'reached', 'reached', 'reached', 'open'])
  })

  test('makes a factor without key answer not assessable, never zero', () => {
    const dialog = view.levels[1]!.factors.find((factor) => factor.id === 'dialog')!
    expect([dialog.stageText, dialog.ladder.current]).toEqual(['nicht bewertbar', null])
  })
})

describe('the pattern of the three levels (P3)', () => {
  const levels = (townHall: Mark, between: Mark, local: Mark): Marks => ({
    rat: [townHall, townHall],
    zustaendigkeit: [townHall, townHall],
    bruecke: [between, between],
    dialog: [between, between],
    raum: [local, local],
    begegnung: [local, local],
  })

  test.each([
    [4, 3, 3, 'allStrong'],
    [1, 0, 1, 'allEarly'],
    [2, 2, 2, 'allAlike'],
    [3, 3, 1, 'localMissing'],
    [3, 1, 1, 'townHallAhead'],
    [1, 2, 3, 'townHallMissing'],
    [3, 1, 2, 'betweenMissing'],
    [2, 3, 2, 'mixed'],
  ] as const)('%i, %i, %i: %s', (townHall, between, local, name) => {
    const gap = report(levels(townHall, between, local)).conclusions.find(
      ({ heading }) => heading === t('report.conclusions.heading.gap'),
    )
    expect(gap?.paragraphs[0]?.startsWith(t(`report.pattern.${name}`))).toBe(true)
  })
})

describe('the headline', () => {
  test('names the missing basis of the first factor', () => {
    expect(report({ ...all(3), raum: [1, 0] }).headline).toBe(
      'verwaltung etabliert. – im Quartier steht als Nächstes ein nächster Schritt an.',
    )
  })

  test('names the first measure where the basis is there', () => {
    expect(report({ ...all(3), raum: [2, 0] }).headline).toBe(
      'verwaltung etabliert. – als Nächstes hilft: Maßnahme raum-ausbauen.',
    )
  })
})

describe('the headline of a factor whose structure is unknown', () => {
  test('announces nothing to build on that the practice denies', () => {
    expect(report({ ...all(4), raum: ['?', 0] }).headline).toMatch(/steht als Nächstes ein nächster Schritt an\.$/)
    expect(report({ ...all(4), raum: ['?', 2] }).headline).toMatch(/als Nächstes hilft: Maßnahme/)
  })
})

describe('levels that are alike', () => {
  test('are not said to be apart', () => {
    const text = (marks: Marks) => JSON.stringify(report(marks).conclusions)
    expect(text(all(2))).toContain('Die drei Ebenen sind gleich weit.')
    expect(text({ ...all(2), raum: [3, 3], begegnung: [4, 4] })).not.toContain('gleich weit')
  })
})

describe('few answers', () => {
  test('none: says so and recommends nothing', () => {
    const view = report({})
    expect(view.empty).toBe(true)
    expect(view.headline).toBe('Noch ist keine Frage beantwortet.')
    expect(view.firstMeasures).toEqual([])
    expect(view.gaps).toEqual([])
  })

  test('one: a first step, but no stage for any level', () => {
    const view = report({ raum: [0] })
    expect(view.levels.map((level) => level.stage)).toEqual([null, null, null])
    expect(view.firstMeasures.map((measure) => measure.id)).toEqual(['raum-beginnen'])
  })

  test('all at the top: no measure, no decision, no gap', () => {
    const view = report(all(4))
    expect([view.firstMeasures, view.decisions, view.gaps]).toEqual([[], [], []])
    expect(view.strengths).toHaveLength(factorIds.length)
  })
})

describe('decisions on measures', () => {
  test('what is not intended is not put up for decision', () => {
    const before = report(all(0))
    const dropped = before.decisions[0]!.measureId
    const after = report(all(0), { decisions: { [dropped]: { decision: 'nicht-vorgesehen', reason: '' } } })
    expect(after.decisions.map((decision) => decision.measureId)).not.toContain(dropped)
    expect(after.firstMeasures.map((measure) => measure.id)).toEqual(before.firstMeasures.map((measure) => measure.id))
  })
})

describe('a Quartier that nobody has named yet', () => {
  test('leaves no gap in title and sentences', () => {
    const sheet = buildSheet(questionnaire, all(2), { profile: { name: 'Weißenfels' } })
    const nameless = { ...sheet, places: sheet.places.map((place) => ({ ...place, name: '' })) }
    const view = buildReport(questionnaire, nameless, details, t)
    expect(view.meta.title).toBe('Drei-Ebenen-Check Weißenfels')
    expect(view.situation.paragraphs[0]).toContain('ohne ein Quartier zu nennen')
    expect(JSON.stringify(view)).not.toContain('„“')
    expect(report(all(2), {}, { profile: { name: 'Weißenfels' } }).meta.title).toBe('Drei-Ebenen-Check Weißenfels, Nord')
  })
})

describe('the day', () => {
  test('is that of Berlin, in words and in the file name', () => {
    const { meta } = report(all(2), {}, { profile: { name: 'Weißenfels' } })
    expect(meta.dateText).toBe('23.11.2026')
    expect(meta.fileName).toBe('drei-ebenen-check_weissenfels_2026-11-23.pdf')
  })

  test('the edition with the notes says so in its file name', () => {
    const { meta } = report(all(2), { edition: 'arbeit' }, { profile: { name: 'Weißenfels' } })
    expect(meta.fileName).toBe('drei-ebenen-check_weissenfels_2026-11-23_arbeitsfassung.pdf')
  })
})

describe('whatever is answered', () => {
  const mark = fc.constantFrom<Mark>(0, 1, 2, 3, 4, '?', '-', '_')
  const marks = fc.record(Object.fromEntries(factorIds.map((id) => [id, fc.tuple(mark, mark)])))

  test('every sentence is filled, every list has its length', () => {
    fc.assert(
      fc.property(marks, fc.constantFrom('voll', 'schnell') as fc.Arbitrary<'voll' | 'schnell'>, (given, mode) => {
        const view = report(given, {}, { mode, profile: { ansatz: 'stadtdialog' }, challenges: ['enge'] })
        expect(JSON.stringify(view)).not.toMatch(/undefined|NaN|\{\w+\}|\[object/)
        expect(view.headline).toMatch(/\.$/)
        expect(view.firstMeasures.length).toBeLessThanOrEqual(5)
        expect(view.levels.every((level) => level.ladder.rungs.length === 5)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
