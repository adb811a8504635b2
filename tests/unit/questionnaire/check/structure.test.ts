/** Each rule about several files, with content broken in one place: file, line, reason. */
import { describe, expect, test } from '@jest/globals'
import { copied, edited, findings, smallContent, version, without } from '@/tests/factories/broken-content'

const files = smallContent
const measure = 'measures/mithilfe-beginnen.yml'
const factor = 'factors/mithilfe.yml'

describe('valid content', () => {
  test('gives no finding', () => {
    expect(findings(files)).toEqual([])
  })
})

describe('ids', () => {
  test('the same id twice', () => {
    expect(findings(edited(files, factor, 'id: mithilfe-praxis', 'id: treffpunkt-praxis'))).toContain(
      'factors/treffpunkt.yml:40 duplicate-id treffpunkt-praxis',
    )
    expect(findings(edited(files, 'challenges.yml', 'id: nebeneinander', 'id: konzentration'))).toEqual([
      'challenges.yml:7 duplicate-id konzentration',
    ])
    expect(findings(edited(files, 'profile.yml', 'id: kreisangehoerig', 'id: kreisfrei'))).toContain(
      'profile.yml:15 duplicate-id kreisfrei',
    )
  })

  test('a factor listed twice', () => {
    expect(findings(edited(files, 'questionnaire.yml', '[treffpunkt, mithilfe]', '[treffpunkt, mithilfe, mithilfe]'))).toEqual([
      'questionnaire.yml:59 duplicate-id mithilfe',
    ])
  })

  test('one id for two kinds of things', () => {
    const renamed = edited(
      without(copied(files, measure, 'measures/mithilfe.yml', ['id: mithilfe-beginnen', 'id: mithilfe']), measure),
      factor,
      'Gar nicht.',
      'Gar nicht!',
    )
    expect(findings(renamed)).toEqual(['measures/mithilfe.yml:1 reused-id mithilfe'])
  })

  test('a file not named for its id', () => {
    expect(findings(edited(files, measure, 'id: mithilfe-beginnen', 'id: mithilfe-anfangen'))).toEqual([
      `${measure}:1 file-name mithilfe-anfangen`,
    ])
  })

  test('a folder not named for id and version', () => {
    expect(findings(files, [], { id: 'gross', version: '2.0.0' })).toEqual([
      'questionnaire.yml:2 folder-name klein',
      'questionnaire.yml:3 folder-name 1.0.0',
    ])
  })

  test('an id that meant something else in another version', () => {
    const before = version(
      edited(
        edited(files, factor, 'id: mithilfe-praxis', 'id: mithilfe-wirkung'),
        'measures/mithilfe-ausbauen.yml',
        'mithilfe-praxis',
        'mithilfe-wirkung',
      ),
      { version: '0.9.0' },
    )
    const now = edited(
      edited(files, 'factors/treffpunkt.yml', 'id: treffpunkt-praxis', 'id: mithilfe-wirkung'),
      'measures/treffpunkt-ausbauen.yml',
      'question: treffpunkt-praxis',
      'question: mithilfe-wirkung',
    )
    expect(findings(now, [before])).toEqual(['factors/treffpunkt.yml:40 reused-id mithilfe-wirkung'])
    expect(findings(files, [before])).toEqual([])
  })
})

describe('references', () => {
  test.each<[string, string, string, string, string]>([
    [
      'level → factor',
      'questionnaire.yml',
      '[treffpunkt, mithilfe]',
      '[treffpunkt, mithilfe, fest]',
      'questionnaire.yml:59 dangling-reference fest',
    ],
    [
      'foundation → factor',
      'questionnaire.yml',
      'factor: treffpunkt',
      'factor: ort',
      'questionnaire.yml:61 dangling-reference ort',
    ],
    [
      'alternative → factor',
      'questionnaire.yml',
      'capAlternatives: [mithilfe]',
      'capAlternatives: [hilfe]',
      'questionnaire.yml:62 dangling-reference hilfe',
    ],
    ['measure → factor', measure, 'factor: mithilfe', 'factor: hilfe', `${measure}:3 dangling-reference hilfe`],
    [
      'trigger → question',
      measure,
      'question: mithilfe-struktur',
      'question: mithilfe-aufbau',
      `${measure}:7 dangling-reference mithilfe-aufbau`,
    ],
    [
      'measure → prerequisite',
      measure,
      '[treffpunkt-beginnen]',
      '[treffpunkt-anfangen]',
      `${measure}:19 dangling-reference treffpunkt-anfangen`,
    ],
    [
      'challenge → factor',
      'challenges.yml',
      'factors: [mithilfe]',
      'factors: [mithilfe, hilfe]',
      'challenges.yml:11 dangling-reference hilfe',
    ],
    [
      'condition → profile field',
      'factors/runde.yml',
      'field: status',
      'field: stand',
      'factors/runde.yml:10 dangling-reference stand',
    ],
    [
      'condition → choice',
      'factors/runde.yml',
      '[kreisfrei]',
      '[kreisfreie]',
      'factors/runde.yml:11 dangling-reference kreisfreie',
    ],
    [
      'trigger → question of another factor',
      measure,
      'question: mithilfe-struktur',
      'question: treffpunkt-struktur',
      `${measure}:7 foreign-question treffpunkt-struktur`,
    ],
    [
      'measure on another level than its factor',
      measure,
      'level: vor-ort',
      'level: verwaltung',
      `${measure}:3 wrong-level mithilfe`,
    ],
    ['two key questions', factor, 'role: practice', 'role: key', `${factor}:20 question-roles mithilfe`],
  ])('%s', (_, path, from, to, finding) => {
    expect(findings(edited(files, path, from, to))).toContain(finding)
  })

  test('a reference into a file that cannot be read is no second mistake', () => {
    expect(findings(edited(files, factor, 'why: ', 'warum: '))).toEqual(
      [`${factor}:6 shape warum`, `${factor}:1 shape why`].toSorted(
        (a, b) => Number(a.split(/[: ]/)[1]) - Number(b.split(/[: ]/)[1]),
      ),
    )
  })
})

