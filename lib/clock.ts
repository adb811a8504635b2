/**
 * The only place that reads the clock. Services and pure modules take the time as an argument.
 * @returns the present moment
 */
export function currentTime(): Date {
  return new Date()
}

/**
 * Gives milliseconds of a clock that only goes forward, whatever the time of day is set to. For waits and limits within the life
 * of the process. Read where something is counted, not when a request began: whoever sends a form slowly would bring an old time.
 */
export function monotonicTime(): number {
  return performance.now()
}
