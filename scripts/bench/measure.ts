/** Small tools of the benchmark: medians, percentiles, a bounded load on loopback. */

/** Middle value; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value under which the share `p` (0–1) of the values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)] ?? Number.NaN
}

export interface LoadResult {
  readonly perSecond: number
  /** Milliseconds of each request. */
  readonly latencies: readonly number[]
  readonly failures: number
}

/**
 * Sends requests over a fixed number of connections until all are answered.
 * @param send one request; `true` if the answer was the expected one
 */
export async function load(
  connections: number,
  requests: number,
  send: (index: number, connection: number) => Promise<boolean>,
): Promise<LoadResult> {
  let next = 0
  let failures = 0
  const latencies: number[] = []
  const started = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      while (next < requests) {
        const index = next++
        const begun = performance.now()
        if (!(await send(index, connection))) failures += 1
        latencies.push(performance.now() - begun)
      }
    }),
  )
  return { perSecond: requests / ((performance.now() - started) / 1000), latencies, failures }
}

/** Prints one line: what, the figure, and the aim it is held against. */
export function line(what: string, figure: string, aim = ''): void {
  console.log(`${what.padEnd(58)} ${figure.padStart(14)}   ${aim}`)
}
