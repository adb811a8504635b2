/** The write-ahead log, and what becomes of it while the server runs. */
import { copyFileSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { byKey } from '@/lib/accounts/actor'
import { deleteAssessment } from '@/lib/assessments/removal-service'
import { readAssessment, saveAnswers, savePlace } from '@/lib/assessments/service'
import { closeDatabase, openDatabase } from '@/lib/db'
import { LogEmptier } from '@/lib/db/log-emptier'
import { Browser } from '../setup/browser'
import { databaseFile, emptyDataDir } from '../setup/data-dir'
import { begin, now, useInstallation } from '../setup/installation'

const installation = useInstallation()
const file = () => join(installation.dataDir, databaseFile)
const question = 'rueckhalt-struktur'
const one = (comment: string, version: number) => ({ [question]: { choice: '2', comment, clarifyWith: '', version } })
const told: string[] = []
beforeEach(() => {
  told.length = 0
  jest.spyOn(console, 'warn').mockImplementation((line: string) => void told.push(line))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})

async function save({ key, id }: { key: string; id: string }, comment: string, version: number) {
  const browser = new Browser()
  browser.cookie = `dec-key=${key}`
  const answer = await browser.json(answers, { id }, { factor: 'rueckhalt', formId: 'b', answers: one(comment, version) })
  return { status: answer.status, code: ((await answer.json()) as { error?: { code: string } }).error?.code }
}

/** The comment that is found when the server is killed now: from a copy of the files as they lie there. */
function afterKill(): string | null {
  const copy = emptyDataDir()
  for (const name of readdirSync(installation.dataDir)) {
    if (name.startsWith(databaseFile) && !name.endsWith('-shm')) cpSync(join(installation.dataDir, name), join(copy, name))
  }
  const database = new SqliteDatabase(join(copy, databaseFile))
  try {
    return (database.prepare('SELECT comment FROM "Answer"').pluck().get() as string | undefined) ?? null
  } finally {
    database.close()
  }
}

const ways: readonly [string, () => void][] = [
  ['the log removed', () => rmSync(`${file()}-wal`)],
  ['the log replaced by an empty one', () => replaceLog(() => writeFileSync(`${file()}-new`, ''))],
  ['the log replaced by an older one', () => replaceLog(() => copyFileSync(`${file()}-wal`, `${file()}-new`))],
  ['what processes share removed', () => rmSync(`${file()}-shm`)],
  ['both removed', () => ['-wal', '-shm'].forEach((suffix) => rmSync(`${file()}${suffix}`))],
]
function replaceLog(make: () => void): void {
  make()
  renameSync(`${file()}-new`, `${file()}-wal`)
}

describe('with the server running', () => {
  test.each(ways)('%s: nothing confirmed is lost, also when the server is killed', async (_, spoil) => {
    const own = await begin()
    expect((await save(own, 'vorher', 0)).status).toBe(200)
    spoil()
    for (let version = 1; version <= 3; version += 1) {
      expect((await save(own, `danach ${version}`, version)).status).toBe(200)
      expect(afterKill()).toBe(`danach ${version}`)
    }
    expect(told.filter((line) => line.includes('entfernt oder ersetzt'))).toHaveLength(1)
  })

  test('the log removed in the midst of a save: what is confirmed is in the database', async () => {
    const own = await begin()
    await save(own, 'vorher', 0)
    const database = await openDatabase()
    await database.write((connection) => {
      connection.prepare('UPDATE "Answer" SET comment = ?').run('mittendrin')
      rmSync(`${file()}-wal`)
    })
    expect(afterKill()).toBe('mittendrin')
  })

  test('the log removed while another program reads an older state: nothing is confirmed until it can be made safe', async () => {
    const own = await begin()
    await save(own, 'vorher', 0)
    const reader = new SqliteDatabase(file(), { readonly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM "Answer"').get()
    await save(own, 'dazwischen', 1)
    rmSync(`${file()}-wal`)
    expect(await save(own, 'nicht bestätigt', 2)).toEqual({ status: 503, code: 'database-locked' })
    reader.exec('COMMIT')
    reader.close()
    expect(await save(own, 'bestätigt', 2)).toEqual({ status: 200, code: undefined })
    expect(afterKill()).toBe('bestätigt')
  })
})

describe('emptying the log', () => {
  const marker = 'Unverwechselbar-Spur-9K2B'
  const traces = () =>
    readdirSync(installation.dataDir).filter((name) => readFileSync(join(installation.dataDir, name)).includes(marker))
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 100))
  }

  test('happens by itself once another program has stopped reading, without any further request', async () => {
    const own = await begin()
    await saveAnswers(byKey(own.key), own.id, { formId: 'a', answers: one(`${marker} `.repeat(50), 0) }, now)
    await savePlace(byKey(own.key), own.id, marker, now)
    const reader = new SqliteDatabase(file(), { readonly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM "Answer"').get()
    await deleteAssessment(byKey(own.key), own.id, now)
    await expect(readAssessment(byKey(own.key), own.id, now)).rejects.toMatchObject({ code: 'not-found' })
    expect(traces()).not.toEqual([])
    reader.exec('COMMIT')
    reader.close()
    await until(() => traces().length === 0)
    expect(traces()).toEqual([])
  })

  test('is tried once more when the server stops, and by the next start', async () => {
    const own = await begin()
    await saveAnswers(byKey(own.key), own.id, { formId: 'a', answers: one(`${marker} `.repeat(50), 0) }, now)
    const before = process.listeners('exit').length
    const reader = new SqliteDatabase(file(), { readonly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM "Answer"').get()
    await deleteAssessment(byKey(own.key), own.id, now)
    reader.exec('COMMIT')
    reader.close()
    expect(traces()).not.toEqual([])
    for (const listener of process.listeners('exit').filter(({ name }) => name === '#lastTry')) listener.call(process, 0)
    expect(traces()).toEqual([])
    await closeDatabase()
    expect(process.listeners('exit').length).toBe(before - 1)
  })

  test('is tried with longer and longer pauses, told once when it takes long, and stops when it has worked', async () => {
    jest.useFakeTimers()
    let reading = true
    let tries = 0
    const tell = jest.fn()
    const emptier = new LogEmptier({
      attempt: async () => {
        tries += 1
        if (tries === 3) throw new Error('the disk is full')
        return !reading
      },
      tell,
    })
    expect(await emptier.empty()).toBe(false)
    const pauses: number[] = []
    for (let known = tries, waited = 0; pauses.length < 20; waited += 500) {
      await jest.advanceTimersByTimeAsync(500)
      if (tries > known) {
        pauses.push((waited + 500) / 1000)
        known = tries
        waited = -500
      }
    }
    expect(pauses.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    expect(tell).toHaveBeenCalledTimes(1)
    reading = false
    await jest.advanceTimersByTimeAsync(60_000)
    const after = tries
    await jest.advanceTimersByTimeAsync(600_000)
    expect(tries).toBe(after)
    expect(jest.getTimerCount()).toBe(0)
    // Many requests that delete while it waits do not make more of it.
    reading = true
    await Promise.all([emptier.empty(), emptier.empty(), emptier.empty()])
    expect(jest.getTimerCount()).toBe(1)
    emptier.stop()
    expect(jest.getTimerCount()).toBe(0)
    jest.useRealTimers()
  })
})
