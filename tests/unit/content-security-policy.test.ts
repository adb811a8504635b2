import { describe, expect, test } from '@jest/globals'
import { contentSecurityPolicy } from '@/lib/content-security-policy'

const policy = (given = {}) => contentSecurityPolicy({ nonce: 'abc', secure: false, development: false, ...given })

describe('contentSecurityPolicy', () => {
  test('allows scripts by nonce only, and no inline styles', () => {
    expect(policy()).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
    expect(policy()).toContain("style-src 'self';")
    expect(policy()).not.toMatch(/unsafe-|https?:/)
  })

  test('no other site may frame a page or receive a form', () => {
    expect(policy()).toContain("frame-ancestors 'none'")
    expect(policy()).toContain("form-action 'self'")
    expect(policy()).toContain("base-uri 'none'")
  })

  test('asks for https only where the site is reached by it', () => {
    expect(policy()).not.toContain('upgrade-insecure-requests')
    expect(policy({ secure: true })).toContain('upgrade-insecure-requests')
  })

  test('development tools get what they need in development only', () => {
    expect(policy({ development: true })).toContain("'unsafe-eval'")
  })
})
