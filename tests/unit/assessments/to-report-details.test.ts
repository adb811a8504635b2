import { describe, expect, test } from '@jest/globals'
import { toReportDetails } from '@/lib/assessments/to-report-details'
import { toSheet } from '@/lib/assessments/to-sheet'
import type { AssessmentView, StoredAnswer } from '@/lib/assessments/types'
import { createTranslate } from '@/lib/i18n/translate'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { buildReport } from '@/lib/report/view-model'

const date = new Date('2026-11-23T12:00:00Z')
const unknown = (subject: StoredAnswer['subject'], clarifyWith: string): StoredAnswer => ({
  answer: { state: 'unknown' },
  subject,
  comment: `Anmerkung ${subject}`,
  clarifyWith,
  version: 1,
  updatedAt: date,
  carried: null,
})
const viewOf = (place: AssessmentView['place']): AssessmentView => ({
  id: 'abc',
  round: null,
  mode: 'voll',
  questionnaireId: 'drei-ebenen-check',
  questionnaireVersion: '1.0.0',
  profile: { name: 'Musterstadt' },
  profileVersion: 1,
  challenges: [],
  place,
  answers: { 'strategie-struktur': unknown('kommune', 'Stadtarchiv'), 'raeume-struktur': unknown('quartier', 'Pfarramt') },
  decisions: { 'raeume-ort-finden': { decision: 'spaeter', reason: 'Erst nach dem Umzug.', version: 4 } },
  details: { agreedOn: '2026-11-20', answeredBy: ['Leitung Soziales'], hasCoatOfArms: false },
  createdAt: date,
  lastSeenAt: date,
  deletedOn: date,
  resumeCodeIssuedAt: null,
})

describe('what a stored assessment gives the report beside its answers', () => {
  test.each([{ id: 'p1', name: 'Nordviertel' }, null])('notes reach the question they were written at, place %p', (place) => {
    const view = viewOf(place)
    const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
    const report = buildReport(
      questionnaire,
      toSheet(view),
      toReportDetails(view, { date, edition: 'arbeit', since: null }),
      createTranslate('de'),
    )
    expect(report.unknowns.map(({ questionId, clarifyWith }) => [questionId, clarifyWith])).toEqual([
      ['strategie-struktur', 'Stadtarchiv'],
      ['raeume-struktur', 'Pfarramt'],
    ])
    const comments = report.annex.answers.flatMap(({ answers }) => answers.map(({ comment }) => comment)).filter(Boolean)
    expect(comments).toEqual(['Anmerkung kommune', 'Anmerkung quartier'])
  })

  test('cover and decisions are taken over, without what only the storage needs', () => {
    const { agreedOn, answeredBy, decisions, edition } = toReportDetails(viewOf(null), { date, edition: 'gremien', since: null })
    expect({ agreedOn, answeredBy, decisions, edition }).toEqual({
      agreedOn: '2026-11-20',
      answeredBy: ['Leitung Soziales'],
      decisions: { 'raeume-ort-finden': { decision: 'spaeter', reason: 'Erst nach dem Umzug.' } },
      edition: 'gremien',
    })
  })
})
