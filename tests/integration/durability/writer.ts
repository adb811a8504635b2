/**
 * A process of its own that writes to the database of DATA_DIR, for tests that kill it or run two of it.
 * Usage: node --import tsx writer.ts <task> <key> <assessment>
 */
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaClient } from '../../../generated/prisma/client'
import { byKey } from '../../../lib/accounts/actor'
import { saveAnswers } from '../../../lib/assessments/service'
import { openDatabase } from '../../../lib/db'

const [task, key = '', id = ''] = process.argv.slice(2)
const questions = ['rueckhalt', 'runde', 'vermittlung', 'gespraech', 'treffpunkt', 'mithilfe'].flatMap((factor) => [
  `${factor}-struktur`,
  `${factor}-praxis`,
])
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const confirm = (question: string, count: number) => process.stdout.write(`${question} ${count}\n`)

/** Saves one question again and again; the comment counts. */
async function saveForEver(question: string, confirmFirst: boolean): Promise<void> {
  for (let count = 1, version = 0; ; count += 1) {
    const answer = { choice: String(count % 5), comment: String(count), clarifyWith: '', version }
    const save = () => saveAnswers(byKey(key), id, { formId: question, answers: { [question]: answer } }, new Date())
    if (confirmFirst) {
      confirm(question, count)
      await pause(30)
      version = (await save()).versions[question] ?? version
    } else {
      version = (await save()).versions[question] ?? version
      confirm(question, count)
      await pause(0)
    }
  }
}

/** Reads a number and writes the next one, each time in a transaction of its own. */
async function countUp(prisma: Pick<PrismaClient, '$transaction'>, times: number): Promise<number> {
  let failed = 0
  for (let n = 0; n < times; n += 1) {
    await prisma
      .$transaction(async (client) => {
        const { name } = await client.assessmentPlace.findFirstOrThrow({ where: { assessmentId: id } })
        await pause(1)
        await client.assessmentPlace.updateMany({ where: { assessmentId: id }, data: { name: String(Number(name) + 1) } })
      })
      .catch(() => (failed += 1))
  }
  return failed
}

const tasks: Record<string, () => Promise<unknown>> = {
  save: () => Promise.all(questions.map((question) => saveForEver(question, false))),
  'confirm-then-save': () => Promise.all(questions.map((question) => saveForEver(question, true))),
  count: async () => {
    const database = await openDatabase()
    const failed = await countUp({ $transaction: database.transaction.bind(database) } as unknown as PrismaClient, 100)
    process.stdout.write(`failed ${failed}\n`)
  },
  'count-with-stock-adapter': async () => {
    const url = `${process.env.DATA_DIR}/drei-ebenen-check.sqlite`
    const prisma = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url, timeout: 200 }) })
    await prisma.$queryRawUnsafe('PRAGMA journal_mode = WAL')
    process.stdout.write(`failed ${await countUp(prisma, 100)}\n`)
  },
}
await tasks[task ?? '']?.()
process.exit(0)
