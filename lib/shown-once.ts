/**
 * Codes waiting to be shown to whoever had them made, right after the form was sent: in memory only, because the database holds
 * nothing but their hash.
 */
const shownForMs = 10 * 60 * 1000

interface Waiting {
  readonly code: string
  readonly until: number
}

/** Route Handlers and pages may be separate bundles of one process. */
const shared = globalThis as typeof globalThis & { [slot: symbol]: Map<string, Waiting> | undefined }
const waiting = (shared[Symbol.for('drei-ebenen-check.shown-once')] ??= new Map())

/** Keeps a code for ten minutes under a name that only its owner asks for. */
export function keepToShow(name: string, code: string, now: Date): void {
  for (const [other, { until }] of waiting) if (until <= now.getTime()) waiting.delete(other)
  waiting.set(name, { code, until: now.getTime() + shownForMs })
}

/** Gives the code that was kept under a name within the last ten minutes, or null. */
export function findToShow(name: string, now: Date): string | null {
  const found = waiting.get(name)
  // A clock that was set back meanwhile does not make it longer.
  const left = found ? found.until - now.getTime() : 0
  return found && left > 0 && left <= shownForMs ? found.code : null
}

/** Forgets the code that was kept under a name. */
export function forgetToShow(name: string): void {
  waiting.delete(name)
}
