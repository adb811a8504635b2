import { AppError } from '../errors'
import { pictureLimits } from './limits'

/** Why a picture is refused; each has its sentence in `errors.bad-image.field`. */
export type ImageProblem =
  | 'missing' // no file
  | 'content' // no PNG, or a damaged one
  | 'size' // too many pixels
  | 'depth' // 16 bits a channel
  | 'packed' // readable, but larger than what may be stored once it is packed anew

/** The refusal of an uploaded picture. @param cause for the log only */
export function badImage(reason: ImageProblem, cause?: unknown): AppError {
  const { side, depth } = pictureLimits
  const values = { reason, ...(reason === 'size' ? { side } : reason === 'depth' ? { depth } : {}) }
  return new AppError('bad-image', { fields: [{ field: 'file', code: 'bad-image', values }], cause })
}
