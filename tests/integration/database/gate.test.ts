import { statSync, renameSync, rmSync, copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaClient } from '@/generated/prisma/client'
import { Database } from '@/lib/db'
import { databaseFile, migratedDataDir } from '../setup/data-dir'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One transaction after the other that writes, waits and is rolled back, until `stop` says so. */
async function abortAgainAndAgain(prisma: Pick<PrismaClient, '$transaction'>, stop: () => boolean): Promise<number> {
  let aborted = 0
  while (!stop()) {
    await prisma
      .$transaction(async (transaction) => {
        await transaction.place.create({ data: { id: `aborted-${aborted}` } })
        await pause(3)
        throw new Error('abort')
      })
      .catch(() => (aborted += 1))
  }
  return aborted
}

/** Saves that are confirmed one by one while transactions abort. Gives the ids that were confirmed. */
async function burst(prisma: PrismaClient, savers: number, each: number) {
  let running = true
  const aborting = abortAgainAndAgain(prisma, () => !running)
  const confirmed: string[] = []
  await Promise.all(
    Array.from({ length: savers }, async (_, saver) => {
      for (let n = 0; n < each; n += 1) {
        const id = `saved-${saver}-${n}`
        await prisma.place.create({ data: { id } })
        confirmed.push(id)
        await pause(1)
      }
    }),
  )
  running = false
  const aborted = await aborting
  const stored = new Set((await prisma.place.findMany()).map(({ id }) => id))
  return { aborted, confirmed: confirmed.length, lost: confirmed.filter((id) => !stored.has(id)).length, stored: stored.size }
}

describe('the gate', () => {
  test('no confirmed save is lost while transactions of other requests abort', async () => {
    const database = await Database.open(join(migratedDataDir(), databaseFile))
    const result = await burst(database.client as PrismaClient, 16, 15)
    expect(result.aborted).toBeGreaterThan(3)
    expect(result).toMatchObject({ confirmed: 240, lost: 0, stored: 240 })
    await database.close()
  })

  test('control: with the stock adapter the same burst loses confirmed saves', async () => {
    const prisma = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: join(migratedDataDir(), databaseFile) }) })
    const result = await burst(prisma, 16, 15)
    expect(result.lost).toBeGreaterThan(0)
    await prisma.$disconnect()
  })

  test('a synchronous write waits for an open transaction and is not rolled back with it', async () => {
    const database = await Database.open(join(migratedDataDir(), databaseFile))
    const aborting = database.transaction(async (client) => {
      await client.place.create({ data: { id: 'aborted' } })
      await pause(30)
      throw new Error('abort')
    })
    await pause(10)
    const writing = database.write((connection) => connection.prepare(`INSERT INTO "Place" (id) VALUES ('written')`).run())
    await expect(aborting).rejects.toThrow('abort')
    await writing
    expect(await database.client.place.findMany()).toEqual([{ id: 'written' }])
    await database.close()
  })

  test('writes that arrive together are all stored; one that fails is undone alone', async () => {
    const database = await Database.open(join(migratedDataDir(), databaseFile))
    const insert = (id: string) =>
      database.write((connection) => {
        connection.prepare('INSERT INTO "Place" (id) VALUES (?)').run(id)
        if (id === 'bad') throw new Error('refused')
        return id
      })
    const results = await Promise.allSettled([insert('a'), insert('bad'), insert('b'), insert('a'), insert('c')])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await database.client.place.findMany()).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    await database.close()
  })

  test('when their transaction fails as a whole, none of them is confirmed', async () => {
    const database = await Database.open(join(migratedDataDir(), databaseFile))
    await database.write((connection) => connection.pragma('max_page_count = 1'))
    const insert = (length: number) =>
      database.write((connection) => connection.prepare('INSERT INTO "Place" (id) VALUES (?)').run('x'.repeat(length)))
    const results = await Promise.allSettled([insert(1), insert(100_000), insert(2)])
    const confirmed = results.filter(({ status }) => status === 'fulfilled').length
    expect(confirmed).toBeLessThan(3)
    expect(await database.client.place.count()).toBe(confirmed)
    await database.close()
  })

  test('more writes than fit into one transaction are all stored', async () => {
    const database = await Database.open(join(migratedDataDir(), databaseFile))
    const insert = (n: number) =>
      database.write((connection) => connection.prepare('INSERT INTO "Place" (id) VALUES (?)').run(`place-${n}`))
    await Promise.all(Array.from({ length: 300 }, (_, n) => insert(n)))
    expect(await database.client.place.count()).toBe(300)
    await database.close()
  })

  test('the outer client inside a transaction is refused instead of waiting for ever', async () => {
    const database = await Database.open(join(migratedDataDir(), databaseFile))
    await expect(database.transaction(() => database.client.place.count())).rejects.toThrow('use its own client')
    await expect(database.transaction(() => database.write(() => 1))).rejects.toThrow('use its own client')
    expect(await database.client.place.count()).toBe(0)
    expect(await database.write(() => 2)).toBe(2)
    await database.close()
  })

  test('a transaction that runs out of time is rolled back, and what it does later is refused', async () => {
    const database = await Database.open(join(migratedDataDir(), databaseFile))
    const prisma = database.client as PrismaClient
    const late = prisma.$transaction(
      async (client) => {
        await client.place.create({ data: { id: 'before' } })
        await pause(120)
        await client.place.create({ data: { id: 'after' } })
      },
      { timeout: 50 },
    )
    await expect(late).rejects.toThrow()
    expect(await prisma.place.count()).toBe(0)
    await database.close()
  })

  test('each connection is durable and strict, also a reopened one', async () => {
    const file = join(migratedDataDir(), databaseFile)
    await (await Database.open(file)).close()
    const database = await Database.open(file)
    const pragmas = await database.write((connection) =>
      ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map((name) =>
        String(connection.pragma(name, { simple: true })),
      ),
    )
    expect(pragmas).toEqual(['wal', '2', '1', '1'])
    await database.close()
  })

  test('a deleted or replaced database file is noticed', async () => {
    const file = join(migratedDataDir(), databaseFile)
    const database = await Database.open(file)
    expect(database.isInPlace()).toBe(true)
    copyFileSync(file, `${file}.copy`)
    rmSync(file)
    expect(database.isInPlace()).toBe(false)
    renameSync(`${file}.copy`, file)
    expect(statSync(file).isFile()).toBe(true)
    expect(database.isInPlace()).toBe(false)
    await database.close()
  })
})
