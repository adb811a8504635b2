/** Finds and reads content files on disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TextFile } from './content-parts'
import { compareVersions, versionSchema } from './version'

const contentFolders = ['', 'factors', 'measures']

/** A version of a questionnaire that lies under a content root. */
export interface VersionFolder {
  readonly id: string
  readonly version: string
  /** Path on disk, beginning with the content root as given. */
  readonly path: string
}

const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()

/** Gives every `<root>/<id>/<version>/` that holds content; throws if the root cannot be read. */
export function listVersions(root: string): VersionFolder[] {
  return foldersIn(root)
    .flatMap((id) => foldersIn(join(root, id)).map((version) => ({ id, version, path: join(root, id, version) })))
    .filter(({ path }) => readContentFiles(path).length > 0)
}

/**
 * Reads all `.yml` files of a version. Other files (HASH, a swap file of an editor) are no content.
 * @returns sorted by path
 */
export function readContentFiles(folder: string): TextFile[] {
  return contentFolders
    .filter((name) => existsSync(join(folder, name)))
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith('.yml'))
        .map((file) => ({
          path: name ? `${name}/${file}` : file,
          text: readFileSync(join(folder, name, file), 'utf8'),
        })),
    )
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * Gives the published versions of a questionnaire, oldest first. A draft has no HASH and is not among them.
 * @returns nothing if the content root or the questionnaire is not there
 */
export function publishedVersions(root: string, id: string): string[] {
  const folder = join(root, id)
  if (!existsSync(folder)) return []
  return foldersIn(folder)
    .filter((version) => versionSchema.safeParse(version).success && readPublication(join(folder, version)) !== null)
    .toSorted(compareVersions)
}

/** Gives the text of the committed HASH of a published version, or null if it is not published. */
export function readPublication(folder: string): string | null {
  const path = join(folder, 'HASH')
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
