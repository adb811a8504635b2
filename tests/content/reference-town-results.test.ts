/**
 * Golden files: figures, stages, ranks and prose of the reference towns, byte by byte. A difference is a change of content or
 * of rules; whoever means it renews the snapshot with jest's `--updateSnapshot` and says why in the commit.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parseAssessmentFile } from '@/lib/assessment-file/parse'
import { fileNotes, fileToSheet } from '@/lib/assessment-file/to-sheet'
import { createTranslate } from '@/lib/i18n/translate'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { resultJson } from '@/lib/report/result-json'
import { buildReport } from '@/lib/report/view-model'

describe.each(['bad-hersfeld', 'merzig', 'pirmasens'])('the result of %s', (town) => {
  test('is what it was', () => {
    const parsed = parseAssessmentFile(readFileSync(`questionnaires/reference-towns/${town}.yml`, 'utf8'))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const questionnaire = loadQuestionnaire('questionnaires', parsed.file.questionnaire.id, parsed.file.questionnaire.version)
    const sheet = fileToSheet(questionnaire, parsed.file)
    const view = buildReport(
      questionnaire,
      sheet,
      {
        date: new Date('2026-11-23T12:00:00Z'),
        edition: 'gremien',
        agreedOn: null,
        answeredBy: [],
        notes: fileNotes(questionnaire, parsed.file),
        decisions: {},
      },
      createTranslate('de'),
    )
    const { questionnaire: version, ...result } = resultJson(questionnaire, sheet, view)
    expect({ version: version.version, headline: view.headline, ...result }).toMatchSnapshot()
  })
})
