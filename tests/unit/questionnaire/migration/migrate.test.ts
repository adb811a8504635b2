/** What becomes of answers, notes, profile, challenges and decisions, fate by fate. */
import { describe, expect, test } from '@jest/globals'
import type { FilledCheck } from '@/lib/questionnaire/migration/filled-check'
import { migrateProfile } from '@/lib/questionnaire/migration/migrate-profile'
import { migrateSheet } from '@/lib/questionnaire/migration/migrate-sheet'
import type { MigrationPath } from '@/lib/questionnaire/migration/migration-path'
import { previewMigration } from '@/lib/questionnaire/migration/preview-migration'
import type { ProfileField } from '@/lib/questionnaire/schema'
import { buildSheet } from '@/tests/factories/build-sheet'
import { buildVersions, pathBetween } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'

const versions = buildVersions(instrumentOutline, {
  changes: {
    'raeume-praxis': 'reworded',
    'netzwerke-praxis': 'replaced',
    'image-praxis': { mapping: { '0': 0, '1': 1, '2': 1, '3': 3, '4': 4 } },
    'stadtdialog-praxis': { mapping: { '0': 0, '1': 1, '2': 1, '3': 3, '4': 4 } },
  },
  droppedChallenges: ['nebeneinander'],
  droppedMeasures: ['image-ausbauen'],
})
const path = pathBetween(versions, 0, 1)

const filled: FilledCheck<string> = {
  sheet: buildSheet(
    path.from,
    {
      strategie: [3, '?'],
      raeume: ['_', 2],
      netzwerke: [1, 4],
      image: ['_', 2],
      stadtdialog: ['-', '?'],
    },
    { challenges: ['nebeneinander', 'konzentration'], profile: { status: 'kreisfrei' } },
  ),
  notes: {
    'kommune/strategie-struktur': { comment: 'Leitbild', clarifyWith: '' },
    'kommune/ueberblick-struktur': { comment: 'noch zu fragen', clarifyWith: 'Sozialplanung' },
    'nord/raeume-praxis': { comment: 'nur im Sommer', clarifyWith: '' },
    'kommune/netzwerke-praxis': { comment: 'Runde ruht', clarifyWith: '' },
  },
  decisions: { 'image-ausbauen': 'uebernehmen', 'image-beginnen': 'spaeter' },
}
const migrated = migrateSheet(path, filled)
const preview = previewMigration(path, filled)
const answerTo = (questionId: string) => migrated.answers.filter((answer) => answer.questionId === questionId)
const previewOf = (questionId: string) => preview.questions.find((question) => question.questionId === questionId)!

describe('an answer', () => {
  test('to a kept question is taken over with its note, to be confirmed', () => {
    expect(answerTo('strategie-struktur')).toEqual([
      {
        subject: 'kommune',
        questionId: 'strategie-struktur',
        answer: { state: 'answered', value: 3 },
        carriedOver: true,
        comment: 'Leitbild',
        clarifyWith: '',
      },
    ])
    expect(answerTo('strategie-praxis')[0]).toMatchObject({ answer: { state: 'unknown' }, carriedOver: true })
    expect(answerTo('stadtdialog-struktur')[0]).toMatchObject({
      answer: { state: 'not_applicable', reason: 'nicht-bei-uns' },
      carriedOver: true,
    })
  })

  test('that is only a note goes along without anything to confirm', () => {
    expect(answerTo('ueberblick-struktur')).toEqual([
      expect.objectContaining({ answer: { state: 'open' }, carriedOver: false, comment: 'noch zu fragen' }),
    ])
  })

  test('to a reworded question is not taken over but shown with its note', () => {
    expect(answerTo('raeume-praxis')).toEqual([])
    expect(migrated.earlier).toEqual([
      {
        questionId: 'raeume-praxis',
        subject: 'nord',
        placeName: 'Nord',
        answer: { state: 'answered', value: 2 },
        note: { comment: 'nur im Sommer', clarifyWith: '' },
      },
    ])
    expect(previewOf('raeume-praxis').entries[0]?.becomes).toEqual({
      outcome: 'shown',
      answer: { state: 'open' },
      noteTaken: false,
    })
  })

  test('to a dropped question stays in the old round, and the preview still has its note', () => {
    expect(answerTo('netzwerke-praxis')).toEqual([])
    expect(previewOf('netzwerke-praxis')).toEqual({
      questionId: 'netzwerke-praxis',
      fate: { kind: 'dropped' },
      entries: [
        {
          subject: 'kommune',
          placeName: '',
          answer: { state: 'answered', value: 4 },
          note: { comment: 'Runde ruht', clarifyWith: '' },
          becomes: { outcome: 'left', answer: { state: 'open' }, noteTaken: false },
        },
      ],
    })
  })

  test('is not invented for an added question', () => {
    expect(answerTo('netzwerke-praxis-2')).toEqual([])
    expect(previewOf('netzwerke-praxis-2')).toEqual({ questionId: 'netzwerke-praxis-2', fate: { kind: 'added' }, entries: [] })
  })

  test('on a changed scale is translated, to be confirmed', () => {
    expect(answerTo('image-praxis')).toEqual([
      expect.objectContaining({ subject: 'nord', answer: { state: 'answered', value: 1 }, carriedOver: true }),
    ])
    expect(previewOf('image-praxis').entries[0]?.becomes.outcome).toBe('mapped')
  })

  test('„Weiß nicht“ has no place on a scale and is taken over', () => {
    expect(answerTo('stadtdialog-praxis')[0]).toMatchObject({ answer: { state: 'unknown' }, carriedOver: true })
    expect(previewOf('stadtdialog-praxis').entries[0]?.becomes.outcome).toBe('taken')
  })

  test('whose reason is no longer offered is shown instead', () => {
    const factors = path.to.factors.map((factor) => ({
      ...factor,
      questions: factor.questions.map((question) => ({ ...question, notApplicable: [] })),
    }))
    const questionById = new Map(
      factors.flatMap(({ questions }) => questions.map((question) => [question.id, question] as const)),
    )
    const to = { ...path.to, factors, questionById }
    const stricter: MigrationPath = { ...path, to, through: [to] }
    const result = migrateSheet(stricter, filled)
    expect(result.answers.some(({ questionId }) => questionId === 'stadtdialog-struktur')).toBe(false)
    expect(result.earlier.map(({ questionId }) => questionId)).toContain('stadtdialog-struktur')
  })
})

