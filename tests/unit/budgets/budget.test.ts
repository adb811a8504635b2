import { describe, expect, test } from '@jest/globals'
import { Budget } from '@/lib/budgets/budget'

const limits = { minutes: 10, each: 3, all: 8 }
const at = (address: string | null, userId: string | null = null) => ({ address, userId })

/** Gives how many of so many tries were granted. */
async function granted(budget: Budget, tries: number, spenderOf: (index: number) => ReturnType<typeof at>): Promise<number> {
  let count = 0
  for (let index = 0; index < tries; index += 1) if ((await budget.spend(spenderOf(index))) === null) count += 1
  return count
}

describe('a budget', () => {
  test('gives each address its part, and says in how many seconds there is more', async () => {
    const budget = new Budget(limits)
    expect(await granted(budget, 5, () => at('192.0.2.1'))).toBe(3)
    const wait = await budget.spend(at('192.0.2.1'))
    expect(wait).toBeGreaterThan(590)
    expect(wait).toBeLessThanOrEqual(600)
    expect(await budget.spend(at('192.0.2.2'))).toBeNull()
  })

  test('gives all addresses together no more than there is', async () => {
    expect(await granted(new Budget(limits), 20, (index) => at(`192.0.2.${index}`))).toBe(8)
  })

  test('whoever has none left takes nothing from the others', async () => {
    const budget = new Budget(limits)
    await granted(budget, 1_000, () => at('192.0.2.1'))
    expect(await granted(budget, 5, (index) => at(`192.0.2.${2 + index}`))).toBe(5)
  })

  test('without a known address only what all share counts', async () => {
    expect(await granted(new Budget(limits), 20, () => at(null))).toBe(8)
  })

  test('people who are signed in have their own, by person: strangers at the same address use up nothing of it', async () => {
    const budget = new Budget(limits)
    await granted(budget, 100, (index) => at(`192.0.2.${index % 20}`))
    expect(await granted(budget, 6, () => at('192.0.2.1', 'erika'))).toBe(3)
    expect(await granted(budget, 6, () => at('192.0.2.1', 'ali'))).toBe(3)
    // And the other way round.
    const other = new Budget(limits)
    await granted(other, 100, (index) => at('192.0.2.1', `person-${index}`))
    expect(await granted(other, 3, () => at('192.0.2.1'))).toBe(3)
  })

  test('several points at once: refused as a whole, and what is left stays', async () => {
    const budget = new Budget({ minutes: 10, each: 100, all: 1_000 })
    expect(await budget.spend(at('192.0.2.1'), 60)).toBeNull()
    expect(await budget.spend(at('192.0.2.1'), 60)).not.toBeNull()
    expect(await budget.spend(at('192.0.2.1'), 40)).toBeNull()
  })

  test('remembers no more addresses than all may ask for, however many try', async () => {
    const budget = new Budget(limits)
    await granted(budget, 5_000, (index) => at(`2001:db8:0:${index.toString(16)}::/64`))
    expect(budget.remembered()).toBeLessThanOrEqual(limits.all)
  })
})
