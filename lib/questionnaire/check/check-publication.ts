/** A published version is never edited: answers given to it must stay readable, and results the same. */
import type { Problem } from './problem'

function parseRecord(record: string): { hash: string; files: ReadonlyMap<string, string> } {
  const [hash = '', ...lines] = record.split(/\r?\n/).filter((line) => line.trim() !== '')
  const files = lines.map((line) => {
    const [own = '', ...path] = line.trim().split(/\s+/)
    return [path.join(' '), own] as const
  })
  return { hash: hash.trim(), files: new Map(files) }
}

/**
 * Gives every file that was changed, added or removed since publication.
 * @param record of the files as they are (`publicationRecord`)
 * @param published the committed HASH; null if the version is not published
 */
export function checkPublication(record: string, published: string | null): Problem[] {
  if (published === null) return []
  const [now, then] = [parseRecord(record), parseRecord(published)]
  if (now.hash === then.hash) return []
  const problem = (file: string): Problem => ({ file, path: [], code: 'published-edited', values: { key: file } })
  const paths = new Set([...now.files.keys(), ...then.files.keys()])
  const changed = [...paths].filter((path) => now.files.get(path) !== then.files.get(path))
  // Every file fits its own line, so the record itself was touched.
  return changed.length > 0 ? changed.map(problem) : [problem('HASH')]
}
