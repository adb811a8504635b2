/**
 * The only place that reads the clock. Services and pure modules take the time as an argument.
 * @returns the present moment
 */
export function currentTime(): Date {
  return new Date()
}
