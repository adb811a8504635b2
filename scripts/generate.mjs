/**
 * Generates the typed database client into generated/ (not committed).
 *
 * Prisma's command line wants to download its schema engine first and fails where it cannot, though generating needs none.
 * Any executable file satisfies it (docs/adr/0003), so it is given Node itself, which exists on every system.
 */
import { runNode } from './setup/run.mjs'

const env = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
}
process.exit(runNode('node_modules/prisma/build/index.js', ['generate', '--no-hints'], { env, quiet: true }))
