/** `npm run validate`: types, lint, format, import rules, dead code, content. Runs all, then fails if one failed. */
import { runNode } from './setup/run.mjs'

const checks = [
  ['types: route types', 'node_modules/next/dist/bin/next', ['typegen']],
  ['types', 'node_modules/typescript/bin/tsc', ['--noEmit']],
  ['lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0']],
  ['format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']],
  ['import rules', 'scripts/check-imports.mjs', []],
  ['dead code', 'node_modules/knip/bin/knip.js', ['--no-progress']],
  ['content', 'node_modules/tsx/dist/cli.mjs', ['scripts/check-content.ts']],
]

const failed = checks.filter(([name, script, args]) => {
  const started = Date.now()
  const code = runNode(script, args)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return code !== 0
})
process.exit(failed.length === 0 ? 0 : 1)
