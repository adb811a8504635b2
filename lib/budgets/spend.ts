import { RateLimiterMemory } from 'rate-limiter-flexible'
import { AppError } from '../errors'
import { logSecurity } from '../security-log'
import { Budget, type Spender } from './budget'
import { budgetLimits, type BudgetName } from './limits'

interface Room {
  readonly budgets: Readonly<Record<BudgetName, Budget>>
  /** Each budget is told once a minute: who asks too often writes no log either. */
  readonly told: RateLimiterMemory
}

const newRoom = (): Room => ({
  budgets: Object.fromEntries(
    Object.entries(budgetLimits).map(([name, limits]) => [name, new Budget(limits)]),
  ) as Room['budgets'],
  told: new RateLimiterMemory({ points: 1, duration: 60 }),
})

/** Route Handlers and pages may be separate bundles of one process. */
const shared = globalThis as typeof globalThis & { [slot: symbol]: Room | undefined }
const slot = Symbol.for('drei-ebenen-check.budgets')
const room = () => (shared[slot] ??= newRoom())

/** Forgets what was used, as a restart does; for tests. */
export function resetBudgets(): void {
  shared[slot] = newRoom()
}

async function tell(name: BudgetName, { address }: Spender): Promise<void> {
  const isFirst = await room()
    .told.consume(name)
    .then(
      () => true,
      () => false,
    )
  if (isFirst) logSecurity('budget-spent', { what: name, address })
}

/**
 * Uses some of a budget.
 * @returns null, or in how many seconds there is more
 */
export async function trySpend(name: BudgetName, spender: Spender, points = 1): Promise<number | null> {
  const wait = await room().budgets[name].spend(spender, points)
  if (wait !== null) await tell(name, spender)
  return wait
}

/**
 * Uses some of a budget.
 * @param field of the form that the refusal is told at; none unless given
 * @throws AppError `throttled`, saying in how many minutes there is more
 */
export async function spend(
  name: BudgetName,
  spender: Spender,
  { points = 1, field }: { readonly points?: number; readonly field?: string } = {},
): Promise<void> {
  const wait = await trySpend(name, spender, points)
  if (wait === null) return
  const values = { reason: 'budget', minutes: Math.ceil(wait / 60) }
  throw new AppError('throttled', {
    values,
    retryAfter: wait,
    fields: field === undefined ? [] : [{ field, code: 'throttled', values }],
  })
}
