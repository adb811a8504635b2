import { describe, expect, test } from '@jest/globals'
import { createTranslate } from '@/lib/i18n/translate'
import { buildProgressView } from '@/lib/report/progress-view'
import type { ProgressRound } from '@/lib/report/progress-types'
import { resultFigures } from '@/lib/report/result-figures'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { allMarks, type Mark, type Marks } from '@/tests/factories/build-sheet'
import { buildVersions } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { buildRound } from '@/tests/factories/progress-rounds'

const t = createTranslate('de')
const one = buildQuestionnaire(instrumentOutline)
const round = (year: number, mark: Mark, marks: Marks = {}, more: Parameters<typeof buildRound>[3] = {}) =>
  buildRound(one, year, allMarks(one, mark, marks), more)
const compare = (before: ProgressRound, after: ProgressRound, measures: Parameters<typeof buildProgressView>[2] = []) =>
  buildProgressView(before, after, measures, t)
const levelOf = (view: ReturnType<typeof compare>, id: string) => view.levels.find((level) => level.id === id)!
const factorOf = (view: ReturnType<typeof compare>, id: string) =>
  view.levels.flatMap(({ factors }) => factors).find((factor) => factor.id === id)!

const before = round(2024, 2)

describe('headline and lead', () => {
  test.each<[string, ProgressRound, RegExp, RegExp]>([
    [
      'nothing changed',
      round(2026, 2),
      /dieselben geblieben/,
      /46 Fragen sind vergleichbar.*liegt keine höher, keine niedriger, 46 sind gleich/,
    ],
    [
      'a gain',
      round(2026, 2, { raeume: [4, 3] }),
      /„vor-ort“: Dort liegen Antworten höher/,
      /liegen 2 höher, keine niedriger, 44 sind gleich/,
    ],
    [
      'a loss',
      round(2026, 2, { netzwerke: [1, 0] }),
      /„intermediaer“: Dort liegen Antworten niedriger/,
      /liegt keine höher, 2 niedriger/,
    ],
    [
      'evened out',
      round(2026, 2, { netzwerke: [1, 3] }),
      /gleichen sich aus/,
      /liegt eine höher, eine niedriger, 44 sind gleich/,
    ],
    ['nothing known', round(2026, '?'), /kaum vergleichen/, /Keine Frage ist in beiden/],
    ['one factor only', round(2026, '?', { raeume: [3, 3] }), /Nur ein Teil/, /2 Fragen sind vergleichbar/],
  ])('%s', (_, after, headline, lead) => {
    const view = compare(before, after)
    expect(view.headline).toMatch(headline)
    expect(view.lead).toMatch(lead)
  })
})

describe('a level', () => {
  test('says how it moved, what became of the answers, and what that rests on', () => {
    const view = compare(before, round(2026, 2, { raeume: [4, 4], begegnung: [4, '?'], image: ['?', '?'] }))
    const level = levelOf(view, 'vor-ort')
    expect(level.headline).toBe('vor-ort: von „im Aufbau“ zu „etabliert“.')
    expect(level.direction).toBe('higher')
    expect(level.sentences).toEqual([
      '3 Antworten liegen höher.',
      '3 Fragen sind nicht mehr beantwortet.',
      '13 von 16 Fragen sind vergleichbar.',
    ])
    expect(level.alt).toBe('vor-ort: im Aufbau in „2024“, etabliert in „2026“. 13 von 16 Fragen sind vergleichbar.')
    const { split } = level
    expect(split!.rows.map(({ label, value }) => `${label} ${value}`)).toEqual([
      'Vorher 50 Punkte',
      'Praxis +14',
      'Wissen 0',
      'Fragebogen 0',
      'Nachher 64 Punkte',
    ])
  })

  test.each<[string, ProgressRound, ProgressRound, string]>([
    ['first assessable', round(2024, '?'), round(2026, 3), 'verwaltung: jetzt „etabliert“, davor nicht bewertbar.'],
    ['no longer assessable', before, round(2026, '_'), 'verwaltung: jetzt nicht bewertbar, davor „im Aufbau“.'],
    ['never assessable', round(2024, '?'), round(2026, '_'), 'verwaltung: in beiden Durchgängen nicht bewertbar.'],
    ['the same', before, round(2026, 2), 'verwaltung: weiterhin „im Aufbau“.'],
  ])('%s', (_, first, second, headline) => {
    const level = levelOf(compare(first, second), 'verwaltung')
    expect(level.headline).toBe(headline)
    expect(level.sentences[0]).toMatch(headline.includes('weiterhin') ? /hat sich nichts geändert/ : /beantwortet|nichts/)
  })

  test('draws no line where too little is comparable, and states the share', () => {
    const quick = round(2024, 2, {}, { sheet: { mode: 'schnell' } })
    const view = compare(quick, round(2026, 3))
    const level = levelOf(view, 'verwaltung')
    expect([level.comparable, level.sentences.at(-1)]).toEqual([
      false,
      '8 von 16 Fragen sind vergleichbar. Das reicht nicht für einen Vergleich der Ebene. Darum ist keine Linie gezogen.',
    ])
    expect(view.cautions).toContainEqual(expect.stringMatching(/^„2024“ ist ein Schnellcheck, „2026“ ein vollständiger Check/))
  })

  test.each<[string, Marks, Marks, RegExp]>([
    ['mostly known', { strategie: [2, '?'] }, { strategie: [2, 4], ressourcen: [2, 2] }, /größere Teil der Veränderung/],
    ['against practice', { strategie: [2, 4] }, { strategie: [3, '?'], ressourcen: [1, 1] }, /andere Richtung|größere Teil/],
  ])('says if it is not practice: %s', (_, was, is, sentence) => {
    const level = levelOf(compare(round(2024, 2, was), round(2026, 2, is)), 'verwaltung')
    expect(level.sentences.join(' ')).toMatch(sentence)
  })
})

