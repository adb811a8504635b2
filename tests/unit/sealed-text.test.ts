import { describe, expect, test } from '@jest/globals'
import { newBrowserKey } from '@/lib/assessments/secret'
import { seal, sealOverhead, unseal } from '@/lib/sealed-text'

const key = newBrowserKey()
const text = 'Grüße aus dem Nordviertel 🌳'

describe('a sealed text', () => {
  test('is read again with the same key at the same place', () => {
    const sealed = seal(key, 'place:1', text)
    expect(unseal(key, 'place:1', sealed)).toBe(text)
    expect(sealed.length).toBe(Buffer.byteLength(text) + sealOverhead)
    expect(unseal(key, 'place:1', seal(key, 'place:1', ''))).toBe('')
  })

  test('shows nothing of itself, and looks different each time', () => {
    const [one, two] = [seal(key, 'place:1', text), seal(key, 'place:1', text)]
    expect(Buffer.from(one).includes('Nordviertel')).toBe(false)
    expect(Buffer.from(one).equals(two)).toBe(false)
  })

  test('stays closed for another key and at another place', () => {
    const sealed = seal(key, 'place:1', text)
    expect(unseal(newBrowserKey(), 'place:1', sealed)).toBeNull()
    expect(unseal(key, 'place:2', sealed)).toBeNull()
  })

  test('is null after any one byte was changed, cut off or added', () => {
    const sealed = seal(key, 'place:1', text)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice()
      changed[at] = changed[at]! ^ 1
      expect(unseal(key, 'place:1', changed)).toBeNull()
      expect(unseal(key, 'place:1', sealed.slice(0, at))).toBeNull()
    }
    expect(unseal(key, 'place:1', new Uint8Array([...sealed, 0]))).toBeNull()
  })
})
