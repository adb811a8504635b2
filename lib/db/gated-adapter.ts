/**
 * Prisma's SQLite adapter behind a gate.
 *
 * The stock adapter shares one connection and lets a statement of one request run inside the open transaction of another:
 * when that one is rolled back, an answer already confirmed to a user is gone. Here every statement outside a transaction
 * waits until none is open, and transactions begin IMMEDIATE, so that a second process cannot make a read-then-write fail
 * half way (docs/adr/0004, tests/integration/durability).
 */
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import SqliteDatabase, { type Database as Connection } from 'better-sqlite3'
import { Gate } from './gate'
import { retryWhileBusy } from './retry-while-busy'

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>
type Query = Parameters<Adapter['queryRaw']>[0]

/** Blocks the event loop while it waits for another process's lock: short, because `retryWhileBusy` waits without blocking. */
const blockingPatience = 20

/** Set anew at each connect: a reopened WAL database falls back to synchronous=NORMAL by itself. */
const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'trusted_schema = OFF',
  // Room for WAL pages between checkpoints; a reader of this process never holds one open for long.
  'wal_autocheckpoint = 1000',
]

/** What a gated connection offers beside Prisma. */
export interface GatedConnection {
  readonly connection: Connection
  readonly gate: Gate
}

/** The adapter keeps its connection to itself; both must be the same one, or the gate would guard nothing. */
function connectionOf(adapter: Adapter): Connection {
  const { client } = adapter as unknown as { client?: unknown }
  if (!(client instanceof SqliteDatabase)) throw new Error('the SQLite adapter no longer carries its connection as "client"')
  return client
}

class GatedTransaction implements Transaction {
  readonly provider: Adapter['provider']
  readonly adapterName: Adapter['adapterName']
  // Prisma then sends COMMIT and ROLLBACK itself and calls `commit` or `rollback` afterwards.
  readonly options = { usePhantomQuery: false }
  #over = false

  constructor(
    private readonly stock: Adapter,
    private readonly connection: Connection,
    private readonly gate: Gate,
  ) {
    this.provider = stock.provider
    this.adapterName = stock.adapterName
  }

  /** SQLite ends a transaction by itself, e.g. on a full disk; what follows must not run on its own. */
  #assertOpen(): void {
    if (this.#over || !this.connection.inTransaction) throw new Error('the transaction is over')
  }

  async queryRaw(query: Query) {
    this.#assertOpen()
    return await this.stock.queryRaw(query)
  }

  async executeRaw(query: Query) {
    this.#assertOpen()
    return await this.stock.executeRaw(query)
  }

  #savepoint(sql: string) {
    return this.executeRaw({ sql, args: [], argTypes: [] }).then(() => undefined)
  }
  createSavepoint = (name: string) => this.#savepoint(`SAVEPOINT ${name}`)
  rollbackToSavepoint = (name: string) => this.#savepoint(`ROLLBACK TO ${name}`)
  releaseSavepoint = (name: string) => this.#savepoint(`RELEASE SAVEPOINT ${name}`)

  /** Called after COMMIT or ROLLBACK, also when that failed: whatever is still open then was not confirmed to anybody. */
  async #finish(): Promise<void> {
    if (this.#over) return
    this.#over = true
    try {
      if (this.connection.inTransaction) this.connection.exec('ROLLBACK')
    } finally {
      this.gate.leave()
    }
  }
  commit = () => this.#finish()
  rollback = () => this.#finish()
}

/** The factory that PrismaClient takes as `adapter`. Opens an existing file only: creating one is the migration's work. */
export class GatedSqlite extends PrismaBetterSqlite3 {
  constructor(
    file: string,
    private readonly onConnect: (gated: GatedConnection) => void,
  ) {
    super({ url: file, fileMustExist: true, timeout: blockingPatience }, { timestampFormat: 'unixepoch-ms' })
  }

  override async connect(): Promise<Adapter> {
    const stock = await super.connect()
    const connection = connectionOf(stock)
    await retryWhileBusy(async () => pragmas.forEach((pragma) => connection.pragma(pragma)))
    const gate = new Gate()

    const alone = <T>(work: () => Promise<T>) =>
      retryWhileBusy(async () => {
        await gate.enter()
        try {
          return await work()
        } finally {
          gate.leave()
        }
      })

    const startTransaction = () =>
      retryWhileBusy(async () => {
        await gate.enter()
        try {
          connection.exec('BEGIN IMMEDIATE')
          return new GatedTransaction(stock, connection, gate)
        } catch (error) {
          gate.leave()
          throw error
        }
      })

    this.onConnect({ connection, gate })
    return {
      provider: stock.provider,
      adapterName: stock.adapterName,
      queryRaw: (query) => alone(() => stock.queryRaw(query)),
      executeRaw: (query) => alone(() => stock.executeRaw(query)),
      executeScript: (script) => alone(() => stock.executeScript(script)),
      startTransaction,
      dispose: () => stock.dispose(),
    }
  }
}
