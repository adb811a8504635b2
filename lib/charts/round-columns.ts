/** Where each round stands in a chart over rounds, and which of their names there is room for. */

export interface RoundColumn {
  readonly index: number
  readonly x: number
  /** Base line of its name. */
  readonly y: number
  readonly shown: boolean
}

/**
 * Spreads rounds evenly. Names are left out so that those that are shown do not run into each other; the last always is.
 * @param area left edge, width, the base line of the names and the room that the longest of them needs
 */
export function roundColumns(
  count: number,
  area: { readonly x: number; readonly width: number; readonly y: number; readonly nameWidth: number },
): RoundColumn[] {
  const step = area.width / Math.max(1, count)
  const every = Math.max(1, Math.ceil((count * area.nameWidth) / area.width))
  const xOf = (index: number) => area.x + (index + 0.5) * step
  // The last name is pushed back into the chart where it would leave it; the one before it may then lack the room.
  const lastName = Math.min(xOf(count - 1), area.x + area.width - area.nameWidth / 2)
  const hasRoom = (index: number) => index === count - 1 || xOf(index) + area.nameWidth <= lastName
  return Array.from({ length: count }, (_, index) => ({
    index,
    x: xOf(index),
    y: area.y,
    shown: (count - 1 - index) % every === 0 && hasRoom(index),
  }))
}
