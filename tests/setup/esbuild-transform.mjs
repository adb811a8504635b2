/** Turns TypeScript into ES modules for jest. Types are checked by `npm run validate`, not here. */
import { createHash } from 'node:crypto'
import { transformSync, version } from 'esbuild'

/** From here on import attributes (`with { type: 'json' }`) are kept. */
const target = 'node20.19'

const transformer = {
  getCacheKey: (source, path) => createHash('sha1').update(`${version}\0${target}\0${path}\0${source}`).digest('hex'),
  process: (source, path) =>
    transformSync(source, {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      format: 'esm',
      target,
      jsx: 'automatic',
      sourcemap: 'inline',
      sourcefile: path,
    }),
}

export default transformer
