import { describe, expect, test } from '@jest/globals'
import { contentHash } from '@/lib/questionnaire/content-hash'

const files = [
  { path: 'questionnaire.yml', text: 'id: a\nversion: 1.0.0\n' },
  { path: 'factors/a.yml', text: 'id: ä\n' },
]

describe('contentHash', () => {
  test('does not depend on the order of files', () => {
    expect(contentHash(files.toReversed())).toBe(contentHash(files))
  })

  test('does not depend on line ends', () => {
    expect(contentHash(files.map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') })))).toBe(contentHash(files))
  })

  test('changes with a text, a path, and text moved to the next file', () => {
    const hashes = [
      files,
      [files[0]!, { path: 'factors/a.yml', text: 'id: a\n' }],
      [files[0]!, { path: 'factors/b.yml', text: 'id: ä\n' }],
      [
        { path: 'a', text: 'xy' },
        { path: 'b', text: '' },
      ],
      [
        { path: 'a', text: 'x' },
        { path: 'b', text: 'y' },
      ],
    ].map(contentHash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('stays the same between releases of the product', () => {
    expect(contentHash(files)).toBe('d7ebd4ba039175c3f241d4f71404b3c998e4eceee3618b39736d274690626d6a')
  })
})
