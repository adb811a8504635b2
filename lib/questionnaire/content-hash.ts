/** The fingerprint of a version's content, and the record of it that a publication commits. */
import { createHash } from 'node:crypto'
import type { TextFile } from './content-parts'

const byPath = (a: TextFile, b: TextFile) => (a.path < b.path ? -1 : 1)

/** Line ends as LF, so that a checkout on Windows gives the same. */
const bytesOf = ({ text }: TextFile) => Buffer.from(text.replaceAll('\r\n', '\n'), 'utf8')

/**
 * SHA-256 over the sorted relative paths and the content of each file. Lengths stand before names and texts: moving text
 * from one file to the next changes the hash.
 * @returns 64 hex digits
 */
export function contentHash(files: readonly TextFile[]): string {
  const hash = createHash('sha256')
  for (const file of files.toSorted(byPath)) {
    const content = bytesOf(file)
    hash.update(`${file.path.length} ${file.path}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/**
 * The text of a version's file HASH: the content hash, then a hash for each file, so that an edit can be traced to its file.
 */
export function publicationRecord(files: readonly TextFile[]): string {
  const own = (file: TextFile) => `${createHash('sha256').update(bytesOf(file)).digest('hex')}  ${file.path}`
  return `${[contentHash(files), ...files.toSorted(byPath).map(own)].join('\n')}\n`
}
