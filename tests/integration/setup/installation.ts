/** An installation of its own for a test: an empty migrated database and a small questionnaire under the product's id. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach } from '@jest/globals'
import { resetBudgets } from '@/lib/budgets/spend'
import { closeDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { startAssessment } from '@/lib/assessments/service'
import { tellSecurityTo } from '@/lib/security-log'
import { migratedDataDir } from './data-dir'

export const now = new Date('2026-11-23T12:00:00Z')
export const later = (ms: number) => new Date(now.getTime() + ms)
export const days = (count: number) => count * 24 * 60 * 60 * 1000

/** The fixture `klein`, found under the id that new assessments start with. */
export function smallContent(): string {
  const root = mkdtempSync(join(tmpdir(), 'dec-content-'))
  const folder = join(root, 'drei-ebenen-check', '1.0.0')
  mkdirSync(folder, { recursive: true })
  cpSync('tests/fixtures/questionnaires/klein/1.0.0', folder, { recursive: true })
  const file = join(folder, 'questionnaire.yml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('id: klein', 'id: drei-ebenen-check'))
  return root
}

/** Security events are told only to a test that listens to them. */
const log = console.log
tellSecurityTo((line) => {
  if (console.log !== log) console.log(line)
})

export interface Installation {
  dataDir: string
}

/** Call once at the top of a test file. Each test then finds a fresh database under the process's settings. */
export function useInstallation(): Installation {
  const installation: Installation = { dataDir: '' }
  const content = smallContent()
  beforeEach(async () => {
    await closeDatabase()
    installation.dataDir = migratedDataDir()
    process.env.DATA_DIR = installation.dataDir
    process.env.CONTENT_DIR = content
    process.env.APP_URL = 'http://127.0.0.1:3000'
    resetSettings()
    resetBudgets()
  })
  // Nothing of a test file runs on in the next one.
  afterAll(() => tellSecurityTo(() => undefined))
  afterAll(() => rmSync(content, { recursive: true, force: true }))
  return installation
}

/** Begins a full check in a new browser. */
export async function begin(mode: 'voll' | 'schnell' = 'voll'): Promise<{ key: string; id: string }> {
  const { id, newKey } = await startAssessment({ key: null, mode, now })
  if (!newKey) throw new Error('a browser without a key gets one')
  return { key: newKey, id }
}
