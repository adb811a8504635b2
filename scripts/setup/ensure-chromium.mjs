import { existsSync } from 'node:fs'
import { run } from './run.mjs'
import { fail, say } from './say.mjs'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium']
const find = () => [process.env.CHROMIUM, ...candidates].find((path) => path && existsSync(path))

/**
 * Gives the path of a Chromium for the browser tests. As root on Debian it installs Debian's; elsewhere it ends with the
 * command that is missing, because a browser test that is skipped in silence protects nobody.
 */
export function ensureChromium() {
  const found = find()
  if (found) return found
  const root = process.getuid?.() === 0
  if (!root || !existsSync('/etc/debian_version')) fail('chromiumMissing')
  say('installingChromium')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-q'], { env, quiet: true })
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env, quiet: true })
  return find() ?? fail('chromiumMissing')
}
