/** The open database: one connection for the whole process, behind one gate. */
import type { Database as Connection } from 'better-sqlite3'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaClient, type Prisma } from '../generated/prisma/client'
import { toAppError } from './database-error'
import { asTransactionBody } from './db/gate'
import { GatedSqlite, type GatedConnection } from './db/gated-adapter'
import { assertMigrated } from './db/migration-state'
import { WriteQueue } from './db/write-queue'
import { settings } from './env'
import { AppError } from './errors'

/** What repository functions take: the client itself, or that of a transaction. */
export type DatabaseClient = Prisma.TransactionClient

/** A statement or transaction that waited longer than this is given up; longer than `retryWhileBusy` waits. */
const transactionOptions = { maxWait: 10_000, timeout: 10_000 }

const fileName = 'drei-ebenen-check.sqlite'
const migrationsFolder = () => join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations')

export class Database {
  private constructor(
    private readonly prisma: PrismaClient,
    private readonly gated: GatedConnection,
    private readonly writes: WriteQueue,
    private readonly file: string,
    private readonly inode: number,
  ) {}

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
      return new Database(prisma, gated, new WriteQueue(gated.connection, gated.gate), file, statSync(file).ino)
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
    return await this.prisma.$transaction((client) => asTransactionBody(() => body(client)))
  }

  /**
   * Runs `body` in an IMMEDIATE transaction without Prisma and without yielding: the hot path of saving answers. Writes that
   * arrive together share the transaction; one that fails is undone alone.
   * When the promise resolves, the change is on disk (WAL, synchronous=FULL).
   */
  write<T>(body: (connection: Connection) => T): Promise<T> {
    return this.writes.add(body)
  }

  /**
   * Moves the write-ahead log into the database file and empties it, so that nothing deleted is left in it.
   * @returns false if another process is reading and the log could not be emptied now
   */
  async emptyLog(): Promise<boolean> {
    const { connection, gate } = this.gated
    await gate.enter()
    try {
      const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number | bigint }[]
      return Number(result?.busy) === 0
    } finally {
      gate.leave()
    }
  }

  /**
   * True if the file this process has open is still the one in its place. SQLite goes on writing into a deleted or replaced
   * file without noticing: what it confirms then is lost.
   */
  isInPlace(): boolean {
    return statSync(this.file, { throwIfNoEntry: false })?.ino === this.inode
  }

  async close(): Promise<void> {
    await this.prisma.$disconnect()
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
    if (slot.opening === opening) await closeDatabase()
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
