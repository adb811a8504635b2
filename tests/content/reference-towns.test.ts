/**
 * The instrument against the publication: for towns coded from its descriptions, the measures ranked first must answer
 * what the publication itself concludes, and none may recommend what it says exists (instrument, „Reference towns“).
 */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { checkAgainstQuestionnaire } from '@/lib/assessment-file/check-against-questionnaire'
import { parseAssessmentFile } from '@/lib/assessment-file/parse'
import type { AssessmentFile } from '@/lib/assessment-file/schema'
import { fileToSheet } from '@/lib/assessment-file/to-sheet'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { rankMeasures } from '@/lib/recommendations/rank'
import type { RankedMeasure } from '@/lib/recommendations/types'
import { scoreSheet } from '@/lib/scoring/score'

const folder = 'questionnaires/reference-towns'
const towns = ['bad-hersfeld', 'merzig', 'pirmasens'] as const
const looked = 8
const wantedShare = 4 / 5

const conclusionsSchema = z.strictObject({
  town: z.string(),
  conclusions: z.array(
    z.strictObject({ id: z.string(), chapter: z.string(), statement: z.string(), factors: z.array(z.string()).min(1) }),
  ),
  exists: z.array(
    z.strictObject({
      statement: z.string(),
      chapter: z.string(),
      factors: z.array(z.string()).min(1),
      questions: z.array(z.string()).default([]),
    }),
  ),
})
type Conclusions = z.infer<typeof conclusionsSchema>

function readTown(town: string): AssessmentFile {
  const parsed = parseAssessmentFile(readFileSync(`${folder}/${town}.yml`, 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1))
  return parsed.file
}

const readConclusions = (town: string): Conclusions =>
  conclusionsSchema.parse(parse(readFileSync(`${folder}/${town}.conclusions.yml`, 'utf8')))

/** Measures that would create the beginnings of something: triggered below the ladder's third rung. */
function createsFromScratch(
  questionnaire: Questionnaire,
  measures: readonly RankedMeasure[],
  exists: Conclusions['exists'][number],
) {
  const keyQuestions = exists.factors.map((id) => `${id}-struktur`).filter((id) => questionnaire.questionById.has(id))
  const questions = exists.questions.length > 0 ? exists.questions : keyQuestions
  return measures.filter((measure) =>
    measure.triggeredBy.some(({ range }) => questions.includes(range.question) && range.below <= 2),
  )
}

describe.each(towns)('reference town %s', (town) => {
  let questionnaire: Questionnaire
  let file: AssessmentFile
  let measures: readonly RankedMeasure[]

  beforeAll(() => {
    questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
    file = readTown(town)
    const sheet = fileToSheet(questionnaire, file)
    measures = rankMeasures(questionnaire, sheet, scoreSheet(questionnaire, sheet).places[0]!)
  })

  test('names only what the questionnaire knows', () => {
    expect(checkAgainstQuestionnaire(questionnaire, file)).toEqual([])
  })

  test('cites a passage and its speaker for every answer, and not the conclusions', () => {
    for (const [id, answer] of Object.entries(file.answers)) {
      if (answer.state !== 'answered') continue
      expect({ id, passage: answer.passage, speaker: answer.aussage_von }).toEqual({
        id,
        passage: expect.stringMatching(/Kap\. 5\./),
        speaker: expect.any(String),
      })
      expect({ id, passage: answer.passage }).not.toEqual({ id, passage: expect.stringMatching(/Kap\. (5\.\d\.4|6)/) })
    }
  })

  test('finds at least four fifths of the conclusions among the first eight measures', () => {
    const firstFactors = measures.slice(0, looked).map((measure) => measure.factorId)
    const { conclusions } = readConclusions(town)
    const hits = conclusions.filter(({ factors }) => factors.some((factor) => firstFactors.includes(factor)))
    const report = [
      `${town}: ${hits.length} of ${conclusions.length} conclusions; first eight: ${measures
        .slice(0, looked)
        .map((measure) => measure.measureId)
        .join(', ')}`,
      ...conclusions.map(
        (conclusion) => `  ${hits.includes(conclusion) ? 'hit ' : 'MISS'} ${conclusion.id} (${conclusion.factors.join(', ')})`,
      ),
    ].join('\n')
    console.info(report)
    expect(hits.length / conclusions.length).toBeGreaterThanOrEqual(wantedShare)
  })

  test('recommends nothing that the text says exists', () => {
    const wrong = readConclusions(town).exists.flatMap((exists) =>
      createsFromScratch(questionnaire, measures, exists).map((measure) => `${measure.measureId}: ${exists.statement}`),
    )
    expect(wrong).toEqual([])
  })
})
