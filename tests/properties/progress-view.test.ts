/** V5 and V7, as the reader sees them. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createTranslate } from '@/lib/i18n/translate'
import { buildCourseView } from '@/lib/report/course-view'
import type { ProgressRound, ProgressView, SplitView } from '@/lib/report/progress-types'
import { buildProgressView } from '@/lib/report/progress-view'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { buildVersions } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { buildRound } from '@/tests/factories/progress-rounds'
import { changesArbitrary } from './changes-arbitrary'
import { sheetArbitrary } from './sheet-arbitrary'

const t = createTranslate('de')
const first = buildQuestionnaire(instrumentOutline)
const laterVersions = changesArbitrary([...first.questionById.keys()]).map(
  (changes) => buildVersions(instrumentOutline, { changes })[1]!.questionnaire,
)
const roundOf = (year: number) => (questionnaire: typeof first) =>
  sheetArbitrary(questionnaire).map((sheet): ProgressRound => ({ ...buildRound(questionnaire, year, {}), sheet }))
const earlier = fc.constant(first).chain(roundOf(2024))
const later = fc.oneof(fc.constant(first), laterVersions).chain(roundOf(2026))
const runs = { numRuns: 60 }

const figures = ({ levels }: ProgressView) => levels.flatMap((level) => [level, ...level.factors])
const partsOf = ({ total, practice, known, content }: SplitView) => [total, practice, known, content]

describe('the comparison as shown', () => {
  test('of a round with itself shows nothing', () => {
    fc.assert(
      fc.property(earlier, (round) => {
        const view = buildProgressView(round, round, [], t)
        expect([view.gains, view.losses, view.otherReasons, view.profile, view.cautions]).toEqual([[], [], [], [], []])
        for (const figure of figures(view)) {
          expect(figure.split ? partsOf(figure.split) : [0, 0, 0, 0]).toEqual([0, 0, 0, 0])
          expect(figure.direction ?? 'same').toBe('same')
        }
        expect(view.levels.flatMap((level) => level.factors.flatMap(({ answers }) => answers))).toEqual([])
      }),
      runs,
    )
  })

  test('of swapped rounds is negated; gains become losses', () => {
    fc.assert(
      fc.property(earlier, later, (before, after) => {
        const [there, back] = [buildProgressView(before, after, [], t), buildProgressView(after, before, [], t)]
        const backById = new Map(
          back.levels.flatMap((level) => [level, ...level.factors].map((one) => [`${level.id}/${one.id}`, one])),
        )
        for (const level of there.levels) {
          for (const figure of [level, ...level.factors]) {
            const other = backById.get(`${level.id}/${figure.id}`)!
            expect([other.before, other.after, other.comparable]).toEqual([figure.after, figure.before, figure.comparable])
            expect(other.split && partsOf(other.split).map((part) => 0 - part)).toEqual(figure.split && partsOf(figure.split))
          }
        }
        expect(back.gains).toHaveLength(there.losses.length)
        expect(back.losses).toHaveLength(there.gains.length)
      }),
      runs,
    )
  })

  test('the parts shown add up to the values shown', () => {
    fc.assert(
      fc.property(earlier, later, (before, after) => {
        for (const { split } of figures(buildProgressView(before, after, [], t))) {
          if (!split) continue
          expect(split.practice + split.known + split.content).toBe(split.total)
          const [was, ...rest] = split.rows.map(({ value }) => Number(value.replace('\u2212', '-').replace(/ Punkte?$/, '')))
          const is = rest.pop()!
          expect(rest.reduce((sum, part) => sum + part, was!)).toBe(is)
        }
      }),
      runs,
    )
  })
})

test('the course shows the same steps as the comparison of its neighbours', () => {
  fc.assert(
    fc.property(earlier, later, (before, after) => {
      const view = buildProgressView(before, after, [], t)
      const [step] = buildCourseView([before, after], [], t).steps
      expect(step!.levels).toEqual(
        view.levels.map(({ id, short, headline, split, shareText }) => ({ id, short, headline, split, shareText })),
      )
    }),
    { numRuns: 20 },
  )
})
