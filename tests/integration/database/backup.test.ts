import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { readAssessment, saveAnswers } from '@/lib/assessments/service'
import { closeDatabase } from '@/lib/db'
import { databaseFile, migrate } from '../setup/data-dir'
import { begin, now, useInstallation } from '../setup/installation'

const installation = useInstallation()
const backupOf = (dataDir: string, ...args: string[]) =>
  spawnSync(process.execPath, ['scripts/backup.mjs', ...args], {
    env: { ...process.env, DATA_DIR: dataDir, NODE_OPTIONS: '' },
    encoding: 'utf8',
  })
const backup = (...args: string[]) => backupOf(installation.dataDir, ...args)
const answer = (comment: string, version: number) => ({
  'rueckhalt-struktur': { choice: '2', comment, clarifyWith: '', version },
})

describe('backup', () => {
  test('of a running site holds what was confirmed, and is restored as the operations guide says', async () => {
    const own = await begin()
    await saveAnswers(byKey(own.key), own.id, { formId: 'a', answers: answer('gesichert', 0) }, now)
    const { status, stdout } = backup()
    expect(status).toBe(0)
    const folder = join(installation.dataDir, 'sicherungen')
    const [name, ...others] = readdirSync(folder)
    expect(others).toEqual([])
    expect(stdout).toContain(name)
    await saveAnswers(byKey(own.key), own.id, { formId: 'a', answers: answer('danach', 1) }, now)

    await closeDatabase()
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(installation.dataDir, databaseFile + suffix), { force: true })
    copyFileSync(join(folder, name!), join(installation.dataDir, databaseFile))
    expect(migrate(installation.dataDir).status).toBe(0)
    expect((await readAssessment(byKey(own.key), own.id, now)).answers['rueckhalt-struktur']?.comment).toBe('gesichert')
  })

  test('never overwrites a file', () => {
    const target = join(installation.dataDir, 'sicherung.sqlite')
    writeFileSync(target, 'frühere Sicherung')
    const { status, stderr } = backup(target)
    expect(status).toBe(1)
    expect(stderr).toContain('nicht überschrieben')
  })

  test('of a missing database says so and leaves no file', async () => {
    await closeDatabase()
    rmSync(join(installation.dataDir, databaseFile))
    const target = join(installation.dataDir, 'sicherung.sqlite')
    const { status, stderr } = backup(target)
    expect(status).toBe(1)
    expect(stderr).toContain('Die Datenbank fehlt')
    expect(stderr).not.toContain('    at ')
    expect(existsSync(target)).toBe(false)
  })

  test('of a folder that is not there says which one, and makes nothing', () => {
    const wrong = join(installation.dataDir, 'gibt', 'es', 'nicht')
    const { status, stdout, stderr } = backupOf(wrong)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toBe(`Die Datenbank fehlt: ${join(wrong, databaseFile)}. Prüfen Sie DATA_DIR. Es wurde nichts angelegt.\n`)
    expect(existsSync(join(installation.dataDir, 'gibt'))).toBe(false)
  })

  test('into a place that cannot be written says which one', () => {
    const file = join(installation.dataDir, 'keinordner')
    writeFileSync(file, '')
    const { status, stderr } = backup(join(file, 'sicherung.sqlite'))
    expect(status).toBe(1)
    expect(stderr).toMatch(new RegExp(`^Im Ordner ${file} lässt sich die Sicherung nicht anlegen \\(E[A-Z]+\\)\\.[^\\n]*\\n$`))
  })
})
