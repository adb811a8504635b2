/** The files of the open database: whether they are still the ones this process has open. */
import { statSync } from 'node:fs'

/** Beside the database: the log, and what processes share of it. */
const besides = ['-wal', '-shm'] as const

const inodeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.ino ?? null

export type FilesState =
  | 'in-place'
  /** The database is there, but not the log or what processes share of it: removed, or replaced by another file. */
  | 'log-gone'
  /** Removed, moved away or replaced. */
  | 'gone'

/**
 * Notes the files of a database when it has just been opened and read: SQLite makes them then and keeps them until it is closed.
 * It goes on writing into a removed or replaced one without noticing; what it confirms then is lost with the process.
 */
export class DatabaseFiles {
  readonly #opened: readonly (number | null)[]

  constructor(private readonly file: string) {
    this.#opened = this.#inodes()
  }

  #inodes(): (number | null)[] {
    return ['', ...besides].map((suffix) => inodeOf(`${this.file}${suffix}`))
  }

  /** Three looks into a folder: cheap enough for each request. */
  state(): FilesState {
    const [database, ...others] = this.#inodes()
    if (database !== this.#opened[0]) return 'gone'
    const [, ...opened] = this.#opened
    return others.every((inode, index) => opened[index] === null || inode === opened[index]) ? 'in-place' : 'log-gone'
  }
}
