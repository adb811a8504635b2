/** The import rules are worth their green only if the tool sees the modules and refuses what it should. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { checkImports } from '@/scripts/check-imports.mjs'

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'import-rules-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

async function violationsOf(files: Readonly<Record<string, string>>): Promise<{ seen: number; violations: readonly string[] }> {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, file)), { recursive: true })
    writeFileSync(join(base, file), text)
  }
  return checkImports(['app', 'lib'], base)
}

const page = { 'app/page.ts': "import { score } from '../lib/scoring/score'\nexport default score\n" }
const score = { 'lib/scoring/score.ts': 'export const score = 1\n' }

describe('the import check', () => {
  test('sees every module and passes what keeps the rules', async () => {
    expect(await violationsOf({ ...page, ...score })).toMatchObject({ seen: 2, violations: [] })
  })

  test.each([
    [
      'a pure module that reads files',
      { 'lib/scoring/score.ts': "import { readFileSync } from 'node:fs'\nexport const score = readFileSync\n" },
      'pure-core',
    ],
    ['lib that imports the site', { 'lib/env.ts': "import page from '../app/page'\nexport const env = page\n" }, 'lib-never-app'],
    [
      'scoring that imports advice',
      {
        'lib/recommendations/rank.ts': 'export const rank = 1\n',
        'lib/scoring/score.ts': "export { rank as score } from '../recommendations/rank'\n",
      },
      'scoring-below-recommendations',
    ],
    [
      'a page that reaches into a repository',
      {
        'lib/assessments/repository.ts': 'export const read = 1\n',
        'app/other.ts': "export { read } from '../lib/assessments/repository'\n",
      },
      'app-uses-services',
    ],
    [
      'a type-only import counts too',
      {
        'lib/report/types.ts': 'export interface View { readonly a: 1 }\n',
        'lib/scoring/score.ts': "import type { View } from '../report/types'\nexport const score = (view: View) => view.a\n",
      },
      'scoring-below-recommendations',
    ],
    [
      'a service that decodes pictures itself',
      { 'lib/assessments/service.ts': "import { decode } from 'fast-png'\nexport const save = decode\n" },
      'foreign-pictures-in-their-thread',
    ],
    [
      'a service that calls what belongs into the thread of pictures',
      {
        'lib/pictures/clean-png.ts': 'export const cleanPng = 1\n',
        'lib/assessments/service.ts': "export { cleanPng as save } from '../pictures/clean-png'\n",
      },
      'foreign-pictures-in-their-thread',
    ],
    [
      'a circle',
      {
        'lib/a.ts': "import { b } from './b'\nexport const a = () => b\n",
        'lib/b.ts': "import { a } from './a'\nexport const b = () => a\n",
      },
      'no-circle',
    ],
  ])('refuses %s', async (_, files, rule) => {
    const { violations } = await violationsOf({ ...page, ...score, ...files })
    expect(violations.join('\n')).toContain(rule)
  })
})
