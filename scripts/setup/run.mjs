import { spawnSync } from 'node:child_process'
import { projectPath } from './project-path.mjs'

/**
 * Runs a command in the project's folder with its output shown.
 * @returns its exit code; 1 if it could not be started or was ended by a signal
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: projectPath(),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  })
  return result.status ?? 1
}

/** Runs a Node script of the project or of a package. */
export function runNode(script, args = [], options = {}) {
  return run(process.execPath, [projectPath(script), ...args], options)
}
