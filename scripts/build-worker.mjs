/**
 * Bundles the PDF worker to `build/pdf-worker.mjs`, one plain module that Next, the command line and tests start alike
 * (a worker thread cannot load TypeScript). React is bundled in its production form, which is also the faster one.
 */
import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { patchPaginate } from './patch-paginate.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const target = join(root, 'build', 'pdf-worker.mjs')
// Written beside it and renamed, so that nobody starts half a file.
const unfinished = `${target}.${process.pid}.mjs`

mkdirSync(dirname(target), { recursive: true })
await build({
  absWorkingDir: root,
  entryPoints: ['lib/report/pdf/worker.tsx'],
  outfile: unfinished,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  minify: true,
  keepNames: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [patchPaginate],
  // It looks for its own data files beside itself.
  external: ['pdfkit'],
  // Bundled CommonJS packages ask for Node's own modules with `require`.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
})
renameSync(unfinished, target)
