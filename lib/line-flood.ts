/** Keeps a flood of lines of one kind from burying the others: so many in each stretch of time, then only their number. */
export class LineFlood {
  readonly #kinds = new Map<string, { begun: number; told: number; left: number }>()

  /**
   * @param lines told of each kind in one stretch
   * @param stretchMs how long a stretch is; one begins with its first line
   */
  constructor(
    private readonly lines: number,
    readonly stretchMs: number,
  ) {}

  /** Asks before a line is told. @returns false if it is left out; @param now of a clock that only goes forward */
  admits(kind: string, now: number): boolean {
    const known = this.#kinds.get(kind)
    const stretch = known && now - known.begun < this.stretchMs ? known : { begun: now, told: 0, left: known?.left ?? 0 }
    this.#kinds.set(kind, stretch)
    const admitted = stretch.told < this.lines
    if (admitted) stretch.told += 1
    else stretch.left += 1
    return admitted
  }

  /** Gives how many lines of each kind were left out, and begins to count them anew. */
  takeLeftOut(): (readonly [kind: string, count: number])[] {
    const all = [...this.#kinds].filter(([, { left }]) => left > 0).map(([kind, { left }]) => [kind, left] as const)
    for (const stretch of this.#kinds.values()) stretch.left = 0
    return all
  }
}
