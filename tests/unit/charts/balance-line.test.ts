import { describe, expect, test } from '@jest/globals'
import { balanceLine } from '@/lib/charts/balance-line'
import { neutral } from '@/lib/charts/palette'
import type { BalanceView } from '@/lib/report/balance-types'

const size = { width: 500, mark: 16, lineHeight: 14 }
const view = (stages: readonly (number | null)[]): BalanceView => ({
  state: 'balanced',
  certainty: null,
  sentence: '',
  alt: '',
  explanation: { title: '', summary: '', rows: [], leftOut: [], cap: null, figures: [], next: null },
  marks: (['verwaltung', 'intermediaer', 'vor-ort'] as const).map((levelId, index) => ({
    levelId,
    short: levelId,
    stage: stages[index] ?? null,
    stageText: '',
  })),
})

describe('the line of balance', () => {
  test('puts each level over the centre of its stage', () => {
    const { labels, stages } = balanceLine(view([3, 2, 1]), size)
    expect(labels.map(({ levelId, x }) => [levelId, x]).sort()).toEqual([
      ['intermediaer', 250],
      ['verwaltung', 350],
      ['vor-ort', 150],
    ])
    expect(stages.map(({ occupied }) => occupied)).toEqual([false, true, true, true, false])
  })

  test('joins the outermost stages, and draws no join where all share one', () => {
    const join = (stages: number[]) => balanceLine(view(stages), size).shapes.filter(({ stroke }) => stroke === neutral.ink)
    expect(join([3, 2, 1])[0]?.d).toMatch(/^M 150 .* H 350$/)
    expect(join([2, 2, 2])).toHaveLength(0)
  })

  test('sets the words of levels on one stage one above the other and grows for them', () => {
    const { labels, height } = balanceLine(view([2, 2, 2]), size)
    expect(new Set(labels.map(({ y }) => y)).size).toBe(3)
    expect(Math.min(...labels.map(({ y }) => y))).toBeGreaterThan(0)
    expect(height).toBeGreaterThan(balanceLine(view([3, 2, 1]), size).height)
  })

  test('names levels without a stage instead of placing them', () => {
    const { labels, missing } = balanceLine(view([3, null, null]), size)
    expect(labels).toHaveLength(1)
    expect(missing).toEqual(['intermediaer', 'vor-ort'])
  })

  test('stays a line with five stages when nothing is assessable', () => {
    const { stages, labels, height } = balanceLine(view([null, null, null]), size)
    expect(stages).toHaveLength(5)
    expect(labels).toHaveLength(0)
    expect(height).toBeGreaterThan(0)
  })
})
