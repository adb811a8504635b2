/**
 * Whether what the clock says may be believed. A wrong clock must not delete anything for good: a machine that starts before it knows
 * the time, an emulator's snapshot, a slip of the keyboard. Pure: readings come in, a judgement goes out (docs/adr/0016).
 */

const hour = 60 * 60 * 1_000
const day = 24 * hour

export const clockLimits = {
  /** Ahead of the last time that was seen by more than this is not believed at once. Servers stand still over holidays, not longer. */
  ahead: 60 * day,
  /** So long a time that was not believed must go on before it is. */
  wait: day,
  /**
   * While the process runs: further ahead of the steady clock than this is not believed either; a laptop sleeps for days. Between two
   * readings that are not believed: more than this is another jump.
   */
  runAway: 7 * day,
  /** Behind the last time that was seen by more than this, the clock is slow. */
  behind: day,
  /** So long a slow clock must go on before its time is taken for the right one: then the earlier one was wrong. */
  behindFor: 60 * day,
  /** How often the clock is looked at while the process runs. */
  look: hour,
} as const

/** What is remembered from one look to the next, also over restarts. */
export interface ClockState {
  /** The last reading. */
  readonly seenAt: Date
  /** The last reading that was believed and not slow. */
  readonly goodAt: Date
  /** The first reading that was not believed; null while it is. */
  readonly suspectedAt: Date | null
  /** The earliest reading of a slow clock; null while it is not. */
  readonly behindFrom: Date | null
}

export interface Judgement {
  readonly state: ClockState
  /** True if things may be deleted by this reading. */
  readonly trusted: boolean
  /** What is new, and to be told. */
  readonly finding: 'ahead' | 'accepted' | 'back' | 'behind' | 'caught-up' | null
  /** The last time that was believed before this reading. */
  readonly before: Date
  /** The readings of a slow clock that is right again: what was written then bears a time that is too early. */
  readonly slow: { readonly from: Date; readonly to: Date } | null
}

/** Two clocks of one process: one that tells the time and may be set, and one that only counts on. */
export interface Reading {
  readonly time: Date
  /** Milliseconds since any moment. */
  readonly steady: number
}

/** True if the time has run ahead of the steady clock between two readings of one process. */
export function hasRunAway(before: Reading, after: Reading): boolean {
  return after.time.getTime() - before.time.getTime() - (after.steady - before.steady) > clockLimits.runAway
}

type Found = Omit<Judgement, 'before'>
const later = (date: Date, ms: number) => new Date(date.getTime() + ms)
const good = (now: Date): ClockState => ({ seenAt: now, goodAt: now, suspectedAt: null, behindFrom: null })
const believe = (now: Date, finding: Judgement['finding'] = null, slow: Judgement['slow'] = null): Found => ({
  state: good(now),
  trusted: true,
  finding,
  slow,
})

function suspect(known: ClockState, now: Date): Found {
  return { state: { ...known, seenAt: now, suspectedAt: now }, trusted: false, finding: 'ahead', slow: null }
}

/** A reading that is not ahead: as expected, or slow. Slow, it deletes less than the last one did. */
function judgeUnsuspected(known: ClockState, now: Date, back: boolean): Found {
  const { goodAt, behindFrom } = known
  if (now >= later(goodAt, -clockLimits.behind)) {
    if (behindFrom === null) return believe(now, back ? 'back' : null)
    return believe(now, 'caught-up', { from: behindFrom, to: later(known.seenAt, 2 * clockLimits.look) })
  }
  const from = behindFrom !== null && behindFrom < now ? behindFrom : now
  if (now > later(from, clockLimits.behindFor)) return believe(now, 'accepted')
  const state = { seenAt: now, goodAt, suspectedAt: null, behindFrom: from }
  return { state, trusted: true, finding: behindFrom === null ? 'behind' : null, slow: null }
}

function judge(known: ClockState | null, now: Date, ranAway: boolean): Found {
  if (known === null) return believe(now)
  const { seenAt, goodAt, suspectedAt, behindFrom } = known
  const isAhead = now > later(goodAt, clockLimits.ahead)
  if (suspectedAt === null) {
    // A slow clock that is put right runs away too.
    return isAhead || (ranAway && behindFrom === null) ? suspect(known, now) : judgeUnsuspected(known, now, false)
  }
  if (now < suspectedAt) return isAhead ? suspect(known, now) : judgeUnsuspected({ ...known, suspectedAt: null }, now, true)
  // It has jumped once more: the wait begins anew.
  const jumpedOn = now > later(seenAt, clockLimits.runAway) || (isAhead && seenAt <= later(goodAt, clockLimits.ahead))
  if (ranAway || jumpedOn) return suspect(known, now)
  if (now >= later(suspectedAt, clockLimits.wait)) return believe(now, 'accepted')
  return { state: { ...known, seenAt: now }, trusted: false, finding: null, slow: null }
}

/**
 * Judges one reading of the clock.
 * @param known what was remembered; null at the first start
 * @param ranAway what `hasRunAway` says of the last two readings of this process
 */
export function judgeClock(known: ClockState | null, now: Date, ranAway = false): Judgement {
  return { ...judge(known, now, ranAway), before: known?.goodAt ?? now }
}

/** Route Handlers, pages and the start may be separate bundles of one process. */
const shared = globalThis as typeof globalThis & { [slot: symbol]: { believed: Date | null } | undefined }
const slot = (shared[Symbol.for('drei-ebenen-check.clock')] ??= { believed: null })

/** Notes a judgement for the whole process. */
export function noteJudgement({ trusted, state }: Judgement): void {
  slot.believed = trusted ? null : state.goodAt
}

/**
 * Gives the time by which keys of browsers expire: while the clock is not believed, the last time that was. Else everybody's
 * key would be over, and be replaced by one that opens nothing.
 */
export const timeForExpiry = (now: Date): Date => slot.believed ?? now
