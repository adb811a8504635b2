/**
 * `npm run bench [-- NAME …]`: figures as ratios within one run, because machines differ and are noisy.
 * Builds first if something changed, and brings a Chromium where `npm test` would. Names: scoring, course, comparison, list,
 * save, rendering, pdf, weight, start.
 */
import { ensureBuilt } from '../setup/ensure-built.mjs'
import { ensureChromium } from '../setup/ensure-chromium.mjs'
import { benchCourse } from './course'
import { benchPageWeight } from './page-weight'
import { benchPdf } from './pdf'
import { benchComparison, benchList } from './rounds'
import { benchSave, benchSaveWhileRendering } from './save'
import { benchScoring } from './scoring'
import { benchSecondStart } from './second-start'

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  scoring: benchScoring,
  course: benchCourse,
  comparison: benchComparison,
  list: benchList,
  save: benchSave,
  rendering: benchSaveWhileRendering,
  pdf: benchPdf,
  weight: benchPageWeight,
  start: benchSecondStart,
}

const wanted = process.argv.slice(2)
ensureBuilt()
if (wanted.length === 0 || wanted.includes('weight')) process.env.CHROMIUM = ensureChromium()
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  await bench()
}
