import { inputLimits } from './limits'

const shape = new RegExp(`^[\\w-]{1,${inputLimits.idLength}}$`)

/** True for what has the shape of an id: of a row, a factor, a measure. Nothing else that was sent gets into an address or a name. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && shape.test(value)
}
