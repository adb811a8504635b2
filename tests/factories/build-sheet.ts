/** Builds sheets from short marks, so that a test's table reads like a filled-in form. */
import type { Answer, Answers, Questionnaire, Sheet } from '@/lib/questionnaire/questionnaire'

/** 0–4 answered, `?` unknown, `-` not applicable, `_` open. */
export type Mark = 0 | 1 | 2 | 3 | 4 | '?' | '-' | '_'

/** The answer a mark stands for. */
export function answerOf(mark: Mark): Answer {
  if (mark === '?') return { state: 'unknown' }
  if (mark === '-') return { state: 'not_applicable', reason: 'nicht-bei-uns' }
  if (mark === '_') return { state: 'open' }
  return { state: 'answered', value: mark }
}

/** Marks by factor id, one for each of its questions; factors not named are open. */
export type Marks = Readonly<Record<string, readonly Mark[]>>

export function buildSheet(
  questionnaire: Questionnaire,
  marks: Marks,
  more: Partial<Omit<Sheet, 'kommune' | 'places'>> = {},
): Sheet {
  const kommune: Record<string, Answer> = {}
  const place: Record<string, Answer> = {}
  for (const [factorId, own] of Object.entries(marks)) {
    const factor = questionnaire.factorById.get(factorId)
    if (!factor) throw new Error(`no factor "${factorId}"`)
    const target = factor.subject === 'quartier' ? place : kommune
    factor.questions.forEach(({ id }, index) => {
      const mark = own[index]
      if (mark !== undefined) target[id] = answerOf(mark)
    })
  }
  return {
    mode: 'voll',
    profile: {},
    challenges: [],
    kommune,
    places: [{ id: 'nord', name: 'Nord', answers: place satisfies Answers }],
    ...more,
  }
}

/** The same mark for every question of every factor, changed where `marks` says so. */
export function allMarks(questionnaire: Questionnaire, mark: Mark, marks: Marks = {}): Marks {
  const everywhere = questionnaire.factors.map(({ id, questions }) => [id, questions.map(() => mark)] as const)
  return { ...Object.fromEntries(everywhere), ...marks }
}
