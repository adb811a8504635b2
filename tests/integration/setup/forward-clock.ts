/** The clock that only goes forward (lib/clock.ts), stopped: how long a test takes does not count. */
import { afterEach, beforeEach } from '@jest/globals'

let stopped = 1_000_000

/** Call once at the top of a test file. Each test begins a day after the one before. */
export function useStoppedClock(): void {
  beforeEach(() => {
    stopped += 24 * 3_600_000
    Object.defineProperty(performance, 'now', { value: () => stopped, configurable: true, writable: true })
  })
  // What is below, of its prototype, is the real one again.
  afterEach(() => void Reflect.deleteProperty(performance, 'now'))
}

/** Lets time pass. */
export function goForward(milliseconds: number): void {
  stopped += milliseconds
}
