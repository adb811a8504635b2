/**
 * The instrument with a version 1.1.0 beside 1.0.0, in a content root of its own. Made from the published 1.0.0 and one data
 * file (tests/fixtures/version-1.1.0), so that it is complete and cannot fall behind. Works in tests and for a running site
 * (`CONTENT_DIR`).
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, parseDocument } from 'yaml'
import { readContentFiles } from '@/lib/questionnaire/content-files'
import { publicationRecord } from '@/lib/questionnaire/content-hash'

const source = 'questionnaires'
const fixture = 'tests/fixtures/version-1.1.0'

type Path = readonly (string | number)[]
interface Edits {
  readonly set: readonly { readonly file: string; readonly at: Path; readonly value: unknown }[]
  /** `id` guards against removing a neighbour. */
  readonly remove: readonly { readonly file: string; readonly at: Path; readonly id: string }[]
  readonly removeFiles: readonly string[]
}

function edit(folder: string, file: string, change: (document: ReturnType<typeof parseDocument>) => void): void {
  const path = join(folder, file)
  const document = parseDocument(readFileSync(path, 'utf8'))
  change(document)
  writeFileSync(path, document.toString())
}

function applyEdits(folder: string): void {
  const { set, remove, removeFiles } = parse(readFileSync(join(fixture, 'edits.yml'), 'utf8')) as Edits
  for (const { file, at, value } of set) {
    edit(folder, file, (document) => {
      if (!document.hasIn(at)) throw new Error(`${file} has no ${at.join('.')}`)
      document.setIn(at, document.createNode(value))
    })
  }
  for (const { file, at, id } of remove) {
    edit(folder, file, (document) => {
      if (document.getIn([...at, 'id']) !== id) throw new Error(`${file} has no ${id} at ${at.join('.')}`)
      document.deleteIn(at)
    })
  }
  for (const file of removeFiles) rmSync(join(folder, file))
}

/** A copy of all content, towns and samples included, with 1.0.0 only. The caller removes it. */
export function copyOfContent(): string {
  const root = mkdtempSync(join(tmpdir(), 'dec-content-'))
  cpSync(source, root, { recursive: true })
  return root
}

/** Puts a version 1.1.0 beside 1.0.0, published unless a draft is wanted. */
export function addNextVersion(root: string, { draft = false }: { draft?: boolean } = {}): void {
  const folder = join(root, 'drei-ebenen-check', '1.1.0')
  cpSync(join(root, 'drei-ebenen-check', '1.0.0'), folder, { recursive: true })
  rmSync(join(folder, 'HASH'))
  // The demonstration is answered with the newest version; nobody shows one of a version made for tests.
  rmSync(join(root, 'demo'), { recursive: true, force: true })
  applyEdits(folder)
  cpSync(join(fixture, 'files'), folder, { recursive: true })
  if (!draft) writeFileSync(join(folder, 'HASH'), publicationRecord(readContentFiles(folder)))
}

/** All content with both versions. The caller removes it. */
export function contentWithNextVersion(options: { draft?: boolean } = {}): string {
  const root = copyOfContent()
  addNextVersion(root, options)
  return root
}