describe('questions nobody is asked', () => {
  test('the level does not list their factor', () => {
    expect(findings(edited(files, 'questionnaire.yml', '[treffpunkt, mithilfe]', '[treffpunkt]'))).toEqual([
      `${factor}:19 unreachable-question mithilfe-struktur`,
      `${factor}:39 unreachable-question mithilfe-praxis`,
    ])
  })

  test('the profile always leaves them out', () => {
    expect(findings(edited(files, 'factors/runde.yml', '[kreisfrei]', '[kreisfrei, kreisangehoerig]'))).toEqual([
      'factors/runde.yml:23 unreachable-question runde-struktur',
      'factors/runde.yml:45 unreachable-question runde-praxis',
    ])
  })
})

describe('foundations', () => {
  test('with „Trifft nicht zu“', () => {
    const open = '    notApplicable:\n      - { id: entfaellt, label: Das gibt es nicht. }\n    ownSetting: Die Zahlen'
    expect(findings(edited(files, 'factors/rueckhalt.yml', '    ownSetting: Die Zahlen', open))).toEqual([
      'factors/rueckhalt.yml:40 foundation-not-applicable rueckhalt',
    ])
  })

  test('with a condition', () => {
    const condition = 'appliesWhen: { field: status, notIn: [kreisfrei], reason: Das entfällt. }\noffice:'
    expect(findings(edited(files, 'factors/rueckhalt.yml', 'office:', condition))).toEqual([
      'factors/rueckhalt.yml:10 foundation-not-applicable rueckhalt',
    ])
  })

  test('marked on one side only', () => {
    expect(findings(edited(files, 'factors/rueckhalt.yml', 'foundation: true', 'foundation: false'))).toEqual([
      'factors/rueckhalt.yml:5 foundation-mismatch rueckhalt',
    ])
    expect(findings(edited(files, factor, 'subject:', 'foundation: true\nsubject:'))).toEqual([
      `${factor}:5 foundation-mismatch mithilfe`,
    ])
  })
})

describe('prerequisites', () => {
  test('in a circle, reported once', () => {
    const circle = edited(files, 'measures/treffpunkt-beginnen.yml', 'pitfalls:', 'prerequisites: [mithilfe-beginnen]\npitfalls:')
    expect(findings(circle)).toEqual([`${measure}:19 prerequisite-cycle mithilfe-beginnen`])
  })

  test('of a measure itself', () => {
    expect(findings(edited(files, measure, '[treffpunkt-beginnen]', '[mithilfe-beginnen]'))).toEqual([
      `${measure}:19 prerequisite-cycle mithilfe-beginnen`,
    ])
  })

  test('a long way round that is no circle', () => {
    const way = edited(files, 'measures/treffpunkt-beginnen.yml', 'pitfalls:', 'prerequisites: [runde-beginnen]\npitfalls:')
    expect(findings(edited(way, measure, '[treffpunkt-beginnen]', '[treffpunkt-beginnen, runde-beginnen]'))).toEqual([])
  })

  test('of the measure for all „Weiß nicht“, and a second one', () => {
    const collecting = 'measures/runde-ueberblick.yml'
    expect(findings(edited(files, collecting, 'pitfalls:', 'prerequisites: [runde-beginnen]\npitfalls:'))).toEqual([
      `${collecting}:6 unknowns-measure runde-ueberblick`,
    ])
    const second = copied(files, collecting, 'measures/runde-zweiter.yml', ['id: runde-ueberblick', 'id: runde-zweiter'])
    expect(findings(second)).toEqual(['measures/runde-zweiter.yml:6 unknowns-measure runde-zweiter'])
    expect(findings(without(files, collecting))).toEqual(['questionnaire.yml:2 unknowns-measure klein'])
  })
})