describe('what must be said first', () => {
  test('nothing where nothing differs', () => {
    expect(compare(before, round(2026, 2))).toMatchObject({ cautions: [], profile: [] })
  })

  test.each<[string, ProgressRound, RegExp]>([
    ['an open round', round(2026, 2, {}, { closedOn: null }), /„2026“ ist noch offen/],
    [
      'another Quartier',
      round(2026, 2, {}, { sheet: { places: [{ id: 'sued', name: 'Süd', answers: {} }] } }),
      /„Nord“ und „Süd“/,
    ],
    [
      'a new name',
      round(2026, 2, {}, { sheet: { places: [{ id: 'nord', name: 'Nordstadt', answers: {} }] } }),
      /heißt jetzt „Nordstadt“, davor „Nord“/,
    ],
  ])('%s', (_, after, caution) => {
    expect(compare(before, after).cautions).toEqual([expect.stringMatching(caution)])
  })

  test('another version, with the number of questions that are not asked alike', () => {
    const [, later] = buildVersions(instrumentOutline, { changes: { 'raeume-praxis': 'reworded', 'image-praxis': 'replaced' } })
    const after = buildRound(later!.questionnaire, 2026, allMarks(later!.questionnaire, 2))
    const view = compare(before, after)
    expect(view.cautions).toEqual([
      expect.stringMatching(/\(1\.0\.0 und 1\.1\.0\)\. 3 Fragen sind neu gefasst, hinzugekommen oder weggefallen/),
    ])
    expect(factorOf(view, 'image').answers.map(({ kindText, before: was, after: is }) => [kindText, was, is])).toEqual([
      ['hinzugekommen', null, expect.any(String)],
      ['weggefallen', expect.any(String), null],
    ])
  })

  test('what differs in the profile', () => {
    const after = round(2026, 2, {}, { sheet: { profile: { status: 'kreisfrei' }, challenges: ['konzentration'] } })
    expect(compare(before, after).profile).toEqual([
      { label: 'Status', before: 'keine Angabe', after: 'kreisfrei' },
      { label: 'Herausforderungen', before: 'keine Angabe', after: 'konzentration' },
    ])
  })
})

describe('a round that was closed under other rules', () => {
  const figures = resultFigures(one, before.sheet)
  const recorded = {
    ...figures,
    levels: figures.levels.map((level) => ({ ...level, score: 62.5, stage: 'etabliert' as const })),
  }

  test('stays as it was closed; the difference is the questionnaire', () => {
    const view = compare({ ...before, recorded }, round(2026, 2))
    const level = levelOf(view, 'verwaltung')
    expect([level.before.stageText, level.after.stageText]).toEqual(['etabliert', 'im Aufbau'])
    expect(level.split).toMatchObject({ practice: 0, known: 0, content: -12, total: -12 })
    expect(view.cautions).toEqual([expect.stringMatching(/„2024“ wurde nach früheren Regeln bewertet/)])
  })
})

