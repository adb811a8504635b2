import { describe, expect, test } from '@jest/globals'
import { createTranslate } from '@/lib/i18n/translate'
import { namesPerson } from '@/lib/report/since-plan'
import type { PlanMeasure, SinceView } from '@/lib/report/since-types'
import type { ReportDetails } from '@/lib/report/types'
import { buildReport } from '@/lib/report/view-model'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { allMarks, type Mark, type Marks } from '@/tests/factories/build-sheet'
import { buildVersions } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { buildRound } from '@/tests/factories/progress-rounds'
import { laterDetails, planMeasure, sinceDetails } from '@/tests/factories/since'

const t = createTranslate('de')
const one = buildQuestionnaire(instrumentOutline)
const round = (year: number, mark: Mark, marks: Marks = {}, more: Parameters<typeof buildRound>[3] = {}) =>
  buildRound(one, year, allMarks(one, mark, marks), more)

interface Given {
  readonly edition?: 'gremien' | 'arbeit'
  readonly details?: Partial<ReportDetails>
  readonly since?: Parameters<typeof sinceDetails>[2]
}

function sinceOf(
  before: ReturnType<typeof round>,
  after: ReturnType<typeof round>,
  { edition = 'gremien', details = {}, since = {} }: Given = {},
): SinceView {
  const given = laterDetails(edition, sinceDetails(before, after, since), details)
  return buildReport(after.questionnaire, after.sheet, given, t).since!
}
const before = round(2024, 1)

describe('a first round', () => {
  const after = round(2026, 2)
  const plain = laterDetails('arbeit', sinceDetails(before, after), { since: undefined })

  test('says nothing of it, and its report is what it was', () => {
    const report = buildReport(one, after.sheet, plain, t)
    expect(report.since).toBeNull()
    expect(JSON.stringify(buildReport(one, after.sheet, { ...plain, since: null }, t))).toBe(JSON.stringify(report))
  })

  test('everything but the chapter is the same in a later one', () => {
    const { since, ...later } = buildReport(one, after.sheet, laterDetails('arbeit', sinceDetails(before, after)), t)
    const { since: none, ...first } = buildReport(one, after.sheet, plain, t)
    expect([since === null, none]).toEqual([false, null])
    expect(later).toEqual(first)
  })
})

