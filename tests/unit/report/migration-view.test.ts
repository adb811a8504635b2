import { describe, expect, test } from '@jest/globals'
import { createTranslate } from '@/lib/i18n/translate'
import type { FilledCheck } from '@/lib/questionnaire/migration/filled-check'
import { buildMigrationView, migrationRefusal, type MigrationView } from '@/lib/report/migration-view'
import { buildSheet } from '@/tests/factories/build-sheet'
import { buildVersions, pathBetween } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'

const t = createTranslate('de')
const down = { '0': 0, '1': 1, '2': 1, '3': 3, '4': 4 } as const
const versions = buildVersions(
  instrumentOutline,
  {
    changes: { 'raeume-praxis': 'reworded', 'netzwerke-praxis': 'replaced', 'image-praxis': { mapping: down } },
    droppedChallenges: ['nebeneinander'],
    droppedMeasures: ['image-ausbauen'],
  },
  { changes: {} },
)
const path = pathBetween(versions, 0, 1)
const filled: FilledCheck = {
  sheet: buildSheet(
    path.from,
    { strategie: [3, '_'], raeume: ['_', 2], netzwerke: ['_', 4], image: ['_', 2] },
    { challenges: ['nebeneinander'] },
  ),
  notes: { 'nord/raeume-praxis': { comment: 'nur im Sommer', clarifyWith: 'Jugendamt' } },
  decisions: { 'image-ausbauen': 'spaeter' },
}
const view = buildMigrationView(path, filled, t)
const question = (from: MigrationView, id: string) =>
  from.groups.flatMap(({ questions }) => questions).find(({ questionId }) => questionId === id)!

