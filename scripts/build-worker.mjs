/**
 * Bundles the workers to `build/`, each one plain module that Next, the command line and tests start alike (a worker thread
 * cannot load TypeScript): `pdf-worker.mjs` and `picture-worker.mjs`; with a name behind the command only that one. React is
 * bundled in its production form, which is also the faster one.
 */
import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { patchPaginate } from './patch-paginate.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, 'build')
const workers = {
  pdf: { entryPoints: ['lib/report/pdf/worker.tsx'], plugins: [patchPaginate] },
  picture: { entryPoints: ['lib/pictures/worker.ts'] },
}

/** What all workers have in common. */
const options = {
  absWorkingDir: root,
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
  // It looks for its own data files beside itself.
  external: ['pdfkit'],
  // Bundled CommonJS packages ask for Node's own modules with `require`.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
}

mkdirSync(folder, { recursive: true })
for (const [name, worker] of Object.entries(workers)) {
  if (process.argv.length > 2 && !process.argv.includes(name)) continue
  const target = join(folder, `${name}-worker.mjs`)
  // Written beside it and renamed, so that nobody starts half a file.
  const unfinished = `${target}.${process.pid}.mjs`
  await build({ ...options, ...worker, outfile: unfinished })
  renameSync(unfinished, target)
}
