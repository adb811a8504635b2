/** `npx tsx scripts/write-font-coverage.ts`: renews what is known of the bundled fonts after one was replaced. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeCoverage } from '@/lib/report/pdf/text/font-coverage'
import { loadFonts } from '@/lib/report/pdf/text/fonts'

const folder = join('lib', 'report', 'fonts')
const { covers } = await loadFonts(folder)
writeFileSync(join(folder, 'coverage.json'), `${JSON.stringify({ ranges: describeCoverage(covers) }, null, 2)}\n`)
