/** The operator's command line as it is called: another process on the same database. */
import { spawnSync } from 'node:child_process'

/** Runs `npm run admin -- …` on the data of an installation. */
export function runAdmin(dataDir: string, ...given: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'scripts/admin.ts', ...given],
    { env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir }, encoding: 'utf8' },
  )
  return { status, out: stdout.trim(), err: stderr.trim() }
}
