import { afterEach, describe, expect, test } from '@jest/globals'
import { clientAddress } from '@/app/_lib/client-address'
import { resetSettings } from '@/lib/env'
import { peerAddressHeader } from '@/lib/http-edge/peer-address'

const request = ({ forwarded, peer }: { forwarded?: string; peer?: string }) => {
  const headers = new Headers()
  if (forwarded !== undefined) headers.set('x-forwarded-for', forwarded)
  if (peer !== undefined) headers.set(peerAddressHeader, peer)
  return new Request('http://127.0.0.1:3000/api/session', { headers })
}

const withProxies = (count: string) => {
  process.env.TRUSTED_PROXIES = count
  resetSettings()
}

afterEach(() => {
  delete process.env.TRUSTED_PROXIES
  resetSettings()
})

describe('the address of a client', () => {
  test('is that of the connection, without proxies', () => {
    withProxies('0')
    expect(clientAddress(request({ peer: '192.0.2.7' }))).toBe('192.0.2.7')
    expect(clientAddress(request({}))).toBeNull()
  })

  test('is not known behind a proxy that nobody has declared: everybody would have that of the proxy', () => {
    withProxies('0')
    expect(clientAddress(request({ forwarded: '203.0.113.7', peer: '192.0.2.7' }))).toBeNull()
  })

  test('is what the own proxy added, whatever the client sent before it', () => {
    withProxies('1')
    expect(clientAddress(request({ forwarded: '198.51.100.1, 203.0.113.7', peer: '192.0.2.7' }))).toBe('203.0.113.7')
    expect(clientAddress(request({ forwarded: '203.0.113.7, 2001:db8::9' }))).toBe('2001:db8:0:0::/64')
    expect(clientAddress(request({ peer: '192.0.2.7' }))).toBeNull()
  })

  test('is what the outermost of two own proxies added', () => {
    withProxies('2')
    expect(clientAddress(request({ forwarded: '198.51.100.1, 203.0.113.7, 10.0.0.2' }))).toBe('203.0.113.7')
    expect(clientAddress(request({ forwarded: '10.0.0.2' }))).toBeNull()
  })

  test.each(['', 'unknown', '203.0.113.7, ', '203.0.113.7, x'])('is not known where a proxy writes %j', (forwarded) => {
    withProxies('1')
    expect(clientAddress(request({ forwarded }))).toBeNull()
  })
})
