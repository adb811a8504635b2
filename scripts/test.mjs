/**
 * `npm test`: installs what is missing, validates, builds, then runs every test. `npm test -- unit` runs one folder
 * without the rest. The last line is `N passed, N failed` over all runs.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBuilt } from './setup/ensure-built.mjs'
import { ensureChromium } from './setup/ensure-chromium.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { ensureNode } from './setup/ensure-node.mjs'
import { projectPath } from './setup/project-path.mjs'
import { run, runNode } from './setup/run.mjs'

/** Browser tests share one machine's memory and run one after the other; the rest runs side by side. */
const groups = [
  { folders: ['unit', 'properties', 'content', 'components'], args: [], browser: false },
  { folders: ['integration'], args: ['--maxWorkers=2'], browser: false },
  { folders: ['e2e', 'a11y'], args: ['--runInBand'], browser: true },
]
const results = projectPath('test-results')

function runGroup({ folders, args, browser }, index) {
  const outputFile = `${results}/jest-${index}.json`
  const env = { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' }
  if (browser) env.CHROMIUM = ensureChromium()
  const paths = folders.map((folder) => `tests/${folder}/`)
  const code = run(
    process.execPath,
    [projectPath('node_modules/jest/bin/jest.js'), ...paths, ...args, '--ci', '--json', `--outputFile=${outputFile}`],
    { env, quiet: true },
  )
  if (!existsSync(outputFile)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(outputFile, 'utf8'))
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests
  // A group that ran nothing, or a runner that failed without naming a test, is a failure too.
  const unnamed = failed === 0 && (code !== 0 || report.numTotalTests === 0) ? 1 : 0
  return { passed: report.numPassedTests, failed: failed + unnamed }
}

ensureNode()
ensureInstalled()
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const only = process.argv.slice(2)
const chosen = only.length
  ? groups.map((group) => ({ ...group, folders: group.folders.filter((f) => only.includes(f)) })).filter((g) => g.folders.length)
  : groups
ensureBuilt()
const totals = { passed: 0, failed: 0 }
if (!only.length && runNode('scripts/validate.mjs') !== 0) totals.failed += 1
chosen.forEach((group, index) => {
  const { passed, failed } = runGroup(group, index)
  totals.passed += passed
  totals.failed += failed
})
console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)
