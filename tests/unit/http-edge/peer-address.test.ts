import { isIP } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countedAddress, peerAddress } from '@/lib/http-edge/peer-address'

describe('the address of a connection', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['1:2:3:4:5:6:7::', '1:2:3:4::/64'],
    ['::2:3', '0:0:0:0::/64'],
  ])('%s is counted as %s', (remote, counted) => expect(countedAddress(remote)).toBe(counted))

  test.each(['', 'unknown', '192.0.2.7:4711', '[2001:db8::1]', '192.0.2', '1.2.3.4, 5.6.7.8', '::ffff:'])('%j is none', (text) =>
    expect(countedAddress(text)).toBeNull(),
  )

  test.each([undefined, '127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('%s is this machine, and no client', (remote) =>
    expect(peerAddress(remote)).toBeNull(),
  )

  test('two addresses of one IPv6 network are one, of two networks are two', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
    const four = fc.tuple(group, group, group, group).map((groups) => groups.join(':'))
    fc.assert(
      fc.property(four, four, four, (network, other, host) => {
        const address = `${network}:${host}`
        expect(isIP(address)).toBe(6)
        expect(countedAddress(address)).toBe(countedAddress(`${network}:1:2:3:4`))
        if (network !== other) expect(countedAddress(address)).not.toBe(countedAddress(`${other}:${host}`))
      }),
    )
  })
})
