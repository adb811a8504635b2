/** The open database: one connection for the whole process, behind one gate. */
import type { Database as Connection } from 'better-sqlite3'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaClient, type Prisma } from '../generated/prisma/client'
import { toAppError } from './database-error'
import { asTransactionBody } from './db/gate'
import { DatabaseFiles } from './db/database-files'
import { GatedSqlite, type GatedConnection } from './db/gated-adapter'
import { LogEmptier } from './db/log-emptier'
import { assertMigrated } from './db/migration-state'
import { WriteQueue } from './db/write-queue'
import { settings } from './env'
import { AppError } from './errors'
import { createTranslate } from './i18n/translate'
import { tellOperator } from './log'

/** What repository functions take: the client itself, or that of a transaction. */
export type DatabaseClient = Prisma.TransactionClient

/** A statement or transaction that waited longer than this is given up; longer than `retryWhileBusy` waits. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 }

const t = createTranslate('de')
const fileName = 'drei-ebenen-check.sqlite'
const migrationsFolder = () => join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations')

export class Database {
  readonly #log = new LogEmptier({
    attempt: () => this.#checkpoint('TRUNCATE'),
    tell: () => tellOperator(t('errors.operator.logKept', { file: this.file })),
  })

  private constructor(
    private readonly prisma: PrismaClient,
    private readonly gated: GatedConnection,
    private readonly writes: WriteQueue,
    private readonly file: string,
    private readonly files: DatabaseFiles,
  ) {
    process.on('exit', this.#lastTry)
  }

  /** The server stops: what could not be emptied so far is tried once more. Nothing asynchronous happens any more then. */
  readonly #lastTry = () => {
    if (!this.#log.pending) return
    try {
      this.gated.connection.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // The next start empties it.
    }
  }

  /**
   * Opens an existing, migrated database file.
   * @throws AppError `database-missing`, `-locked`, `-corrupt` or `-newer`
   */
  static async open(file: string): Promise<Database> {
    // Not even opened if it is empty: SQLite would delete the log beside it, which may be all that is left.
    const { size = null } = statSync(file, { throwIfNoEntry: false }) ?? {}
    if (!size) throw new AppError('database-missing', { cause: new Error(`${size === null ? 'no' : 'empty'} file ${file}`) })
    let gated: GatedConnection | undefined
    const adapter = new GatedSqlite(file, (connection) => (gated = connection))
    const prisma = new PrismaClient({ adapter, transactionOptions, errorFormat: 'minimal' })
    try {
      await prisma.$connect()
      if (!gated) throw new Error('Prisma did not connect')
      assertMigrated(gated.connection, migrationsFolder())
      return new Database(prisma, gated, new WriteQueue(gated.connection, gated.gate), file, new DatabaseFiles(file))
    } catch (error) {
      await prisma.$disconnect()
      throw toAppError(error)
    }
  }

  /** For single statements. Several that belong together go through `transaction`. */
  get client(): DatabaseClient {
    return this.prisma
  }

  /**
   * Runs `body` as one transaction: all of it is stored, or nothing.
   * @param body gets the transaction's client; using the outer one in it throws
   * @throws AppError; an error of `body` that is none of the database's passes unchanged
   */
  async transaction<T>(body: (client: DatabaseClient) => Promise<T>): Promise<T> {
    const result = await this.prisma.$transaction((client) => asTransactionBody(() => body(client)))
    await this.secure()
    return result
  }

  /**
   * Runs `body` in an IMMEDIATE transaction without Prisma and without yielding: the hot path of saving answers. Writes that
   * arrive together share the transaction; one that fails is undone alone.
   * When the promise resolves, the change is on disk (WAL, synchronous=FULL).
   */
  async write<T>(body: (connection: Connection) => T): Promise<T> {
    const result = await this.writes.add(body)
    await this.secure()
    return result
  }

  /**
   * Moves the write-ahead log into the database file and empties it, so that nothing deleted is left in it. What cannot be done
   * now, because another process is reading, is tried again in the background until it has worked.
   * @returns false if it is still to be done
   */
  async emptyLog(): Promise<boolean> {
    return await this.#log.empty()
  }

  /**
   * True if the files this process has open are still the ones in their place. SQLite goes on writing into a deleted or replaced
   * file without noticing: what it confirms then is lost.
   */
  isInPlace(): boolean {
    return this.files.state() === 'in-place'
  }

  /**
   * Makes sure that what is confirmed is in a file that is still there: if the log is gone, what stands in the open one is moved into
   * the database.
   * @throws AppError `database-locked` if that cannot be done now, because another process is reading: nothing may be confirmed then
   */
  async secure(): Promise<void> {
    if (this.files.state() !== 'log-gone') return
    if (!(await this.#checkpoint('FULL'))) throw new AppError('database-locked', { cause: new Error('the log is gone') })
  }

  /** Closes when what is under way has ended; empties the log, unless another process has the database open. */
  async close(): Promise<void> {
    process.off('exit', this.#lastTry)
    this.#log.stop()
    await this.gated.gate.enter()
    try {
      await this.prisma.$disconnect()
    } finally {
      this.gated.gate.leave()
    }
  }

  /** @returns true if everything in the open log is in the database now, and for `TRUNCATE` nothing is left in the log */
  async #checkpoint(how: 'FULL' | 'TRUNCATE'): Promise<boolean> {
    const { connection, gate } = this.gated
    await gate.enter()
    try {
      const [result] = connection.pragma(`wal_checkpoint(${how})`) as Record<'busy' | 'log' | 'checkpointed', number | bigint>[]
      if (!result) return false
      return Number(result.busy) === 0 || (how === 'FULL' && Number(result.log) === Number(result.checkpointed))
    } finally {
      gate.leave()
    }
  }
}

/** Route Handlers and pages may be separate bundles of one process: they must share the connection, or the gate is none. */
const shared = globalThis as typeof globalThis & { [key: symbol]: { opening?: Promise<Database> } | undefined }
const slot = (shared[Symbol.for('drei-ebenen-check.database')] ??= {})

/**
 * Gives the open database; opens it at the first call and again after its file was replaced.
 * @throws AppError `database-missing`, `-locked`, `-corrupt` or `-newer`; the next call tries again
 */
export async function openDatabase(): Promise<Database> {
  const opening = slot.opening
  if (opening) {
    const database = await opening
    if (database.isInPlace()) return database
    await database.secure()
    if (slot.opening === opening) {
      tellOperator(t('errors.operator.filesReplaced', { file: join(settings().dataDir, fileName) }))
      await closeDatabase()
    }
  }
  slot.opening ??= Database.open(join(settings().dataDir, fileName))
  const current = slot.opening
  try {
    return await current
  } catch (error) {
    if (slot.opening === current) slot.opening = undefined
    throw error
  }
}

/** Closes the database if it is open. The next `openDatabase` opens it anew. */
export async function closeDatabase(): Promise<void> {
  const opening = slot.opening
  slot.opening = undefined
  await opening?.then(
    (database) => database.close(),
    () => undefined,
  )
}