describe('what stands around the answers', () => {
  test('challenges and decisions that are gone are dropped and named', () => {
    expect(migrated.challenges).toEqual(['konzentration'])
    expect(preview.challenges.dropped).toEqual(['nebeneinander'])
    expect(migrated.decisions).toEqual({ 'image-beginnen': 'spaeter' })
    expect(preview.decisions.dropped).toEqual(['image-ausbauen'])
    expect(preview.measures).toEqual({ dropped: ['image-ausbauen'], added: [] })
    expect(preview.factors).toEqual({ dropped: [], added: [] })
  })

  test('mode, profile and places stay', () => {
    expect(migrated).toMatchObject({
      version: '1.1.0',
      mode: 'voll',
      profile: { status: 'kreisfrei' },
      places: [{ id: 'nord', name: 'Nord' }],
    })
  })

  test('counts say it all once', () => {
    expect(preview.counts).toEqual({
      fates: { kept: 42, reworded: 1, 'scale-changed': 2, added: 1, dropped: 1 },
      outcomes: { taken: 5, mapped: 1, shown: 1, left: 1, none: 1 },
      notesLeft: 2,
      toConfirm: 6,
      // 46 questions, two of them not for a kreisfreie Stadt, six taken over.
      toAnswer: 38,
      profile: { taken: 1, dropped: 0 },
      challenges: { taken: 1, dropped: 1 },
      decisions: { taken: 1, dropped: 1 },
    })
  })

  test('each Quartier keeps its own answers', () => {
    const [nord] = filled.sheet.places
    const sued = { id: 'sued', name: 'Süd', answers: { 'image-praxis': { state: 'answered', value: 4 } } } as const
    const both = { ...filled, sheet: { ...filled.sheet, places: [nord!, sued] } }
    expect(migrateSheet(path, both).answers.filter(({ questionId }) => questionId === 'image-praxis')).toMatchObject([
      { subject: 'nord', answer: { value: 1 } },
      { subject: 'sued', answer: { value: 4 } },
    ])
  })
})

describe('a profile value', () => {
  const base = { label: 'Feld', usedFor: 'Probe', required: false, optionalGroup: false }
  const option = (id: string) => ({ id, label: id })
  const multi = (...ids: string[]): ProfileField => ({ ...base, id: 'konzepte', type: 'multi', options: ids.map(option) })
  const number = (figure: boolean): ProfileField => ({
    ...base,
    id: 'quote',
    type: 'number',
    min: 0,
    max: 1,
    decimals: 0,
    figure,
  })
  const withFields = (before: ProfileField[], now: ProfileField[]): MigrationPath => {
    const to = { ...path.to, profileFields: now }
    return { ...path, from: { ...path.from, profileFields: before }, to, through: [to] }
  }

  test('of a field that is gone is dropped', () => {
    expect(migrateProfile(withFields([multi('a', 'b')], []), { konzepte: ['a'] })).toEqual({
      profile: {},
      dropped: [{ fieldId: 'konzepte', because: 'field', choices: [] }],
    })
  })

  test('loses the choices that are gone and keeps the others', () => {
    const fewer = withFields([multi('a', 'b')], [multi('a', 'c')])
    expect(migrateProfile(fewer, { konzepte: ['a', 'b'] })).toEqual({
      profile: { konzepte: ['a'] },
      dropped: [{ fieldId: 'konzepte', because: 'choices', choices: ['b'] }],
    })
    expect(migrateProfile(fewer, { konzepte: ['b'] }).profile).toEqual({})
  })

  test('of a single choice that is gone is dropped', () => {
    const choice = (...ids: string[]): ProfileField => ({ ...base, id: 'land', type: 'choice', options: ids.map(option) })
    expect(migrateProfile(withFields([choice('a', 'b')], [choice('a', 'c')]), { land: 'b' })).toEqual({
      profile: {},
      dropped: [{ fieldId: 'land', because: 'choices', choices: ['b'] }],
    })
  })

  test('of a number that now needs its source is dropped', () => {
    expect(migrateProfile(withFields([number(false)], [number(true)]), { quote: 1 }).profile).toEqual({})
    expect(migrateProfile(withFields([number(true)], [number(true)]), { quote: { value: 1, year: 2025, source: 'x' } })).toEqual({
      profile: { quote: { value: 1, year: 2025, source: 'x' } },
      dropped: [],
    })
  })
})
