import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { byKey } from '@/lib/accounts/actor'
import { readAssessment, saveAnswers } from '@/lib/assessments/service'
import { closeDatabase, openDatabase } from '@/lib/db'
import { databaseFile } from '../setup/data-dir'
import { begin, now, useInstallation } from '../setup/installation'

const installation = useInstallation()
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Starts a writer on this test's database; `output` grows while it runs. */
function startWriter(task: string, { key, id }: { key: string; id: string }) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/integration/durability/writer.ts', task, key, id], {
    env: { ...process.env, DATA_DIR: installation.dataDir, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const writer = { child, output: '' }
  child.stdout.on('data', (chunk: Buffer) => (writer.output += chunk.toString()))
  return writer
}

/** What the writer confirmed last, by question. A line that the kill cut off was not confirmed. */
function confirmed(output: string): Map<string, number> {
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).split('\n')
  return new Map(lines.filter(Boolean).map((line): [string, number] => [line.split(' ')[0]!, Number(line.split(' ')[1])]))
}

/** Kills a writer under load again and again. Gives how much was confirmed, and how much of it was lost. */
async function killUnderLoad(task: string, rounds: number) {
  let total = 0
  let lost = 0
  for (let round = 0; round < rounds; round += 1) {
    const own = await begin()
    const writer = startWriter(task, own)
    while (confirmed(writer.output).size < 12 && writer.child.exitCode === null) await pause(5)
    await pause(20 + 40 * round)
    writer.child.kill('SIGKILL')
    await once(writer.child, 'close')
    const { answers } = await readAssessment(byKey(own.key), own.id, now)
    for (const [question, count] of confirmed(writer.output)) {
      total += 1
      if (Number(answers[question]?.comment ?? 0) < count) lost += 1
    }
  }
  await closeDatabase()
  const check = new SqliteDatabase(join(installation.dataDir, databaseFile))
  const integrity = check.pragma('integrity_check', { simple: true })
  check.close()
  return { total, lost, integrity }
}

describe('no confirmed answer is lost', () => {
  test('when the process is killed under load', async () => {
    const result = await killUnderLoad('save', 4)
    expect(result).toEqual({ total: 48, lost: 0, integrity: 'ok' })
  }, 120_000)

  test('control: a writer that confirms before it saves loses answers in the same test', async () => {
    const result = await killUnderLoad('confirm-then-save', 2)
    expect(result.lost).toBeGreaterThan(0)
  }, 120_000)

  test('when transactions of other requests abort in between', async () => {
    const own = await begin()
    const database = await openDatabase()
    let running = true
    let aborted = 0
    const aborting = (async () => {
      while (running) {
        await database
          .transaction(async (client) => {
            await client.assessment.update({ where: { id: own.id }, data: { mode: 'schnell' } })
            await pause(2)
            throw new Error('abort')
          })
          .catch(() => (aborted += 1))
      }
    })()
    const questions = ['rueckhalt-struktur', 'rueckhalt-praxis', 'treffpunkt-struktur', 'treffpunkt-praxis']
    await Promise.all(
      questions.map(async (question) => {
        for (let version = 0; version < 40; version += 1) {
          const answer = { choice: '1', comment: `Fassung ${version + 1}`, clarifyWith: '', version }
          const { versions } = await saveAnswers(
            byKey(own.key),
            own.id,
            { formId: question, answers: { [question]: answer } },
            now,
          )
          expect(versions[question]).toBe(version + 1)
          await pause(1)
        }
      }),
    )
    running = false
    await aborting
    expect(aborted).toBeGreaterThan(5)
    const view = await readAssessment(byKey(own.key), own.id, now)
    expect(questions.map((question) => view.answers[question]?.comment)).toEqual(questions.map(() => 'Fassung 40'))
    expect(view.mode).toBe('voll')
  })
})

describe('two processes writing', () => {
  async function bothCount(task: string) {
    const own = await begin()
    const database = await openDatabase()
    await database.client.assessmentPlace.updateMany({ where: { assessmentId: own.id }, data: { name: '0' } })
    const writers = [startWriter(task, own), startWriter(task, own)]
    await Promise.all(writers.map(({ child }) => once(child, 'close')))
    const { name } = await database.client.assessmentPlace.findFirstOrThrow({ where: { assessmentId: own.id } })
    const failed = writers.reduce((sum, { output }) => sum + Number(/^failed (\d+)$/m.exec(output)?.[1]), 0)
    return { failed, counted: Number(name) }
  }

  test('each reads what the other wrote, and none fails', async () => {
    expect(await bothCount('count')).toEqual({ failed: 0, counted: 200 })
  }, 60_000)

  test('control: with the stock adapter transactions fail half way', async () => {
    expect((await bothCount('count-with-stock-adapter')).failed).toBeGreaterThan(0)
  }, 60_000)

  test('a save waits while another process holds the lock, without stopping this one', async () => {
    const own = await begin()
    const other = new SqliteDatabase(join(installation.dataDir, databaseFile))
    other.exec('BEGIN IMMEDIATE')
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 5)
    const answer = { choice: '1', comment: '', clarifyWith: '', version: 0 }
    const saving = saveAnswers(byKey(own.key), own.id, { formId: 'a', answers: { 'rueckhalt-struktur': answer } }, now)
    await pause(400)
    expect(ticks).toBeGreaterThan(2)
    other.exec('COMMIT')
    other.close()
    clearInterval(ticking)
    expect((await saving).versions).toEqual({ 'rueckhalt-struktur': 1 })
  })
})
