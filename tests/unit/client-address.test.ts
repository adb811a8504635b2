import { afterEach, describe, expect, test } from '@jest/globals'
import { clientAddress } from '@/app/_lib/client-address'
import { resetSettings } from '@/lib/env'

const request = (forwarded?: string) =>
  new Request('http://127.0.0.1:3000/api/session', forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } })

const withProxies = (count: string) => {
  process.env.TRUSTED_PROXIES = count
  resetSettings()
}

afterEach(() => {
  delete process.env.TRUSTED_PROXIES
  resetSettings()
})

describe('the address of a client', () => {
  test('is never read unless the operator has a proxy', () => {
    resetSettings()
    expect(clientAddress(request('203.0.113.7'))).toBeNull()
  })

  test('is what the own proxy added, whatever the client sent before it', () => {
    withProxies('1')
    expect(clientAddress(request('198.51.100.1, 203.0.113.7'))).toBe('203.0.113.7')
    expect(clientAddress(request())).toBeNull()
  })

  test('is what the outermost of two own proxies added', () => {
    withProxies('2')
    expect(clientAddress(request('198.51.100.1, 203.0.113.7, 10.0.0.2'))).toBe('203.0.113.7')
    expect(clientAddress(request('10.0.0.2'))).toBeNull()
  })
})
