/** The fingerprint of a version's content. */
import { createHash } from 'node:crypto'
import type { TextFile } from './content-parts'

const byPath = (a: TextFile, b: TextFile) => (a.path < b.path ? -1 : 1)

/**
 * SHA-256 over the sorted relative paths and the content of each file, line ends as LF, so that a checkout on Windows gives
 * the same. Lengths stand before names and texts: moving text from one file to the next changes the hash.
 * @returns 64 hex digits
 */
export function contentHash(files: readonly TextFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of files.toSorted(byPath)) {
    const content = Buffer.from(text.replaceAll('\r\n', '\n'), 'utf8')
    hash.update(`${path.length} ${path}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}
