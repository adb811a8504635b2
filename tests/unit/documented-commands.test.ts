import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').flatMap((name) => (/\.md$/.test(name) ? `docs/${name}` : [])),
]
const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted()
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!)

test('the operator’s guide names the commands of the command line, all of them and no others', () => {
  const documented = found(readFileSync('docs/operations.md', 'utf8'), /npm run (?:--silent )?admin -- ([\w-]+)/g)
  const source = readFileSync('scripts/admin.ts', 'utf8')
  const own = found(source, /^ +'?([\w-]+)'?: \{ parameters: \d+, run: /gm)
  // Every entry of the table is of this shape.
  expect(own).toHaveLength(source.match(/parameters: \d/g)!.length)
  expect(own.length).toBeGreaterThan(0)
  expect(sorted(documented)).toEqual(sorted(own))
})

test.each(documents)('every command of npm in %s is there', (file) => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = found(readFileSync(file, 'utf8'), /npm run (?:--?[\w-]+ )*([\w:-]+)/g)
  expect(sorted(named).filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
})

test('the guides name commands of npm at all', () => {
  const all = documents.map((file) => readFileSync(file, 'utf8')).join('\n')
  expect(found(all, /npm run (?:--?[\w-]+ )*([\w:-]+)/g)).toEqual(expect.arrayContaining(['admin', 'validate', 'demo']))
})
