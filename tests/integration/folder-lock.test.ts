/** One server for each data folder: who comes second is told, and nothing is left behind that blocks for ever. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { runDemo } from '../setup/demo-site'
import { freePort } from '../setup/site'
import { databaseFile, emptyDataDir } from './setup/data-dir'

const lockIn = (dataDir: string) => join(dataDir, 'server.sperre')
const address = 'http://127.0.0.1:4711'

/** Takes the folder; with `stay`, until it is ended. */
const program = (dataDir: string, stay: boolean) => `
  import { holdFolder } from './scripts/setup/folder-lock.mjs'
  holdFolder({ dataDir: ${JSON.stringify(dataDir)}, appUrl: '${address}' })
  console.log('held')
  ${stay ? `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000)` : ''}`
const asModule = (text: string) => ['--input-type=module', '-e', text]

const started: ChildProcess[] = []
afterEach(() => started.splice(0).forEach((one) => one.kill('SIGKILL')))

/** Another process that holds the folder. */
async function holder(dataDir: string) {
  const child = spawn(process.execPath, asModule(program(dataDir, true)), { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  return { pid: child.pid!, end }
}

function take(dataDir: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, asModule(program(dataDir, false)), { encoding: 'utf8' })
  return { status, text: `${stdout}${stderr}`.trim() }
}

const free = { status: 0, text: 'held' }
const held = (dataDir: string, pid: number) => ({
  status: 1,
  text: `Den Ordner ${dataDir} verwendet schon ein Server (Prozess ${pid}, ${address}). Beenden Sie ihn, oder setzen Sie DATA_DIR auf einen anderen Ordner.`,
})
const changeLock = (dataDir: string, change: object) =>
  writeFileSync(lockIn(dataDir), JSON.stringify({ ...(JSON.parse(readFileSync(lockIn(dataDir), 'utf8')) as object), ...change }))

describe('the lock of a data folder', () => {
  test('names who has it, for as long as that runs', async () => {
    const dataDir = join(emptyDataDir(), 'new')
    const { pid, end } = await holder(dataDir)
    expect(take(dataDir)).toEqual(held(dataDir, pid))
    expect(statSync(lockIn(dataDir)).mode & 0o777).toBe(0o600)
    await end('SIGTERM')
    expect(readdirSync(dataDir)).toEqual([])
    expect(take(dataDir)).toEqual(free)
  })

  test('of a process that was killed is taken over', async () => {
    const dataDir = emptyDataDir()
    const { end } = await holder(dataDir)
    await end('SIGKILL')
    expect(existsSync(lockIn(dataDir))).toBe(true)
    expect(take(dataDir)).toEqual(free)
    expect(readdirSync(dataDir)).toEqual([])
  })

  test('of a process that has ended, but that nobody has cleared away, is taken over', async () => {
    const dataDir = emptyDataDir()
    // The shell begins it and becomes a program that never asks what became of it, as the first process of a container may.
    const script = `node --input-type=module -e "$1" & exec sleep 60`
    const parent = spawn('sh', ['-c', script, 'sh', program(dataDir, true)], { stdio: ['ignore', 'pipe', 'inherit'] })
    started.push(parent)
    await new Promise((resolve) => parent.stdout.once('data', resolve))
    const { pid } = JSON.parse(readFileSync(lockIn(dataDir), 'utf8')) as { pid: number }
    expect(take(dataDir)).toEqual(held(dataDir, pid))
    process.kill(pid, 'SIGKILL')
    // Until the kernel has ended it; it keeps its number.
    while (!/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(take(dataDir)).toEqual(free)
  })

  test('of a process whose number another one has by now is taken over', async () => {
    const dataDir = emptyDataDir()
    const { pid } = await holder(dataDir)
    changeLock(dataDir, { began: '1' })
    expect(take(dataDir)).toEqual(process.platform === 'linux' ? free : held(dataDir, pid))
  })

  test('of another machine or container is taken over, and told', async () => {
    const dataDir = emptyDataDir()
    await holder(dataDir)
    changeLock(dataDir, { host: 'alter-container' })
    const { status, text } = take(dataDir)
    expect(hostname()).not.toBe('alter-container')
    expect([status, text]).toEqual([0, expect.stringContaining('anderen Rechner oder Container (alter-container)')])
  })

  test.each(['', '{', '{"pid":"1"}', '{"pid":-1}', 'null'])('that holds only %j is taken over', (text) => {
    const dataDir = emptyDataDir()
    writeFileSync(lockIn(dataDir), text)
    expect(take(dataDir)).toEqual(free)
  })

  test('that cannot be written says so', () => {
    const file = join(emptyDataDir(), 'file')
    writeFileSync(file, '')
    const { status, text } = take(file)
    expect([status, text]).toEqual([1, expect.stringContaining(`Im Ordner ${file} lässt sich nichts anlegen (E`)])
  })
})

describe('a second start on the same folder, on another port', () => {
  const contents = (folder: string) =>
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ])

  test('npm start ends', async () => {
    const dataDir = emptyDataDir()
    const { pid } = await holder(dataDir)
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], {
      encoding: 'utf8',
      timeout: 20_000,
      env: { ...process.env, NODE_OPTIONS: '', HOST: '127.0.0.1', PORT: String(await freePort()), DATA_DIR: dataDir },
    })
    expect({ status, text: `${stdout}${stderr}`.trim() }).toEqual(held(dataDir, pid))
    expect(readdirSync(dataDir)).toEqual(['server.sperre'])
  })

  test('npm run demo -- --neu replaces nothing', async () => {
    const dataDir = emptyDataDir()
    writeFileSync(join(dataDir, 'demonstration.json'), JSON.stringify({ demonstration: 'drei-ebenen-check', people: [] }))
    writeFileSync(join(dataDir, databaseFile), 'in use')
    const { pid } = await holder(dataDir)
    const before = contents(dataDir)
    for (const args of [[], ['--neu']]) {
      const demo = await runDemo(dataDir, args)
      expect([await demo.ended, demo.output().trim()]).toEqual([1, held(dataDir, pid).text])
    }
    expect(contents(dataDir)).toEqual(before)
  })

  test('npm run demo may use a folder in which only a lock was left behind', async () => {
    const dataDir = emptyDataDir()
    writeFileSync(lockIn(dataDir), '{"pid":4711')
    const demo = await runDemo(dataDir, ['--neu'])
    // Broken off as soon as it begins to build.
    while (!demo.output().includes('Die Demonstration wird angelegt') && demo.process.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 50))
    demo.process.kill('SIGKILL')
    expect(demo.output()).not.toContain('liegt etwas anderes als die Demonstration')
    expect(demo.output()).toContain('Die Demonstration wird angelegt')
  }, 60_000)
})
