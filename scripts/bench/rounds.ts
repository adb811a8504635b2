/** What rounds cost on a real database: reading and comparing many of one's own, and listing one's own beside many of others. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sessionCookieName } from '@/lib/accounts/session-cookie'
import { signIn } from '@/lib/accounts/session-service'
import { closeDatabase } from '@/lib/db'
import { createTranslate } from '@/lib/i18n/translate'
import { buildCourseView } from '@/lib/report/course-view'
import { buildProgressView } from '@/lib/report/progress-view'
import { readAllRounds, readTwoRounds } from '@/lib/rounds/progress-service'
import { listRounds } from '@/lib/rounds/service'
import { startSite, type Site } from '../../tests/setup/site'
import { addRoundsOfOthers, makeWorkspace, type OwnWorkspace, person, useDataDir } from './many-rounds'
import { line, median } from './measure'

const t = createTranslate('de')
const repetitions = 41

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Runs two in turn, so that what else the machine does meets both alike. */
async function inTurn(
  few: () => Promise<unknown>,
  many: () => Promise<unknown>,
): Promise<(readonly [few: number, many: number])[]> {
  for (let warm = 0; warm < 5; warm += 1) {
    await few()
    await many()
  }
  const pairs: (readonly [number, number])[] = []
  for (let index = 0; index < repetitions; index += 1) pairs.push([await time(few), await time(many)])
  return pairs
}

async function readCourse({ actor, workspaceId }: OwnWorkspace): Promise<void> {
  const { rounds } = await readAllRounds(actor, workspaceId, new Date())
  buildCourseView(rounds, [], t)
}

async function compareLatest({ actor, workspaceId }: OwnWorkspace): Promise<void> {
  const [latest, previous] = await listRounds(actor, workspaceId)
  const [before, after] = await readTwoRounds(actor, workspaceId, [previous!.id, latest!.id], new Date())
  buildProgressView(before, after, [], t)
}

/** Cost per round of the course, and of comparing two rounds, in a workspace of 5 and in one of 40. */
export async function benchComparison(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'drei-ebenen-check-'))
  try {
    const migrated = spawnSync(process.execPath, ['scripts/migrate.mjs'], { env: { ...process.env, DATA_DIR: dataDir } })
    if (migrated.status !== 0) throw new Error(migrated.stderr.toString())
    await useDataDir(dataDir)
    const five = await makeWorkspace(5)
    const forty = await makeWorkspace(40, 'otto@musterstadt.example')
    const course = await inTurn(
      () => readCourse(five),
      () => readCourse(forty),
    )
    line('course from the database: ms per round, 5 rounds', median(course.map(([few]) => few / 5)).toFixed(2))
    line('course from the database: ms per round, 40 rounds', median(course.map(([, many]) => many / 40)).toFixed(2))
    const perRound = median(course.map(([few, many]) => many / 40 / (few / 5)))
    line('course from the database: cost per round, 40 ÷ 5', perRound.toFixed(2), 'flat: about 1')
    const two = await inTurn(
      () => compareLatest(five),
      () => compareLatest(forty),
    )
    line('two rounds compared, ms', median(two.map(([few]) => few)).toFixed(1))
    line('two rounds compared, among 40 ÷ among 5', median(two.map(([few, many]) => many / few)).toFixed(2), 'about 1')
  } finally {
    await closeDatabase()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

interface Listed {
  readonly site: Site
  readonly own: OwnWorkspace
  readonly cookie: string
}

async function makeListed(others: number): Promise<Listed> {
  const site = await startSite()
  await useDataDir(site.dataDir)
  const own = await makeWorkspace(5)
  await addRoundsOfOthers(own, others)
  const { cookie } = await signIn({ ...person, address: null }, null)
  return { site, own, cookie: `${sessionCookieName}=${cookie}` }
}

async function openList({ site, own, cookie }: Listed): Promise<void> {
  const response = await fetch(`${site.url}/arbeitsbereich/${own.workspaceId}`, { headers: { cookie }, redirect: 'manual' })
  const text = await response.text()
  if (response.status !== 200 || !text.includes('2026')) throw new Error(`the list answered ${response.status}`)
}

/** Milliseconds of one call of the service, in a few blocks for each database: only one is open at a time. */
async function benchService(few: Listed, many: Listed): Promise<void> {
  const ratios: number[] = []
  const block = async ({ site, own }: Listed) => {
    await useDataDir(site.dataDir)
    const list = () => listRounds(own.actor, own.workspaceId)
    for (let warm = 0; warm < 10; warm += 1) await list()
    const times: number[] = []
    for (let index = 0; index < repetitions; index += 1) times.push(await time(list))
    return median(times)
  }
  let ms = 0
  for (let index = 0; index < 9; index += 1) {
    const before = await block(few)
    ms = await block(many)
    ratios.push(ms / before)
  }
  line('list of a workspace, service, 10,000 others: ms', ms.toFixed(2))
  line('list of a workspace, service, 10,000 ÷ 10 of others', median(ratios).toFixed(2), 'aim ≤ 1.3')
}

/** The page of a workspace's rounds while the database holds 10 and 10,000 rounds of other workspaces. */
export async function benchList(): Promise<void> {
  const few = await makeListed(10)
  const many = await makeListed(10_000).catch(async (error: unknown) => {
    await few.site.close()
    throw error
  })
  try {
    const pages = await inTurn(
      () => openList(few),
      () => openList(many),
    )
    line('list of a workspace, page, 10,000 others: ms', median(pages.map(([, slow]) => slow)).toFixed(1))
    const ratio = median(pages.map(([fast, slow]) => slow / fast))
    line('list of a workspace, page, 10,000 ÷ 10 of others', ratio.toFixed(2), 'aim ≤ 1.3')
    await benchService(few, many)
  } finally {
    await closeDatabase()
    await few.site.close()
    await many.site.close()
  }
}
