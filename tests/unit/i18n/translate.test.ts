import { describe, expect, test } from '@jest/globals'
import { createTranslate, type MessageKey } from '@/lib/i18n/translate'

describe('translate', () => {
  const t = createTranslate('de')

  test('gives the message of a key', () => {
    expect(t('common.stage.im-aufbau')).toBe('im Aufbau')
  })

  test('fills values', () => {
    expect(t('common.chapter', { chapter: '5.3.3' })).toBe('Kap. 5.3.3')
  })

  test('throws on an unknown key instead of showing it', () => {
    expect(() => t('common.nowhere' as MessageKey)).toThrow('common.nowhere')
  })

  test('throws when a value is missing instead of showing half a sentence', () => {
    expect(() => t('common.chapter')).toThrow()
  })
})
