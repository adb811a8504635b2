/** How long the report gets with the real content, whatever is known. */
import { describe, expect, test } from '@jest/globals'
import { createTranslate } from '@/lib/i18n/translate'
import { renderReport } from '@/lib/report/pdf/render-report'
import { buildReport } from '@/lib/report/view-model'
import type { Mode, Profile } from '@/lib/questionnaire/questionnaire'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { buildSheet, type Mark } from '../factories/build-sheet'
import { anchors } from '@/lib/report/pdf/sections/section'
import { readStructure } from './pdf-structure'

const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
/** A number with no common divisor spreads the unknowns over all levels. */
const spread = 17

interface Town {
  /** Number of challenges. */
  readonly chosen?: number
  readonly profile?: Profile
}

/** Everything a profile can say, each list in full. */
const wholeProfile: Profile = Object.fromEntries(
  questionnaire.profileFields.map((field) => {
    if (field.type === 'number') return [field.id, { value: field.min, year: 2025, source: 'Statistisches Landesamt' }]
    if (field.id === 'status') return [field.id, 'kreisangehoerig']
    if (field.type === 'choice') return [field.id, field.options.at(-1)!.id]
    return [field.id, field.type === 'multi' ? field.options.map(({ id }) => id) : 'Musterstadt an der langen Lahn']
  }),
)

/** Marks for the 46 questions in order. */
function sheetOf(mode: Mode, markOf: (index: number) => Mark, { chosen = 4, profile = { name: 'Musterstadt' } }: Town = {}) {
  const marks = questionnaire.factors.map(
    ({ id, questions }, factor) => [id, questions.map((_, index) => markOf(factor * questions.length + index))] as const,
  )
  const challenges = questionnaire.challenges.slice(0, chosen).map(({ id }) => id)
  return buildSheet(questionnaire, Object.fromEntries(marks), { mode, profile, challenges })
}

const withUnknowns =
  (count: number) =>
  (index: number): Mark =>
    (index * spread) % 46 < count ? '?' : (((index * 7) % 5) as Mark)

const few =
  (unknown: number, other: (index: number) => Mark) =>
  (index: number): Mark =>
    (index * spread) % 46 < unknown ? '?' : other(index)
const lowOrNext = (index: number): Mark => (index % 2 === 0 ? 1 : 0)

const cases: readonly [string, Mode, (index: number) => Mark, Town][] = [
  ['everything at its lowest', 'voll', () => 0, {}],
  ['everything at its highest', 'voll', () => 4, {}],
  ['10 of 46 unknown', 'voll', withUnknowns(10), {}],
  ['nothing unknown', 'voll', withUnknowns(0), {}],
  ['24 of 46 unknown', 'voll', withUnknowns(24), {}],
  ['everything unknown', 'voll', () => '?', {}],
  ['nothing answered', 'voll', () => '_', {}],
  ['everything at its lowest', 'schnell', () => 0, {}],
  ['nothing answered', 'schnell', () => '_', {}],
  ['everything at its lowest, no challenge', 'voll', () => 0, { chosen: 0 }],
  ['everything at its lowest, whole profile', 'voll', () => 0, { chosen: 0, profile: wholeProfile }],
  ['low, whole profile, all challenges', 'voll', lowOrNext, { chosen: 9, profile: wholeProfile }],
  ['low, 7 unknown, whole profile', 'voll', few(7, lowOrNext), { chosen: 0, profile: wholeProfile }],
  ['2 at most, 9 unknown, whole profile', 'voll', few(9, () => 2), { chosen: 9, profile: wholeProfile }],
]

/** Characters of a page of which more than half is empty. */
const emptyBelow = 1000

describe('the report without comments has 12 to 25 pages', () => {
  test.each(cases)(
    '%s (%s)',
    async (_, mode, markOf, town) => {
      const details = { date: new Date('2026-11-23T12:00:00Z'), edition: 'gremien', agreedOn: null, answeredBy: [] } as const
      const view = buildReport(
        questionnaire,
        sheetOf(mode, markOf, town),
        { ...details, notes: {}, decisions: {} },
        createTranslate('de'),
      )
      const { bytes } = await renderReport({ view, coatOfArms: null, fonts: 'lib/report/fonts' })
      const { pages, pageTexts, destinations } = await readStructure(bytes)
      // The chapter of findings and charts flows: only its last page may end early.
      const [first, next] = [destinations.get(anchors.governance)!, destinations.get(anchors.conclusions)!]
      for (const text of pageTexts.slice(first - 1, next - 2)) expect(text.length).toBeGreaterThan(emptyBelow)
      expect(pages).toBeGreaterThanOrEqual(12)
      expect(pages).toBeLessThanOrEqual(25)
    },
    60_000,
  )
})
