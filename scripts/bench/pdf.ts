/** What tagging costs: the same report tagged and untagged, in alternating rounds of one run. */
import { readFileSync } from 'node:fs'
import { parseAssessmentFile } from '@/lib/assessment-file/parse'
import { fileNotes, fileToSheet } from '@/lib/assessment-file/to-sheet'
import { createTranslate } from '@/lib/i18n/translate'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { renderReport } from '@/lib/report/pdf/render-report'
import type { ReportViewModel } from '@/lib/report/types'
import { buildReport } from '@/lib/report/view-model'
import { line, median } from './measure'

const rounds = 9

function sampleView(): ReportViewModel {
  const parsed = parseAssessmentFile(readFileSync('questionnaires/samples/musterstadt.yml', 'utf8'))
  if (!parsed.ok) throw new Error('the sample is broken')
  const questionnaire = loadQuestionnaire('questionnaires', parsed.file.questionnaire.id, parsed.file.questionnaire.version)
  return buildReport(
    questionnaire,
    fileToSheet(questionnaire, parsed.file),
    {
      date: new Date('2026-11-23T12:00:00Z'),
      edition: 'arbeit',
      agreedOn: null,
      answeredBy: [],
      notes: fileNotes(questionnaire, parsed.file),
      decisions: {},
    },
    createTranslate('de'),
  )
}

export async function benchPdf(): Promise<void> {
  const view = sampleView()
  const render = async (tagged: boolean) => {
    const started = performance.now()
    const { pages } = await renderReport({ view, coatOfArms: null, fonts: 'lib/report/fonts', tagged })
    return { ms: performance.now() - started, pages }
  }
  await render(true)
  await render(false)
  const ratios: number[] = []
  const tagged: number[] = []
  let pages = 0
  for (let round = 0; round < rounds; round += 1) {
    // Which goes first alternates, so that a slow moment does not always hit the same one.
    const first = await render(round % 2 === 0)
    const second = await render(round % 2 === 1)
    const [tags, bare] = round % 2 === 0 ? [first, second] : [second, first]
    ratios.push(tags.ms / bare.ms)
    tagged.push(tags.ms)
    pages = tags.pages
  }
  line('tagged ÷ untagged PDF', median(ratios).toFixed(2), 'aim ≤ 1.2')
  line(`  tagged report of ${pages} pages, ms`, median(tagged).toFixed(0))
  line('  memory after rendering, MB', (process.memoryUsage().rss / 1024 / 1024).toFixed(0))
}
