import type { Actor } from '../accounts/actor'
import { pictureLimits } from '../pictures/limits'
import type { JobOwner } from '../report/pdf/worker-queue'
import { browserKeyHash } from './repository-keys'

/** Gives who takes a turn for a picture: a person, or a browser by the hash of its key. */
export function pictureOwner({ key, userId }: Pick<Actor, 'key' | 'userId'>): JobOwner {
  if (userId !== null) return { id: userId, member: true }
  const id = browserKeyHash(key)
  return id === '' ? { id, member: false, most: pictureLimits.withoutKey } : { id, member: false }
}
