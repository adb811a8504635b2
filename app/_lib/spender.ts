import type { Actor } from '@/lib/accounts/actor'
import type { Spender } from '@/lib/budgets/budget'
import { clientAddress } from './client-address'

/** Gives whose budget a request is counted against: of the person who is signed in, else of the address. */
export function spenderOf({ request, actor }: { readonly request: Request; readonly actor: Actor }): Spender {
  return { address: clientAddress(request), userId: actor.userId }
}
