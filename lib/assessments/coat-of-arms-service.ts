/** The picture on the cover of a report. Access and failures as in `service`. */
import type { Actor } from '../accounts/actor'
import { cleanPicture } from '../pictures/clean-picture'
import { pictureOwner } from './picture-owner'
import * as repository from './repository'
import { requireAccess } from './repository-access'
import { withDatabase } from './with-database'

/** Stores a picture that this program has written, or removes it; checks access in the transaction that does it. */
async function store(actor: Actor, id: string, png: Uint8Array | null, now: Date): Promise<void> {
  await withDatabase((database) =>
    database.transaction(async (client) => {
      await requireAccess(client, actor, id, 'round.answer', now)
      await repository.storeCoatOfArms(client, id, png)
    }),
  )
}

/**
 * Checks and stores the coat of arms; null removes it.
 * @param upload bytes of a PNG file from outside; what is stored is written anew
 * @throws AppError `bad-image`, `body-too-large` or `image-busy`
 */
export async function saveCoatOfArms(actor: Actor, id: string, upload: Uint8Array | null, now: Date): Promise<void> {
  if (upload === null) return await store(actor, id, null, now)
  // Access first: nobody makes this server unpack pictures without an assessment of their own.
  await withDatabase(({ client }) => requireAccess(client, actor, id, 'round.answer', now))
  // Outside the transaction: nobody's answer waits for a picture. Access is checked again with the storing.
  await store(actor, id, await cleanPicture(upload, pictureOwner(actor)), now)
}

/** Gives the stored picture, or null. */
export async function readCoatOfArms(actor: Actor, id: string, now: Date): Promise<Uint8Array | null> {
  return await withDatabase(async ({ client }) => {
    await requireAccess(client, actor, id, 'round.read', now)
    return await repository.findCoatOfArms(client, id)
  })
}
