/** Sheets as wild as a town could fill them in. */
import fc from 'fast-check'
import type { Answer, Profile, Questionnaire, Sheet } from '@/lib/questionnaire/questionnaire'

const answered = fc.integer({ min: 0, max: 4 }).map((value): Answer => ({ state: 'answered', value: value as 0 | 1 | 2 | 3 | 4 }))

/** Answers weigh more than gaps, so that many sheets have levels with a value. */
function answerArbitrary(mayNotApply: boolean): fc.Arbitrary<Answer> {
  const states: { arbitrary: fc.Arbitrary<Answer>; weight: number }[] = [
    { arbitrary: answered, weight: 8 },
    { arbitrary: fc.constant({ state: 'unknown' }), weight: 1 },
    { arbitrary: fc.constant({ state: 'open' }), weight: 1 },
  ]
  if (mayNotApply) states.push({ arbitrary: fc.constant({ state: 'not_applicable', reason: 'nicht-bei-uns' }), weight: 2 })
  return fc.oneof(...states)
}

/** One place, either mode, any profile the rules read, any challenges. */
export function sheetArbitrary(questionnaire: Questionnaire): fc.Arbitrary<Sheet> {
  const answersOf = (subject: 'kommune' | 'quartier') =>
    fc.record(
      Object.fromEntries(
        questionnaire.factors
          .filter((factor) => factor.subject === subject)
          .flatMap(({ questions }) =>
            questions.map(({ id, notApplicable }) => [id, answerArbitrary(notApplicable.length > 0)] as const),
          ),
      ),
    )
  return fc.record({
    mode: fc.constantFrom('voll' as const, 'schnell' as const),
    profile: fc.constantFrom<Profile>({}, { status: 'kreisfrei' }, { status: 'kreisangehoerig' }),
    challenges: fc.subarray(questionnaire.challenges.map(({ id }) => id)),
    kommune: answersOf('kommune'),
    places: answersOf('quartier').map((answers) => [{ id: 'nord', name: 'Nord', answers }]),
  })
}
