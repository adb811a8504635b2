import { isIP } from 'node:net'

/** Says to Route Handlers who opened the connection; set at the edge, never taken from a client. */
export const peerAddressHeader = 'x-peer-address'

/** The first four groups of an IPv6 address, e.g. `2001:db8:0:1::/64`. */
function network(address: string): string {
  // The URL parser writes every spelling of an address in one way.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [before = '', after] = canonical.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [head, tail] = [groups(before), groups(after ?? '')]
  const all = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
  return `${all.slice(0, 4).join(':')}::/64`
}

/**
 * Gives an address as the limits for each address count it.
 * @param text e.g. `192.0.2.7`, `::ffff:192.0.2.7` or `2001:db8::1`
 * @returns an IPv4 address; of an IPv6 address the network, because whoever has one address of it has all; null for anything else
 */
export function countedAddress(text: string): string | null {
  const address = text.replace(/^::ffff:(?=\d+\.)/i, '').split('%', 1)[0]!
  if (isIP(address) === 4) return address
  return isIP(address) === 6 ? network(address) : null
}

/**
 * Gives the address of whoever opened a connection.
 * @param remote as Node tells it
 * @returns null for this machine itself: behind a proxy that is not declared everybody comes from there
 */
export function peerAddress(remote: string | undefined): string | null {
  const address = countedAddress(remote ?? '')
  const thisMachine = address === null || address.startsWith('127.') || address === network('::1')
  return thisMachine ? null : address
}
