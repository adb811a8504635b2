import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { projectPath } from './project-path.mjs'

/**
 * Reads `.env` if there is one and gives the settings the start needs. The environment wins over the file.
 * @returns host, port, first public address, absolute data folder
 */
export function settings() {
  const file = projectPath('.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const host = process.env.HOST || '127.0.0.1'
  const port = Number(process.env.PORT || 3000)
  return {
    host,
    port,
    appUrl:
      process.env.APP_URL?.split(',')[0].trim() || `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`,
    dataDir: resolve(projectPath(), process.env.DATA_DIR || 'data'),
  }
}
