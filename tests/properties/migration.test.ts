/** Migration loses nothing, counts everything once, and does the same in one go as step by step. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hasNote, type FilledCheck, type Note } from '@/lib/questionnaire/migration/filled-check'
import { migrateSheet, type MigratedCheck } from '@/lib/questionnaire/migration/migrate-sheet'
import { previewMigration } from '@/lib/questionnaire/migration/preview-migration'
import type { Answer, Questionnaire } from '@/lib/questionnaire/questionnaire'
import { buildQuestionnaire } from '@/tests/factories/build-questionnaire'
import { buildVersions, pathBetween, successorOf, type VersionOutline } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'
import { changesArbitrary } from './changes-arbitrary'
import { sheetArbitrary } from './sheet-arbitrary'

const first = buildQuestionnaire(instrumentOutline)

function outlineFor(questionIds: readonly string[]): fc.Arbitrary<VersionOutline> {
  return fc.record({
    changes: changesArbitrary(questionIds),
    droppedChallenges: fc.subarray(first.challenges.map(({ id }) => id)),
    droppedMeasures: fc.subarray(['raeume-beginnen', 'image-ausbauen', 'strategie-ausbauen']),
  })
}

/** Three versions; the second migration starts from the ids the first has left. */
const versionsArbitrary = outlineFor([...first.questionById.keys()]).chain((one) => {
  const ids = [...first.questionById.keys()].map((id) => (one.changes[id] === 'replaced' ? successorOf(id) : id))
  return outlineFor(ids).map((two) => buildVersions(instrumentOutline, one, two))
})

const word = fc.constantFrom('', '', 'Vermerk', 'bitte prüfen')
const note: fc.Arbitrary<Note> = fc.record({ comment: word, clarifyWith: word })

/** One sheet with notes beside some questions and decisions on some measures. */
function filledArbitrary(questionnaire: Questionnaire): fc.Arbitrary<FilledCheck<string>> {
  const keys = questionnaire.factors.flatMap(({ subject, questions }) =>
    questions.map(({ id }) => `${subject === 'kommune' ? 'kommune' : 'nord'}/${id}`),
  )
  return fc.record({
    sheet: sheetArbitrary(questionnaire),
    notes: fc.tuple(...keys.map((key) => note.map((own) => [key, own] as const))).map((entries) => Object.fromEntries(entries)),
    decisions: fc
      .subarray(questionnaire.measures.map(({ id }) => id))
      .map((ids) => Object.fromEntries(ids.map((id) => [id, 'uebernehmen']))),
  })
}

/** Everything stored: `subject/question` of each answer that is not open, and of each note. */
function stored({ sheet, notes }: FilledCheck): string[] {
  const subjects = [{ id: 'kommune', answers: sheet.kommune }, ...sheet.places]
  const answers = subjects.flatMap(({ id, answers: own }) =>
    Object.entries(own).flatMap(([questionId, { state }]) => (state === 'open' ? [] : [`${id}/${questionId}`])),
  )
  const noted = Object.entries(notes).flatMap(([key, own]) => (hasNote(own) ? [key] : []))
  return [...new Set([...answers, ...noted])].toSorted()
}

/** The migrated round, filled in as it is: the start of the next step. */
function refilled({ mode, profile, challenges, answers, places, decisions }: MigratedCheck<string>): FilledCheck<string> {
  const of = (subject: string): Record<string, Answer> =>
    Object.fromEntries(
      answers.filter((answer) => answer.subject === subject).map(({ questionId, answer }) => [questionId, answer] as const),
    )
  return {
    sheet: {
      mode,
      profile,
      challenges,
      kommune: of('kommune'),
      places: places.map((place) => ({ ...place, answers: of(place.id) })),
    },
    notes: Object.fromEntries(
      answers.map(
        ({ subject, questionId, comment, clarifyWith }) => [`${subject}/${questionId}`, { comment, clarifyWith }] as const,
      ),
    ),
    decisions,
  }
}

const given = fc.tuple(versionsArbitrary, filledArbitrary(first))

describe('migration', () => {
  test('accounts for every question and for everything stored exactly once', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(1, 2), ([versions, filled], to) => {
        const path = pathBetween(versions, 0, to)
        const preview = previewMigration(path, filled)
        const questionIds = preview.questions.map(({ questionId }) => questionId)
        expect(questionIds.toSorted()).toEqual(
          [...new Set([...path.from.questionById.keys(), ...path.to.questionById.keys()])].toSorted(),
        )
        const entries = preview.questions.flatMap(({ questionId, entries: own }) =>
          own.map(({ subject }) => `${subject}/${questionId}`),
        )
        expect(entries.toSorted()).toEqual(stored(filled))
        const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, one) => total + one, 0)
        expect(sum(preview.counts.outcomes)).toBe(entries.length)
        expect(sum(preview.counts.fates)).toBe(questionIds.length)
      }),
    )
  })

  test('does what the preview says', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(1, 2), ([versions, filled], to) => {
        const path = pathBetween(versions, 0, to)
        const { counts, questions } = previewMigration(path, filled)
        const { answers, earlier, challenges, decisions, profile } = migrateSheet(path, filled)
        const carried = answers.filter(({ carriedOver }) => carriedOver)
        expect(carried).toHaveLength(counts.outcomes.taken + counts.outcomes.mapped)
        expect(carried).toHaveLength(counts.toConfirm)
        expect(challenges).toHaveLength(counts.challenges.taken)
        expect(Object.keys(decisions)).toHaveLength(counts.decisions.taken)
        expect(Object.keys(profile)).toHaveLength(counts.profile.taken)
        // What is not taken over is shown beside the question if there still is one, or stays in the old round.
        const left = questions.flatMap(({ entries }) => entries).filter(({ becomes }) => !becomes.noteTaken)
        const dropped = questions.filter(({ fate }) => fate.kind === 'dropped').flatMap(({ entries }) => entries)
        expect(earlier).toHaveLength(left.length - dropped.length)
        expect(counts.notesLeft).toBe(left.filter((entry) => hasNote(entry.note)).length)
        expect(answers.length + left.length).toBe(stored(filled).length)
      }),
    )
  })

  test('gives only answers that the new version takes, and never carries over an open one', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(1, 2), ([versions, filled], to) => {
        const path = pathBetween(versions, 0, to)
        for (const { questionId, answer, carriedOver, subject } of migrateSheet(path, filled).answers) {
          expect(path.to.factorOfQuestion.get(questionId)!.subject).toBe(subject === 'kommune' ? 'kommune' : 'quartier')
          expect(carriedOver).toBe(answer.state !== 'open')
        }
      }),
    )
  })

  test('never lets a higher answer fall below a lower one', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(1, 2), ([versions], to) => {
        for (const fate of pathBetween(versions, 0, to).fates.values()) {
          if (fate.kind !== 'scale-changed') continue
          const rungs = Object.values(fate.mapping)
          expect(rungs).toEqual(rungs.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  test('over two versions does what two migrations do', () => {
    fc.assert(
      fc.property(given, ([versions, filled]) => {
        const atOnce = migrateSheet(pathBetween(versions, 0, 2), filled)
        const halfway = migrateSheet(pathBetween(versions, 0, 1), filled)
        const stepwise = migrateSheet(pathBetween(versions, 1, 2), refilled(halfway))
        // The way through the middle cannot show what it has not taken along; the rest is the same.
        expect({ ...atOnce, earlier: [] }).toEqual({ ...stepwise, earlier: [] })
      }),
    )
  })
})
