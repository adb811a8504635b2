import { cpSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync, closeSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { byKey } from '@/lib/accounts/actor'
import { POST as answers } from '@/app/api/assessments/[id]/answers/route'
import { GET as health } from '@/app/health/route'
import { issueResumeCode } from '@/lib/assessments/resume-service'
import { readAssessment, saveAnswers, savePlace } from '@/lib/assessments/service'
import { closeDatabase, openDatabase } from '@/lib/db'
import { Browser } from '../setup/browser'
import { databaseFile } from '../setup/data-dir'
import { begin, now, useInstallation } from '../setup/installation'

const installation = useInstallation()
const file = () => join(installation.dataDir, databaseFile)
const question = 'rueckhalt-struktur'
const one = (comment: string, version = 0) => ({ [question]: { choice: '2', comment, clarifyWith: '', version } })
const logged: string[] = []
beforeEach(() => {
  logged.length = 0
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line))
  jest.spyOn(console, 'warn').mockImplementation(() => undefined)
})
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function beginWithAnswer() {
  const own = await begin()
  await saveAnswers(byKey(own.key), own.id, { formId: 'a', answers: one('gesichert') }, now)
  return own
}
const stored = async ({ key, id }: { key: string; id: string }) =>
  (await readAssessment(byKey(key), id, now)).answers[question]?.comment

