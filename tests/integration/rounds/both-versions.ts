/** The real instrument, of which a version 1.1.0 is published while checks of 1.0.0 are open. */
import { rmSync } from 'node:fs'
import { afterAll, beforeEach } from '@jest/globals'
import { resetSettings } from '@/lib/env'
import { contentWithNextVersion, copyOfContent } from '@/tests/factories/next-version'

/** Call after `useInstallation`. Each test starts with 1.0.0 alone. */
export function useBothVersions(): { publishNext: () => void } {
  const before = copyOfContent()
  const after = contentWithNextVersion()
  const use = (root: string) => {
    process.env.CONTENT_DIR = root
    resetSettings()
  }
  beforeEach(() => use(before))
  afterAll(() => [before, after].forEach((root) => rmSync(root, { recursive: true, force: true })))
  return { publishNext: () => use(after) }
}
