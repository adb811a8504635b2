import { describe, expect, test } from '@jest/globals'
import { createTranslate } from '@/lib/i18n/translate'
import { buildCourseView } from '@/lib/report/course-view'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { allMarks, type Mark, type Marks } from '@/tests/factories/build-sheet'
import { buildVersions } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { buildRound } from '@/tests/factories/progress-rounds'

const t = createTranslate('de')
const one = buildQuestionnaire(instrumentOutline)
const round = (year: number, mark: Mark, marks: Marks = {}, more: Parameters<typeof buildRound>[3] = {}) =>
  buildRound(one, year, allMarks(one, mark, marks), more)
const townHall = (view: ReturnType<typeof buildCourseView>) => view.levels.find(({ id }) => id === 'verwaltung')!

describe('the course of all rounds (V6)', () => {
  test('of none and of one', () => {
    expect(buildCourseView([], [], t)).toMatchObject({
      lead: 'Es gibt noch keinen Durchgang.',
      rounds: [],
      levels: [],
      steps: [],
    })
    const single = buildCourseView([round(2024, 2)], [], t)
    expect(single.lead).toMatch(/Bisher gibt es einen Durchgang/)
    expect(townHall(single).points).toEqual([
      { stage: 'im-aufbau', stageText: 'im Aufbau', position: 2.5, capped: false, joined: false },
    ])
  })

  test('puts each mark into the band of its stage', () => {
    const capped = { rueckendeckung: [0, 0] as const }
    const view = buildCourseView([round(2022, 0), round(2024, 3, capped), round(2026, 4), round(2027, '?')], [], t)
    expect(townHall(view).points.map(({ position, capped: held }) => [position, held])).toEqual([
      [0, false],
      [3, true],
      [5, false],
      [null, false],
    ])
    expect(townHall(view).points.map(({ joined }) => joined)).toEqual([false, true, true, false])
  })

  test('says where no line is drawn, and why', () => {
    const quick = round(2026, 2, {}, { sheet: { mode: 'schnell' } })
    const view = buildCourseView([round(2024, '?'), round(2025, 2), quick], [], t)
    expect(townHall(view).gaps).toEqual([
      'Von „2024“ zu „2025“ ist keine Linie gezogen: Die Ebene ist nicht in beiden Durchgängen bewertbar.',
      'Von „2025“ zu „2026“ ist keine Linie gezogen: 8 von 16 Fragen sind vergleichbar.',
    ])
    expect(townHall(view).alt).toBe('verwaltung im Verlauf: 2024: nicht bewertbar; 2025: im Aufbau; 2026: im Aufbau.')
  })

  test('names open rounds, coverage, balance and what was done in between', () => {
    const open = round(2026, 3, { strategie: ['?', '?'] }, { closedOn: null })
    const measure = { title: 'Ratsrunde', factorId: 'rueckendeckung', doneOn: '2025-06-01' }
    const view = buildCourseView([round(2024, 2), open], [measure], t)
    expect(view.cautions).toEqual([expect.stringMatching(/„2026“ ist noch offen/)])
    expect(view.coverage.shares.map(({ text }) => text)).toEqual(['100 % (46 von 46)', '95 % (44 von 46)'])
    expect(view.balance.rounds.map(({ marks }) => marks.map(({ stage }) => stage))).toEqual([
      [2, 2, 2],
      [3, 3, 3],
    ])
    expect(view.steps.map(({ from, to, measures }) => [from, to, measures])).toEqual([
      ['2024', '2026', ['Ratsrunde (01.06.2025)']],
    ])
  })

  test('keeps a factor that only an earlier version has, and leaves out what never applied', () => {
    const [, later] = buildVersions(instrumentOutline, { changes: {} })
    const without = {
      ...later!.questionnaire,
      factors: later!.questionnaire.factors.filter(({ id }) => id !== 'raeume'),
      factorsOfLevel: new Map(
        [...later!.questionnaire.factorsOfLevel].map(([id, factors]) => [id, factors.filter((factor) => factor.id !== 'raeume')]),
      ),
    }
    const kreisfrei = { profile: { status: 'kreisfrei' } }
    const after = buildRound(without, 2026, allMarks(without, 3), { sheet: kreisfrei })
    const view = buildCourseView([round(2024, 2, {}, { sheet: kreisfrei }), after], [], t)
    const names = view.levels.flatMap(({ factors }) => factors.map(({ id }) => id))
    expect(names.at(-1)).toBe('raeume')
    expect(names).not.toContain('landkreis')
    const dropped = view.levels.at(-1)!.factors.at(-1)!
    expect(dropped.points.map(({ stageText }) => stageText)).toEqual(['im Aufbau', 'nicht bewertbar'])
  })
})
