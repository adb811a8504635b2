/** How many full assessments are scored in a second, on the real questionnaire. */
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import type { Answer, Sheet } from '@/lib/questionnaire/questionnaire'
import { rankMeasures } from '@/lib/recommendations/rank'
import { scoreSheet } from '@/lib/scoring/score'
import { line, median } from './measure'

const rounds = 7
const perRound = 300

/** A full sheet whose answers differ with the seed. */
export function sheetOf(questionnaire: ReturnType<typeof loadQuestionnaire>, seed: number): Sheet {
  const answers = Object.fromEntries(
    [...questionnaire.questionById.keys()].map((id, index): [string, Answer] => [
      id,
      { state: 'answered', value: ((index * 7 + seed) % 5) as 0 | 1 | 2 | 3 | 4 },
    ]),
  )
  return {
    mode: 'voll',
    profile: { status: 'kreisstadt' },
    challenges: questionnaire.challenges.slice(0, 3).map((challenge) => challenge.id),
    kommune: answers,
    places: [{ id: 'quartier', name: 'Quartier', answers }],
  }
}

export function benchScoring(): void {
  const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
  const sheets = Array.from({ length: 50 }, (_, seed) => sheetOf(questionnaire, seed))
  const perSecond = (work: (sheet: Sheet) => unknown) => {
    const figures: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now()
      for (let index = 0; index < perRound; index += 1) work(sheets[index % sheets.length]!)
      figures.push(perRound / ((performance.now() - started) / 1000))
    }
    return median(figures)
  }
  line('assessments scored per second', perSecond((sheet) => scoreSheet(questionnaire, sheet)).toFixed(0))
  line(
    'assessments scored and ranked per second',
    perSecond((sheet) => rankMeasures(questionnaire, sheet, scoreSheet(questionnaire, sheet).places[0]!)).toFixed(0),
  )
}
