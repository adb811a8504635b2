/** Published versions that were edited afterwards. */
import { checkPublication } from './check/check-publication'
import { listVersions, readContentFiles, readPublication } from './content-files'
import { publicationRecord } from './content-hash'

/** A published version that is not what its HASH says. */
export interface EditedVersion {
  /** Path on disk, beginning with the content root as given. */
  readonly path: string
  /** Changed, added and removed ones, relative to the path; `HASH` if only the record itself was touched. */
  readonly files: readonly string[]
}

/** Gives the published versions below a content root whose content no longer matches their HASH; throws if the root cannot be read. */
export function editedVersions(root: string): EditedVersion[] {
  return listVersions(root)
    .map(({ path }) => {
      const problems = checkPublication(publicationRecord(readContentFiles(path)), readPublication(path))
      return { path, files: problems.map(({ file }) => file) }
    })
    .filter(({ files }) => files.length > 0)
}
