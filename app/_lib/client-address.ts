import { settings } from '@/lib/env'

/**
 * Gives the address of a client as the operator's own proxies tell it: the entry of `X-Forwarded-For` that the outermost of them
 * has added. What a client sent itself stands further left and is never read.
 * @returns null unless TRUSTED_PROXIES says how many there are
 */
export function clientAddress(request: Request): string | null {
  const { trustedProxies } = settings()
  if (trustedProxies === 0) return null
  const chain = (request.headers.get('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  return chain.at(-trustedProxies) || null
}