describe('what moved, and why (V8, V9)', () => {
  const after = round(
    2026,
    2,
    {
      raeume: [4, 4],
      begegnung: [3, 2],
      image: [3, 3],
      vernetzung: [2, 4],
      strategie: [1, 2],
      ressourcen: ['?', 2],
      sozialraum: [2, '?'],
      ueberblick: [2, 2],
    },
    { comments: { 'raeume-struktur': 'Ladenlokal gemietet' } },
  )
  const was = round(2024, 2, { sozialraum: [2, 3] }, { comments: { 'raeume-struktur': 'Nur mittwochs' } })
  const measures = [
    { title: 'Zu früh', factorId: 'raeume', doneOn: '2024-12-31' },
    { title: 'Später im Plan', factorId: 'image', doneOn: '2026-12-31' },
    { title: 'Ladenlokal', factorId: 'raeume', doneOn: '2025-03-12' },
    { title: 'Zu spät', factorId: 'raeume', doneOn: '2027-01-01' },
    { title: 'Eigenes', factorId: '', doneOn: '2025-05-01' },
  ]
  const view = compare(was, after, measures)

  test('names the three largest gains, and the losses', () => {
    expect(view.gains.map(({ factor }) => factor.id)).toEqual(['raeume', 'vernetzung', 'image'])
    expect(view.losses.map(({ factor }) => factor.id)).toEqual(['strategie'])
    expect(view.gains[0]!.sentence).toBe('Faktor raeume: von „im Aufbau“ zu „verankert“.')
    expect(view.losses[0]!.sentence).toBe('Faktor strategie: von „im Aufbau“ zu „punktuell“.')
  })

  test('but not where too little of a factor is comparable', () => {
    const long = buildQuestionnaire({
      levels: { verwaltung: [{ id: 'a', questions: 4 }], intermediaer: [{ id: 'x' }], 'vor-ort': [{ id: 'y' }] },
    })
    const first = buildRound(long, 2024, { a: [1, 2, '?', '?'] })
    const second = buildRound(long, 2026, { a: [4, '?', 2, '?'] })
    expect(compare(first, second).gains).toEqual([])
    expect(factorOf(compare(first, second), 'a').changeText).toMatch(/, kaum vergleichbar$/)
    expect(compare(first, buildRound(long, 2026, { a: [4, 2, 2, '?'] })).gains).toHaveLength(1)
  })

  test('with the answers, the comments and what was done for it', () => {
    const [first] = view.gains
    expect(first!.answers[0]).toMatchObject({
      stem: 'Wie steht es um raeume-struktur?',
      kindText: 'liegt höher',
      before: 'raeume-struktur 2',
      after: 'raeume-struktur 4',
      commentBefore: 'Nur mittwochs',
      commentAfter: 'Ladenlokal gemietet',
    })
    expect(first!.measures).toEqual(['Ladenlokal (12.03.2025)'])
  })

  test('other reasons stand apart', () => {
    expect(view.otherReasons).toEqual([
      'Anders, weil Fragen jetzt erst oder nicht mehr beantwortet sind oder jetzt erst oder nicht mehr zutreffen: Faktor sozialraum.',
      'Nicht mehr bewertbar: Faktor ressourcen.',
    ])
  })

  test('every measure in between, in the order of time', () => {
    expect(view.measures.map(({ title, factorName, doneOn }) => [title, factorName, doneOn])).toEqual([
      ['Ladenlokal', 'Faktor raeume', '12.03.2025'],
      ['Eigenes', 'ohne Erfolgsfaktor', '01.05.2025'],
      ['Später im Plan', 'Faktor image', '31.12.2026'],
    ])
    expect(view.measuresText).toMatch(/wurden 3 Maßnahmen erledigt.*kann der Check nicht zeigen/)
    expect(compare(was, after).measuresText).toMatch(/keine Maßnahme/)
  })

  test('a change within a stage says so', () => {
    const within = compare(
      round(2024, 2, { image: [2, 2] }),
      round(2026, 2, { image: [2, 2], netzwerke: [2, 2], raeume: [2, 2], beteiligung: [3, 2] }),
    )
    expect(within.gains.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/Faktor beteiligung: von „im Aufbau“ zu „etabliert“/),
    ])
    const small = compare(round(2024, 0), round(2026, 0, { image: [0, 1] }))
    expect(small.gains[0]!.sentence).toBe('Faktor image: weiterhin „am Anfang“, mit höheren Antworten.')
  })
})

test('the balance is compared where all levels are', () => {
  const tilted = round(2024, 3, {
    ...Object.fromEntries(one.factorsOfLevel.get('vor-ort')!.map(({ id }) => [id, [0, 0] as const])),
  })
  expect(compare(tilted, round(2026, 3)).balance.sentence).toMatch(/näher beieinander/)
  expect(compare(round(2024, 3), tilted).balance.sentence).toMatch(/weiter auseinander/)
  expect(compare(before, round(2026, 2)).balance.sentence).toMatch(/gleich geblieben/)
  expect(compare(before, round(2026, '?')).balance.sentence).toMatch(/nicht alle drei Ebenen bewertbar/)
  const quick = round(2024, 2, {}, { sheet: { mode: 'schnell' } })
  expect(compare(quick, before).balance.sentence).toMatch(/zu verschiedenen Fragen/)
})
