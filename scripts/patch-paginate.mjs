/**
 * Mends one line of @react-pdf/paginate 1.0.1 while the PDF worker is bundled.
 *
 * The paginator takes children of a container that overlap for wrapped ones and then breaks the container nowhere: a chapter longer
 * than a page is put on one page, and all that does not fit there is lost. It allows for 0.001 points, but the layout counts in
 * 32-bit floats, which from 32,768 points (45 pages) on are coarser than that. So the allowance grows with the position.
 * The build fails when the line is no longer there: then look whether the library counts better by now.
 */
import { readFileSync } from 'node:fs'

const line = 'const isWrapped = (flow) => flow.some((_, index) => gapBefore(flow, index) < -1e-3);'
/** Two steps of a 32-bit float at a position; less than a hair's breadth also after a thousand pages. */
const mended =
  'const isWrapped = (flow) => flow.some((child, index) => gapBefore(flow, index) < -1e-3 - outerTop(child) * 2 ** -22);'

/** Plugin for esbuild. */
export const patchPaginate = {
  name: 'patch-paginate',
  setup(build) {
    let found = 0
    build.onLoad({ filter: /@react-pdf[\\/]paginate[\\/]lib[\\/]index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      found += source.split(line).length - 1
      return { contents: source.replace(line, mended), loader: 'js' }
    })
    build.onEnd(() =>
      found === 1 ? undefined : { errors: [{ text: `@react-pdf/paginate has changed: found the line ${found} times` }] },
    )
  },
}
