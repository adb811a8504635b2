/** `npm run build`: builds if something changed since the last build. */
import { ensureBuilt } from './setup/ensure-built.mjs'
import { ensureInstalled } from './setup/ensure-installed.mjs'
import { ensureNode } from './setup/ensure-node.mjs'

ensureNode()
ensureInstalled()
ensureBuilt()