describe('what moved', () => {
  const comments = { 'raeume-struktur': 'Frau Muster weiß mehr' }
  const after = round(2026, 1, { raeume: [4, 4], netzwerke: [0, 1], begegnung: [1, '?'] }, { comments })

  test('names both rounds with their dates, and says what the comparison says', () => {
    const since = sinceOf(before, after)
    expect(since.title).toBe('Von „2024“ (abgeschlossen am 01.02.2025) zu „2026“ (abgeschlossen am 01.02.2027)')
    expect(since.headline).toMatch(/„vor-ort“: Dort liegen Antworten höher/)
    expect(since.lead).toMatch(/45 Fragen sind vergleichbar/)
    expect(sinceOf(before, { ...after, closedOn: null }).title).toMatch(/„2026“ \(noch offen, Stand 31\.12\.2026\)/)
  })

  test('each level with stages and the parts of its change in words, without a point', () => {
    const since = sinceOf(before, after, { edition: 'arbeit' })
    expect(since.levels.map(({ id, after: stand, beforeText, sentence }) => [id, stand.stageText, beforeText, sentence])).toEqual(
      [
        ['verwaltung', 'punktuell', 'wie davor', 'Der Wert ist gleich geblieben.'],
        ['intermediaer', 'punktuell', 'wie davor', 'Zusammen niedriger: Praxis niedriger, Wissen gleich, Fragebogen gleich.'],
        ['vor-ort', 'punktuell', 'wie davor', 'Zusammen höher: Praxis höher, Wissen gleich, Fragebogen gleich.'],
      ],
    )
    expect(JSON.stringify(since)).not.toMatch(/\d Punkt/)
    expect(JSON.stringify(since)).not.toMatch(/"split"/)
  })

  test('gains and losses with the answers behind them; comments in the Arbeitsfassung only', () => {
    const working = sinceOf(before, after, { edition: 'arbeit' })
    expect(working.gains.map(({ factorId }) => factorId)).toEqual(['raeume'])
    expect(working.losses.map(({ factorId }) => factorId)).toEqual(['netzwerke'])
    expect(working.gains[0]!.answers.map(({ before: was, after: is, commentAfter }) => [was, is, commentAfter])).toEqual([
      ['raeume-struktur 1', 'raeume-struktur 4', 'Frau Muster weiß mehr'],
      ['raeume-praxis 1', 'raeume-praxis 4', ''],
    ])
    expect(JSON.stringify(sinceOf(before, after))).not.toContain('Muster')
  })

  test('what a migrated version leaves uncomparable is not called a change', () => {
    const reworded = Object.fromEntries(
      one.factors.filter(({ level }) => level === 'vor-ort').map(({ id }) => [`${id}-struktur`, 'reworded' as const]),
    )
    const [earlier, later] = buildVersions(instrumentOutline, { changes: reworded }).map(({ questionnaire }) => questionnaire)
    const since = sinceOf(buildRound(earlier!, 2024, allMarks(earlier!, 1)), buildRound(later!, 2026, allMarks(later!, 3)))
    const [, , level] = since.levels
    expect(level).toMatchObject({ comparable: false, direction: null, beforeText: 'davor punktuell' })
    expect(level!.sentence).toBe('8 von 16 Fragen sind vergleichbar. Das ist zu wenig, um eine Veränderung zu nennen.')
    expect(since.cautions.join(' ')).toContain('8 Fragen sind neu gefasst')
    expect(since.gains.map(({ levelId }) => levelId)).not.toContain('vor-ort')
  })

  test('a town that knows nothing any more is told so, and nothing else', () => {
    const since = sinceOf(before, round(2026, '?'))
    expect(since.headline).toBe('Diese beiden Durchgänge lassen sich kaum vergleichen.')
    expect(new Set(since.levels.map(({ sentence }) => sentence))).toEqual(
      new Set(['Die Ebene ist nicht in beiden Durchgängen bewertbar. Darum lässt sich keine Veränderung nennen.']),
    )
    expect([since.gains, since.losses]).toEqual([[], []])
    expect(since.priorities.fresh.map(({ id }) => id)).toEqual(['ueberblick-schaffen'])
    expect(new Set(since.priorities.gone.map(({ text }) => text))).toEqual(
      new Set(['Nach den jetzigen Antworten nicht mehr empfohlen.']),
    )
  })
})

