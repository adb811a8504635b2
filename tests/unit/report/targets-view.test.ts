import { describe, expect, test } from '@jest/globals'
import { createTranslate } from '@/lib/i18n/translate'
import { buildTargetsView, type OwnTarget, type TargetView } from '@/lib/report/targets-view'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import type { Marks } from '@/tests/factories/build-sheet'
import { buildRound } from '@/tests/factories/progress-rounds'

const t = createTranslate('de')
const questionnaire = buildQuestionnaire({
  levels: {
    verwaltung: [{ id: 'stadt', mayNotApply: true }, { id: 'rat' }],
    intermediaer: [{ id: 'dialog' }],
    'vor-ort': [{ id: 'ort', subject: 'quartier' }],
  },
})
const round = (year: number, marks: Marks, place: { id: string; name: string } = { id: 'p1', name: 'Nord' }) => {
  const built = buildRound(questionnaire, year, marks)
  return { ...built, sheet: { ...built.sheet, places: [{ ...place, answers: built.sheet.places[0]!.answers }] } }
}
const lowered = { value: 60, reason: 'Haushaltssperre', dueOn: '2027-12-31', version: 2 }

function view(rounds: ReturnType<typeof round>[], targets: OwnTarget[] = []): Record<string, TargetView> {
  const { levels } = buildTargetsView(questionnaire, rounds, targets, t)
  return Object.fromEntries(levels.flatMap(({ factors }) => factors).map((one) => [one.factorId, one]))
}

describe('targets beside the last known state', () => {
  test('every factor aims at 75 and is not known without a round', () => {
    expect(view([])['stadt']).toMatchObject({
      state: 'no-round',
      stateText: 'noch kein Stand',
      standText: 'noch kein Stand',
      targetText: 'etabliert (75 Punkte)',
      figures: null,
      own: { factorId: 'stadt', subjectId: '', value: 75, reason: '', dueOn: null, version: 0 },
    })
    expect(view([])['ort']?.own).toBeNull()
  })

  test('a set target stands with its day and reason; the exact gap is told in points', () => {
    const { stadt, rat } = view([round(2026, { stadt: [2, 2], rat: [3, 3] })], [{ factorId: 'stadt', subjectId: '', ...lowered }])
    expect(stadt).toMatchObject({
      state: 'below',
      standText: 'im Aufbau („2026“)',
      targetText: 'etabliert (60 Punkte), bis 31.12.2027',
      reason: 'Haushaltssperre',
      figures: 'Stand: 50 Punkte. Ziel: 60 Punkte. Es fehlen 10 Punkte.',
    })
    expect(rat).toMatchObject({ state: 'reached', figures: 'Stand: 75 Punkte. Ziel: 75 Punkte.' })
  })

  test('a stage is a range: within the target’s own stage it is said that the target is not reached yet (Z2)', () => {
    const states = Object.entries({ within: [3, 2], below: [2, 2], reached: [3, 3] } as const).map(([, marks]) => {
      const { stadt } = view([round(2026, { stadt: [...marks] })])
      return [stadt?.standText, stadt?.stateText]
    })
    expect(states).toEqual([
      ['etabliert („2026“)', 'Stufe erreicht, Ziel noch nicht'],
      ['im Aufbau („2026“)', 'Ziel noch nicht erreicht'],
      ['etabliert („2026“)', 'Ziel erreicht'],
    ])
  })

  test('a round that does not know leaves the last known state (Z3)', () => {
    const { stadt, rat } = view([round(2022, { stadt: [1, 1] }), round(2024, { stadt: [4, 4] }), round(2026, { rat: ['?', 2] })])
    expect(stadt?.standText).toBe('verankert („2024“)')
    expect(rat).toMatchObject({ state: 'not-assessable', standText: 'nicht bewertbar („2026“)', figures: null })
  })

  test('what does not apply has neither stand nor gap', () => {
    expect(view([round(2026, { stadt: ['-', '-'] })])['stadt']).toMatchObject({
      state: 'not-applicable',
      standText: 'trifft nicht zu',
      figures: null,
    })
  })

  test('another Quartier says nothing about this one; the same name is the same Quartier', () => {
    const before = round(2024, { ort: [4, 4] })
    const elsewhere = view([before, round(2026, {}, { id: 'p2', name: 'Süd' })])['ort']
    expect(elsewhere).toMatchObject({ state: 'not-assessable', own: { subjectId: 'p2' } })
    const renewed = view([before, round(2026, {}, { id: 'p3', name: ' nord' })])['ort']
    expect(renewed).toMatchObject({ state: 'reached', own: { subjectId: 'p3' } })
  })

  test('a target set under an earlier id of the Quartier stays in place; that of the newest id comes first', () => {
    const rounds = [round(2024, {}), round(2026, {}, { id: 'p3', name: 'Nord' })]
    const old = { factorId: 'ort', subjectId: 'p1', ...lowered }
    expect(view(rounds, [old])['ort']?.own).toEqual(old)
    expect(view(rounds, [old, { ...old, subjectId: 'p3', value: 55 }])['ort']?.own?.value).toBe(55)
    expect(view(rounds, [{ ...old, subjectId: 'fremd' }])['ort']?.own?.version).toBe(0)
  })

  test('without a name the Quartier has no target', () => {
    const { ort, stadt } = view([round(2026, {}, { id: 'quartier', name: '' })])
    expect(ort?.own).toBeNull()
    expect(stadt?.own).not.toBeNull()
  })
})