describe('buildMigrationView', () => {
  test('says what happens, and that nothing happens to the old round', () => {
    expect(view.title).toBe('Wechsel zur Fassung 1.1.0')
    expect(view.unchanged).toBe(
      'Der bisherige Durchgang bleibt lesbar. Sein Ergebnis wird weiter nach Fassung 1.0.0 berechnet und ändert sich nicht.',
    )
    expect(view.summary).toEqual([
      '2 Antworten werden übernommen. Sie zählen, sobald Sie sie bestätigt haben.',
      '44 Fragen sind neu zu beantworten.',
      'Bei einer Antwort bleibt im bisherigen Durchgang, was dazu geschrieben wurde.',
    ])
  })

  test('puts what changes before what stays the same, each question once', () => {
    expect(view.groups.map(({ fate, heading }) => [fate, heading])).toEqual([
      ['reworded', 'Eine Frage ist neu gefasst'],
      ['scale-changed', 'Bei einer Frage sind die Antworten anders gestuft'],
      ['added', 'Eine Frage kommt hinzu'],
      ['dropped', 'Eine Frage fällt weg'],
      ['kept', '43 Fragen bleiben gleich'],
    ])
    const ids = view.groups.flatMap(({ questions }) => questions.map(({ questionId }) => questionId))
    expect(ids.toSorted()).toEqual([...path.fates.keys()].toSorted())
  })

  test('shows old answer and old words, and what becomes of it', () => {
    expect(question(view, 'raeume-praxis')).toEqual({
      questionId: 'raeume-praxis',
      factorText: 'vor-ort · Faktor raeume',
      stem: 'Wie steht es um raeume-praxis?',
      earlierStem: null,
      entries: [
        {
          subject: 'nord',
          label: 'Bisherige Antwort für Nord',
          before: 'raeume-praxis 2',
          becomes: 'Offen. Die bisherige Antwort steht daneben.',
          comment: 'nur im Sommer',
          clarifyWith: 'Jugendamt',
          noteText: 'Was dazu geschrieben wurde, bleibt im bisherigen Durchgang.',
        },
      ],
    })
    expect(question(view, 'image-praxis').entries[0]).toMatchObject({
      before: 'image-praxis 2',
      becomes: 'Übertragen, bitte bestätigen: image-praxis 1',
      noteText: null,
    })
    expect(question(view, 'netzwerke-praxis').entries[0]).toMatchObject({
      label: 'Bisherige Antwort',
      before: 'netzwerke-praxis 4',
      becomes: 'Nicht mehr gefragt.',
    })
    expect(question(view, 'strategie-struktur').entries[0]).toMatchObject({ becomes: 'Übernommen, bitte bestätigen.' })
    expect(question(view, 'netzwerke-praxis-2').entries).toEqual([])
  })

  test('reads an old answer in the old words', () => {
    const from = path.from
    const old = {
      ...from.questionById.get('raeume-praxis')!,
      stem: 'Wie war es früher?',
      options: { ...from.questionById.get('raeume-praxis')!.options, '2': 'früher zwei' },
    }
    const earlier = { ...path, from: { ...from, questionById: new Map(from.questionById).set('raeume-praxis', old) } }
    const shown = question(buildMigrationView(earlier, filled, t), 'raeume-praxis')
    expect([shown.earlierStem, shown.entries[0]?.before]).toEqual(['Wie war es früher?', 'früher zwei'])
  })

  test('names what is dropped around the answers', () => {
    expect(view.around).toEqual([
      { heading: 'Eine Herausforderung', items: ['„nebeneinander“ steht nicht mehr zur Auswahl.'] },
      {
        heading: 'Eine Entscheidung',
        items: ['„Maßnahme image-ausbauen“ wird nicht mehr empfohlen. Ihre Entscheidung dazu bleibt im bisherigen Durchgang.'],
      },
    ])
    expect(view.aroundText).toBeNull()
    expect(view.instrument).toEqual(['Eine Maßnahme fällt weg.'])
  })

  test('says so where nothing is lost', () => {
    const calm = buildMigrationView(
      pathBetween(versions, 1, 2),
      { ...filled, notes: {}, decisions: {}, sheet: { ...filled.sheet, challenges: [] } },
      t,
    )
    expect(calm.groups.map(({ fate }) => fate)).toEqual(['kept'])
    expect([calm.around, calm.aroundText, calm.instrument]).toEqual([
      [],
      'Profil, Herausforderungen und Entscheidungen werden vollständig übernommen.',
      [],
    ])
  })

  test('names the fields and choices of the profile by their labels', () => {
    const profileFields = path.to.profileFields.map((field) =>
      field.id === 'status' && field.type === 'choice' ? { ...field, options: field.options.slice(1) } : field,
    )
    const to = { ...path.to, profileFields }
    const given = { ...filled, sheet: { ...filled.sheet, profile: { status: 'kreisfrei' } } }
    expect(buildMigrationView({ ...path, to, through: [to] }, given, t).around[0]).toEqual({
      heading: 'Eine Profilangabe',
      items: ['„Status“: „kreisfrei“ steht nicht mehr zur Auswahl.'],
    })
    const none = { ...to, profileFields: [] }
    expect(buildMigrationView({ ...path, to: none, through: [none] }, given, t).around[0]?.items).toEqual([
      '„Status“: Danach wird nicht mehr gefragt.',
    ])
  })

  test('explains a reason that is no longer offered', () => {
    const sheet = buildSheet(path.from, { stadtdialog: ['-', '_'] })
    const stem = path.to.questionById.get('stadtdialog-struktur')!
    const to = { ...path.to, questionById: new Map(path.to.questionById).set(stem.id, { ...stem, notApplicable: [] }) }
    const shown = question(buildMigrationView({ ...path, to, through: [to] }, { ...filled, sheet }, t), stem.id)
    expect(shown.entries[0]?.becomes).toMatch(/^Offen\. Der Grund für „Trifft nicht zu“ wird nicht mehr angeboten/)
    expect(shown.entries[0]?.before).toContain('Gibt es bei uns nicht.')
  })
})

describe('migrationRefusal', () => {
  test.each(['other-questionnaire', 'same-version', 'not-newer', 'no-path'] as const)('has a sentence for %s', (reason) => {
    expect(migrationRefusal(t, { ok: false, reason, at: '1.2.0' })).toMatch(/\.$/)
  })
})
