import { fail } from './say.mjs'

/** Ends with a clear message on a Node older than the packages accept (20.19). */
export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) fail('nodeTooOld', { version: process.versions.node })
}
