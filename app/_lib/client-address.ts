import { settings } from '@/lib/env'
import { countedAddress, peerAddressHeader } from '@/lib/http-edge/peer-address'

/**
 * Gives the address of a client as limits count it: an IPv4 address or the network of an IPv6 address. Behind the operator's own
 * proxies it is the entry of `X-Forwarded-For` that the outermost of them has added; what a client sent itself stands further left
 * and is never read. Without proxies it is that of the connection.
 * @returns null where it cannot be known: from this machine, or through a proxy that TRUSTED_PROXIES does not speak of
 */
export function clientAddress(request: Request): string | null {
  const { trustedProxies } = settings()
  const forwarded = request.headers.get('x-forwarded-for')
  if (trustedProxies === 0) return forwarded === null ? request.headers.get(peerAddressHeader) : null
  const chain = (forwarded ?? '').split(',').map((address) => address.trim())
  return countedAddress(chain.at(-trustedProxies) ?? '')
}
