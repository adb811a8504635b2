/**
 * `npm run bench [-- NAME …]`: figures as ratios within one run, because machines differ and are noisy.
 * Needs a build (`npm run build`). Names: scoring, save, rendering, pdf, weight, start.
 */
import { benchPageWeight } from './page-weight'
import { benchPdf } from './pdf'
import { benchSave, benchSaveWhileRendering } from './save'
import { benchScoring } from './scoring'
import { benchSecondStart } from './second-start'

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  scoring: benchScoring,
  save: benchSave,
  rendering: benchSaveWhileRendering,
  pdf: benchPdf,
  weight: benchPageWeight,
  start: benchSecondStart,
}

const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  await bench()
}
