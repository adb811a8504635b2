/** Rounds of 1.0.0 and of the 1.1.0 made for tests: only what 1.1.0 changes is content (V2, V3). */
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { compareRounds } from '@/lib/scoring/compare'
import { allMarks, buildSheet } from '@/tests/factories/build-sheet'
import { contentWithNextVersion } from '@/tests/factories/next-version'
import { partsOf } from '@/tests/factories/read-comparison'
import { sheetArbitrary } from '@/tests/properties/sheet-arbitrary'

const root = contentWithNextVersion()
afterAll(() => rmSync(root, { recursive: true, force: true }))
const before = loadQuestionnaire(root, 'drei-ebenen-check', '1.0.0')
const after = loadQuestionnaire(root, 'drei-ebenen-check', '1.1.0')
const changed = ['landkreis', 'netzwerke', 'transparenz', 'vernetzung']

describe('1.0.0 and 1.1.0', () => {
  const comparison = compareRounds(
    { questionnaire: before, sheet: buildSheet(before, allMarks(before, 2)) },
    { questionnaire: after, sheet: buildSheet(after, allMarks(after, 2, { transparenz: [3, 4], raeume: [3, 3] })) },
  )
  const factors = comparison.levels.flatMap((level) => level.factors)

  test('differ in the questions the migration lists', () => {
    const changes = factors.flatMap(({ questions }) => questions).filter(({ kind }) => kind !== 'same')
    expect(changes.map(({ questionId, kind }) => [questionId, kind])).toEqual([
      ['landkreis-praxis', 'reworded'],
      ['transparenz-struktur', 'improved'],
      ['transparenz-praxis', 'reworded'],
      ['netzwerke-praxis-2', 'added'],
      ['netzwerke-praxis', 'dropped'],
      ['raeume-struktur', 'improved'],
      ['raeume-praxis', 'improved'],
      ['vernetzung-praxis', 'reworded'],
    ])
  })

  test('split what moved', () => {
    const of = (id: string) => partsOf(factors.find(({ factorId }) => factorId === id)!)
    expect([of('transparenz'), of('raeume')]).toEqual([
      ['75/2', '25', '0', '25/2'],
      ['25', '25', '0', '0'],
    ])
    expect(comparison.levels.map((level) => [level.levelId, partsOf(level), level.overlap.share?.toFraction()])).toEqual([
      ['verwaltung', ['0', '0', '0', '0'], '15/16'],
      ['intermediaer', ['75/14', '25/7', '0', '25/14'], '4/5'],
      ['vor-ort', ['25/8', '25/8', '0', '0'], '15/16'],
    ])
  })

  test('give parts that add up, and no content where nothing was changed', () => {
    fc.assert(
      fc.property(sheetArbitrary(before), sheetArbitrary(after), (one, other) => {
        const { levels } = compareRounds({ questionnaire: before, sheet: one }, { questionnaire: after, sheet: other })
        for (const level of levels) {
          for (const { change } of [level, ...level.factors]) {
            if (change) expect(change.practice.add(change.known).add(change.content).equals(change.total)).toBe(true)
          }
          for (const { factorId, change } of level.factors) {
            if (!changed.includes(factorId)) expect(change?.content.valueOf() ?? 0).toBe(0)
          }
        }
      }),
    )
  })
})