/** What a save says over HTTP; nothing of the machine may be in it. */
async function saveOverHttp({ key, id }: { key: string; id: string }, comment: string, version: number) {
  const browser = new Browser()
  browser.cookie = `dec-key=${key}`
  const answer = await browser.json(answers, { id }, { factor: 'rueckhalt', formId: 'b', answers: one(comment, version) })
  const text = await answer.text()
  expect(text).not.toMatch(/sqlite|prisma|node_modules|at .*\(|\/tmp\//i)
  return { status: answer.status, code: (JSON.parse(text) as { error?: { code: string } }).error?.code }
}

describe('the database', () => {
  test('missing: nothing is confirmed, also if the file is removed while the server runs', async () => {
    const own = await beginWithAnswer()
    const aside = `${file()}.aside`
    await closeDatabase()
    renameSync(file(), aside)
    expect(await saveOverHttp(own, 'verloren?', 1)).toEqual({ status: 503, code: 'database-missing' })
    renameSync(aside, file())
    expect(await stored(own)).toBe('gesichert')

    for (const suffix of ['', '-wal', '-shm']) rmSync(file() + suffix, { force: true })
    expect(await saveOverHttp(own, 'verloren?', 1)).toEqual({ status: 503, code: 'database-missing' })
  })

  test('replaced by a backup: the server goes on with the new file', async () => {
    const own = await beginWithAnswer()
    await closeDatabase()
    cpSync(file(), `${file()}.backup`)
    await saveAnswers(byKey(own.key), own.id, { formId: 'a', answers: one('danach', 1) }, now)
    for (const suffix of ['-wal', '-shm']) rmSync(file() + suffix, { force: true })
    renameSync(`${file()}.backup`, file())
    expect(await stored(own)).toBe('gesichert')
    expect(await saveOverHttp(own, 'neu', 1)).toEqual({ status: 200, code: undefined })
  })

  test('locked by another program: said after a while, nothing lost, and it works again afterwards', async () => {
    const own = await beginWithAnswer()
    const other = new SqliteDatabase(file())
    other.exec('BEGIN EXCLUSIVE')
    expect(await saveOverHttp(own, 'gesperrt', 1)).toEqual({ status: 503, code: 'database-locked' })
    await expect(savePlace(byKey(own.key), own.id, 'Mitte', now)).rejects.toMatchObject({ code: 'database-locked' })
    other.exec('ROLLBACK')
    other.close()
    expect(await stored(own)).toBe('gesichert')
    expect(await saveOverHttp(own, 'wieder frei', 1)).toEqual({ status: 200, code: undefined })
  }, 40_000)

  test('no database at all: said as damaged', async () => {
    const own = await beginWithAnswer()
    await closeDatabase()
    const handle = openSync(file(), 'r+')
    writeSync(handle, 'kaputt '.repeat(20), 0)
    closeSync(handle)
    expect(await saveOverHttp(own, 'x', 1)).toEqual({ status: 503, code: 'database-corrupt' })
  })

  test('damaged inside: said as damaged when the page is met', async () => {
    const own = await beginWithAnswer()
    const database = await openDatabase()
    await database.emptyLog()
    await closeDatabase()
    const handle = openSync(file(), 'r+')
    // Everything behind the schema's first page.
    writeSync(handle, Buffer.alloc(statSync(file()).size - 4096, 0xaa), 0, undefined, 4096)
    closeSync(handle)
    expect(await saveOverHttp(own, 'x', 1)).toEqual({ status: 503, code: 'database-corrupt' })
  })

  test('of a newer program version: refused and left alone', async () => {
    const own = await beginWithAnswer()
    await closeDatabase()
    const other = new SqliteDatabase(file())
    other
      .prepare(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_future', 1)`,
      )
      .run()
    other.close()
    expect(await saveOverHttp(own, 'x', 1)).toEqual({ status: 503, code: 'database-newer' })
    // The operator reads the reason, without the address of anybody's check.
    expect(logged.join()).toContain('29990101000000_future')
    expect(logged.join()).not.toContain(own.id)
  })

  test('not yet migrated: said as not set up', async () => {
    const own = await beginWithAnswer()
    await closeDatabase()
    rmSync(file())
    new SqliteDatabase(file()).close()
    expect(await saveOverHttp(own, 'x', 1)).toEqual({ status: 503, code: 'database-missing' })
  })

  test('of no bytes: not opened, so that the log beside it stays', async () => {
    const own = await beginWithAnswer()
    await closeDatabase()
    writeFileSync(file(), '')
    writeFileSync(`${file()}-wal`, 'Antworten')
    expect(await saveOverHttp(own, 'x', 1)).toEqual({ status: 503, code: 'database-missing' })
    expect(readFileSync(`${file()}-wal`, 'utf8')).toBe('Antworten')
  })

  test('full disk: the answer is refused, earlier ones stay, and it works again once there is room', async () => {
    const own = await beginWithAnswer()
    const database = await openDatabase()
    const limit = (pages: number) => database.write((connection) => connection.pragma(`max_page_count = ${pages}`))
    await limit(1)
    const long = 'x'.repeat(4_000)
    let version = 1
    let last = { status: 200, code: undefined as string | undefined }
    let confirmed = 'gesichert'
    for (; version < 40 && last.status === 200; version += 1) {
      const comment = `${long.slice(4)}${version}`
      last = await saveOverHttp(own, comment, version)
      if (last.status === 200) confirmed = comment
    }
    expect(last).toEqual({ status: 507, code: 'disk-full' })
    // Prisma's transactions too, and the gate opens again after each of them.
    const failures: string[] = []
    for (let n = 0; n < 60 && failures.length < 2; n += 1) {
      await issueResumeCode(byKey(own.key), own.id, now).catch((error: { code: string }) => failures.push(error.code))
    }
    expect(failures).toEqual(['disk-full', 'disk-full'])
    expect(await stored(own)).toBe(confirmed)
    await limit(1_000_000)
    const { version: current } = (await readAssessment(byKey(own.key), own.id, now)).answers[question]!
    expect(await saveOverHttp(own, 'wieder Platz', current)).toEqual({ status: 200, code: undefined })
    expect(await stored(own)).toBe('wieder Platz')
  })
})

describe('/health', () => {
  const ask = async () => {
    // It writes at most once a second.
    await pause(1_010)
    const answer = await health()
    return [answer.status, await answer.json()]
  }

  test('is ready after a real write, and says why not otherwise', async () => {
    const database = await openDatabase()
    const limit = (pages: number) => database.write((connection) => connection.pragma(`max_page_count = ${pages}`))
    await limit(1)
    expect(await ask()).toEqual([503, { status: 'not-ready', reason: 'disk-full' }])
    await limit(1_000_000)
    expect(await ask()).toEqual([200, { status: 'ready' }])
    expect(await database.client.place.count()).toBe(0)

    await closeDatabase()
    rmSync(file())
    expect(await ask()).toEqual([503, { status: 'not-ready', reason: 'database-missing' }])
  })
})
