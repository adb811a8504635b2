/** What must hold for every ranked list (E1–E6). */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compileQuestionnaire } from '@/lib/questionnaire/compile'
import type { Questionnaire, Sheet } from '@/lib/questionnaire/questionnaire'
import { rankMeasures } from '@/lib/recommendations/rank'
import { scoreSheet } from '@/lib/scoring/score'
import { buildParts, type FactorOutline, type MeasureOutline } from '@/tests/factories/build-questionnaire'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { sheetArbitrary } from './sheet-arbitrary'

const runs = { numRuns: 300 }

/** Some measures of the instrument need others: within a level, across levels, and in a chain. */
const needs: Readonly<Record<string, string[]>> = {
  'ressortuebergreifend-beginnen': ['rueckendeckung-beginnen'],
  'infrastruktur-beginnen': ['raeume-ausbauen'],
  'raeume-ausbauen': ['quartiermanagement-beginnen'],
  'dialogformate-ausbauen': ['schnittstelle-beginnen', 'ressourcen-ausbauen'],
  'image-beginnen': ['image-ausbauen', 'ueberblick-schaffen'],
}
const withNeeds = (factor: FactorOutline): FactorOutline => {
  const fallback: MeasureOutline[] = [
    { id: `${factor.id}-beginnen`, trigger: { any: [{ question: `${factor.id}-struktur`, from: 0, below: 2 }] } },
    { id: `${factor.id}-ausbauen`, trigger: { any: [{ question: `${factor.id}-praxis`, from: 0, below: 4 }] } },
  ]
  return {
    ...factor,
    measures: (factor.measures ?? fallback).map((measure) => ({ ...measure, prerequisites: needs[measure.id] ?? [] })),
  }
}
const { levels, challenges } = instrumentOutline
const parts = buildParts({
  levels: {
    verwaltung: levels.verwaltung.map(withNeeds),
    intermediaer: levels.intermediaer.map(withNeeds),
    'vor-ort': levels['vor-ort'].map(withNeeds),
  },
  challenges,
})
const questionnaire = compileQuestionnaire(parts, 'probe')
const sheets = sheetArbitrary(questionnaire)

const place = (sheet: Sheet, used: Questionnaire = questionnaire) => scoreSheet(used, sheet).places[0]!
const rank = (sheet: Sheet, used: Questionnaire = questionnaire) => rankMeasures(used, sheet, place(sheet, used))

describe('every ranked list', () => {
  test('puts a recommended prerequisite before what needs it', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const position = new Map(rank(sheet).map(({ measureId, rank: at }) => [measureId, at]))
        for (const [measure, needed] of Object.entries(needs)) {
          for (const id of needed) {
            if (position.has(measure) && position.has(id)) expect(position.get(id)!).toBeLessThan(position.get(measure)!)
          }
        }
      }),
      runs,
    )
  })

  test('a lifted prerequisite stands directly before what it was lifted for, or before others lifted for the same', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const ranked = rank(sheet).filter(({ unknowns }) => unknowns === 0)
        ranked.forEach((measure, index) => {
          if (measure.liftedBy.length === 0) return
          const until = ranked.findIndex(({ measureId }) => measure.liftedBy.includes(measureId))
          expect(until).toBeGreaterThan(index)
          expect(ranked.slice(index, until).every(({ liftedBy }) => liftedBy.length > 0)).toBe(true)
        })
      }),
      runs,
    )
  })

  /** 0 for a factor's first measure in the list by `order`, 1 for its second …; lifted ones and the one for all unknowns left out. */
  function turns(ranked: ReturnType<typeof rank>) {
    const own = ranked.filter(({ unknowns }) => unknowns === 0)
    const orderOf = (id: string) => questionnaire.measureById.get(id)!.order
    return own
      .filter(({ liftedBy }) => liftedBy.length === 0)
      .map((measure) => ({
        measure,
        turn: own.filter((other) => other.factorId === measure.factorId && orderOf(other.measureId) < orderOf(measure.measureId))
          .length,
      }))
  }

  test('names the first measures of all factors before any second, lifted prerequisites aside', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const order = turns(rank(sheet)).map(({ turn }) => turn)
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
      runs,
    )
  })

  test('falls in P within each turn, lifted prerequisites aside', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const listed = turns(rank(sheet))
        listed.slice(1).forEach(({ measure, turn }, index) => {
          const before = listed[index]!
          if (before.turn === turn) expect(measure.priority!.product.lte(before.measure.priority!.product)).toBe(true)
        })
      }),
      runs,
    )
  })

  test('collects all „Weiß nicht“ in one measure within the first five', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const unknown = place(sheet).levels.reduce((sum, { coverage }) => sum + coverage.unknown, 0)
        const collecting = rank(sheet).filter(({ unknowns }) => unknowns > 0)
        expect(collecting.map(({ unknowns }) => unknowns)).toEqual(unknown > 0 ? [unknown] : [])
        if (unknown > 0) expect(collecting[0]!.rank).toBeLessThanOrEqual(5)
      }),
      runs,
    )
  })

  test('names each measure once, ranks counted from one, never for a factor at its target or without an answer', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const ranked = rank(sheet)
        expect(new Set(ranked.map(({ measureId }) => measureId)).size).toBe(ranked.length)
        expect(ranked.map(({ rank: at }) => at)).toEqual(ranked.map((_, index) => index + 1))
        for (const { priority, unknowns, triggeredBy } of ranked.filter((measure) => measure.unknowns === 0)) {
          expect({ unknowns, gap: priority?.gap.gt(0), triggered: triggeredBy.length > 0 }).toEqual({
            unknowns: 0,
            gap: true,
            triggered: true,
          })
        }
      }),
      runs,
    )
  })

  test('does not depend on the order of content files', () => {
    const turned = compileQuestionnaire(
      { ...parts, factors: parts.factors.toReversed(), measures: parts.measures.toReversed() },
      'probe',
    )
    fc.assert(
      fc.property(sheets, (sheet) => {
        expect(rank(sheet, turned).map(({ measureId }) => measureId)).toEqual(rank(sheet).map(({ measureId }) => measureId))
      }),
      runs,
    )
  })
})