describe('what became of the measures', () => {
  const after = round(2026, 2)
  const planOf = (plan: readonly PlanMeasure[], given: Given = {}) =>
    sinceOf(before, after, { ...given, since: { plan, ...given.since } }).plan

  test('by status, then by day; what had ended before the earlier round is counted', () => {
    const plan = planOf([
      planMeasure('offen-spaet', { dueOn: '2028-01-01' }),
      planMeasure('laeuft', { status: 'laeuft', dueOn: '2026-06-30', overdue: true }),
      planMeasure('offen-frueh', { dueOn: '2027-06-30', resolvedOn: '2026-03-01', resolutionNumber: '2026/14' }),
      planMeasure('frueher', { status: 'erledigt', endedOn: '2025-02-01' }),
      planMeasure('erledigt', { status: 'erledigt', endedOn: '2025-02-02' }),
      planMeasure('verworfen', { status: 'verworfen', endedOn: '2026-01-01', reason: 'Kein Bedarf.' }),
    ])
    expect(plan.rows.map(({ id, dueText, statusText, resolutionText }) => [id, dueText, statusText, resolutionText])).toEqual([
      ['erledigt', '–', 'erledigt am 02.02.2025', '–'],
      ['laeuft', '30.06.2026', 'läuft, überfällig seit 30.06.2026', '–'],
      ['offen-frueh', '30.06.2027', 'geplant', 'vom 01.03.2026, Drucksache 2026/14'],
      ['offen-spaet', '01.01.2028', 'geplant', '–'],
      ['verworfen', '–', 'verworfen am 01.01.2026', '–'],
    ])
    expect(plan.sentences).toEqual([
      '5 Maßnahmen des Maßnahmenplans sind hier aufgeführt, mit dem Stand vom 01.02.2027: eine ist erledigt, eine läuft, 2 sind geplant und eine ist verworfen.',
      'Eine davon ist überfällig.',
    ])
    expect(plan.notes.join(' ')).toMatch(/^Eine weitere war schon beim letzten Mal erledigt oder verworfen/)
  })

  test('an empty plan says so; „nicht vorgesehen“ is counted', () => {
    const decisions = { 'raeume-beginnen': { decision: 'nicht-vorgesehen' as const, reason: 'Frau Muster will nicht' } }
    const plan = planOf([], { details: { decisions } })
    expect(plan.sentences).toEqual(['Im Maßnahmenplan stand am 01.02.2027 keine Maßnahme.'])
    expect(plan.notes).toEqual(['Eine Empfehlung ist als „nicht vorgesehen“ vermerkt.'])
    const old = planOf([planMeasure('a', { status: 'erledigt', endedOn: '2020-01-01' })])
    expect(old.sentences[0]).toMatch(/keine Maßnahme, die seit dem letzten Mal offen war/)
  })

  test('the Gremienfassung names offices, no people, and gives no reasons', () => {
    const plan = [
      planMeasure('amt'),
      planMeasure('anrede', { lead: 'Bauamt, Frau Muster' }),
      planMeasure('konto', { lead: 'otto  BEISPIEL' }),
      planMeasure('verworfen', { status: 'verworfen', endedOn: '2026-01-01', reason: 'Frau Muster will nicht' }),
    ]
    const people = ['Otto Beispiel']
    const forCommittee = planOf(plan, { since: { people } })
    expect(Object.fromEntries(forCommittee.rows.map(({ id, lead }) => [id, lead]))).toEqual({
      amt: 'Jugendamt',
      anrede: 'steht nur in der Arbeitsfassung',
      konto: 'steht nur in der Arbeitsfassung',
      verworfen: 'Jugendamt',
    })
    expect(forCommittee.dropped).toEqual([])
    const working = planOf(plan, { edition: 'arbeit', since: { people } })
    expect(working.rows.map(({ lead }) => lead)).toContain('otto  BEISPIEL')
    expect(working.dropped).toEqual([{ title: 'Maßnahme verworfen', reason: 'Frau Muster will nicht' }])
  })

  test.each([
    ['Herr Beispiel', true],
    ['Jugendamt (Dr. Muster)', true],
    ['Prof. Muster', true],
    ['Frauenbüro', false],
    ['Herrenhausen, Ortsrat', false],
    ['Stadtteilbüro', false],
    ['', false],
  ])('„%s“ names a person: %s', (lead, expected) => {
    expect(namesPerson(lead, ['', 'Erika Muster'])).toBe(expected)
  })

  test('many measures are cut to what a table holds, and the report says so', () => {
    const many = Array.from({ length: 45 }, (_, index) => planMeasure(`m${index}`, { title: 'Ort '.repeat(40).trim() }))
    const plan = planOf(many)
    expect(plan.rows).toHaveLength(40)
    expect(plan.rows[0]!.title).toMatch(/^.{30,70} …$/)
    expect(plan.notes).toEqual([expect.stringContaining('40 von 45'), expect.stringContaining('gekürzt')])
    expect(planOf(many.slice(0, 3).map((one) => ({ ...one, title: 'kurz' }))).notes).toEqual([])
  })
})

describe('new priorities', () => {
  const weak = (...ids: readonly string[]): Marks => Object.fromEntries(ids.map((id) => [id, [0, 0] as const]))
  const was = round(2024, 4, weak('raeume', 'schnittstelle', 'strategie'))
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

  test('which are new, which stayed, which are gone and why', () => {
    const since = sinceOf(was, round(2026, 4, weak('schnittstelle', 'image')))
    const { fresh, stayed, gone, lead } = since.priorities
    expect(ids(fresh)).toEqual(['image-beginnen', 'image-ausbauen'])
    expect(ids(stayed)).toEqual(['schnittstelle-beginnen', 'schnittstelle-ausbauen'])
    expect(ids(gone)).toEqual(['raeume-beginnen', 'strategie-beginnen', 'raeume-ausbauen'])
    expect(lead).toMatch(/ersten vier Maßnahmen.* 2 sind neu, 2 sind geblieben\. 3 Maßnahmen von damals/)
    expect(fresh[0]!.text).toBe('Beim letzten Mal nicht empfohlen. Noch nicht im Maßnahmenplan.')
    expect(gone[0]!.text).toBe('Zu „Faktor raeume“ liegen Antworten höher als davor.')
  })

  test('a measure that others overtook is said to stand further back, with what the town made of it', () => {
    const plan = [planMeasure('p', { contentMeasureId: 'strategie-beginnen', status: 'laeuft' })]
    const decisions = { 'raeume-beginnen': { decision: 'nicht-vorgesehen' as const, reason: '' } }
    const is = round(
      2026,
      4,
      weak('raeume', 'schnittstelle', 'strategie', 'zustaendigkeit', 'rueckendeckung', 'quartiermanagement'),
    )
    const { fresh, stayed, gone } = sinceOf(was, is, { since: { plan }, details: { decisions } }).priorities
    expect(ids(gone)).toContain('strategie-beginnen')
    expect(gone.find(({ id }) => id === 'strategie-beginnen')!.text).toBe(
      'Andere Maßnahmen sind vorgerückt; sie steht jetzt weiter hinten. Im Maßnahmenplan: läuft.',
    )
    expect(stayed.find(({ id }) => id === 'raeume-beginnen')!.text).toBe('Entschieden: nicht vorgesehen.')
    expect(fresh).toHaveLength(3)
  })

  test('the earlier order is that of its own targets', () => {
    const low = { value: 50, reason: 'reicht', dueOn: null }
    const lower = round(2024, 4, { image: [2, 2] })
    const now = round(2026, 4, { image: [2, 2] })
    expect(ids(sinceOf(lower, now).priorities.stayed)).toEqual(['image-ausbauen'])
    const since = sinceOf(lower, now, { since: { targetsBefore: { image: low } } })
    expect(ids(since.priorities.fresh)).toEqual(['image-ausbauen'])
    const gone = sinceOf(lower, now, { details: { targets: { image: low } } }).priorities.gone
    expect(gone.map(({ text }) => text)).toEqual(['Das Ziel für „Faktor image“ ist erreicht.'])
  })

  test('every target that is set, with what became of it', () => {
    const targets = {
      raeume: { value: 50, reason: 'reicht', dueOn: null },
      image: { value: 75, reason: '', dueOn: '2026-06-30' },
      begegnung: { value: 75, reason: '', dueOn: '2028-06-30' },
      netzwerke: { value: 75, reason: '', dueOn: null },
    }
    const { targetsText, targets: rows } = sinceOf(before, round(2026, 1, { raeume: [2, 2] }), {
      details: { targets },
    }).priorities
    expect(targetsText).toBe('3 Ziele sind gesetzt. Eines ist erreicht. Bei einem ist der Termin vorbei.')
    expect(rows.map(({ factorId, stageText, dueText, stateText }) => [factorId, stageText, dueText, stateText])).toEqual([
      ['raeume', 'im Aufbau', 'ohne Termin', 'erreicht'],
      ['begegnung', 'punktuell', '30.06.2028', 'noch nicht erreicht'],
      ['image', 'punktuell', '30.06.2026', 'noch nicht erreicht, Termin vorbei'],
    ])
    expect(sinceOf(before, round(2026, 1)).priorities.targetsText).toBe('')
  })
})
