/** Each rule for `migration.yml`: file, line, reason. */
import { describe, expect, test } from '@jest/globals'
import type { TextFile } from '@/lib/questionnaire/content-parts'
import { publicationRecord } from '@/lib/questionnaire/content-hash'
import { edited, findings, smallContent, version, without } from '@/tests/factories/broken-content'

const file = 'migration.yml'
const factor = 'factors/mithilfe.yml'
const before = version(smallContent)
const now = edited(smallContent, 'questionnaire.yml', 'version: 1.0.0', 'version: 1.1.0')
const as = { version: '1.1.0' }

const migration = (...questions: string[]): TextFile => ({
  path: file,
  text: `from: 1.0.0\n${questions.length > 0 ? `questions:\n${questions.map((line) => `  - ${line}\n`).join('')}` : ''}`,
})
const check = (files: readonly TextFile[], ...questions: string[]) => findings([...files, migration(...questions)], [before], as)

/** `mithilfe-praxis` becomes another question under the same id. */
const reworded = edited(now, factor, /(id: mithilfe-praxis[\s\S]*?)wordingVersion: 1/, '$1wordingVersion: 2')
const otherOptions = edited(now, factor, /(id: mithilfe-praxis[\s\S]*?'1': )[^\n]*/, '$1Etwas ganz anderes.')
/** `mithilfe-praxis` is replaced by `mithilfe-praxis-2`. */
const replaced = edited(
  edited(now, factor, 'id: mithilfe-praxis', 'id: mithilfe-praxis-2'),
  'measures/mithilfe-ausbauen.yml',
  'question: mithilfe-praxis',
  'question: mithilfe-praxis-2',
)
const identity = '0: 0, 1: 1, 2: 2, 3: 3, 4: 4'
const scale = (mapping: string) => `{ id: mithilfe-praxis, fate: scale-changed, mapping: { ${mapping} } }`

describe('a migration without a finding', () => {
  test.each<[string, readonly TextFile[], string[]]>([
    ['keeps what is the same without a word', now, []],
    ['may say that it keeps', now, ['{ id: mithilfe-praxis, fate: kept }']],
    ['rewords with a higher wording version', reworded, ['{ id: mithilfe-praxis, fate: reworded }']],
    ['changes a scale with a mapping', reworded, [scale('0: 0, 1: 1, 2: 1, 3: 3, 4: 4')]],
    [
      'drops one and adds another',
      replaced,
      ['{ id: mithilfe-praxis, fate: dropped }', '{ id: mithilfe-praxis-2, fate: added }'],
    ],
    [
      'keeps an option with other punctuation',
      edited(now, factor, /(id: mithilfe-praxis[\s\S]*?'1': [^\n]*)\./, '$1!'),
      ['{ id: mithilfe-praxis, fate: kept }'],
    ],
  ])('%s', (_, files, questions) => {
    expect(check(files, ...questions)).toEqual([])
  })
})

describe('a migration is refused', () => {
  test.each<[string, readonly TextFile[], string[], string[]]>([
    [
      'for a question of neither version',
      now,
      ['{ id: gespraech-praxis, fate: kept }', '{ id: erfunden-praxis, fate: dropped }'],
      [`${file}:4 migration-unknown erfunden-praxis`],
    ],
    [
      'for missing questions',
      replaced,
      ['{ id: runde-praxis, fate: kept }'],
      [`${file}:3 migration-missing mithilfe-praxis`, `${file}:3 migration-missing mithilfe-praxis-2`],
    ],
    ['for a reworded question that is not listed', reworded, [], [`${file}:1 migration-missing mithilfe-praxis`]],
    ['for other options that are not listed', otherOptions, [], [`${file}:1 migration-missing mithilfe-praxis`]],
    [
      'for keeping a reworded question',
      reworded,
      ['{ id: mithilfe-praxis, fate: kept }'],
      [`${file}:3 migration-changed mithilfe-praxis`],
    ],
    [
      'for keeping other options',
      otherOptions,
      ['{ id: mithilfe-praxis, fate: kept }'],
      [`${file}:3 migration-changed mithilfe-praxis`],
    ],
    [
      'for rewording without a higher wording version',
      now,
      ['{ id: mithilfe-praxis, fate: reworded }'],
      [`${file}:3 migration-wording mithilfe-praxis`],
    ],
    [
      'for a new scale without a higher wording version',
      otherOptions,
      [scale(identity)],
      [`${file}:3 migration-wording mithilfe-praxis`],
    ],
    [
      'for dropping a question that is still there',
      now,
      ['{ id: mithilfe-praxis, fate: dropped }'],
      [`${file}:3 migration-fate mithilfe-praxis`],
    ],
    [
      'for adding a question that was there',
      now,
      ['{ id: mithilfe-praxis, fate: added }'],
      [`${file}:3 migration-fate mithilfe-praxis`],
    ],
    [
      'for keeping what only one version has',
      replaced,
      ['{ id: mithilfe-praxis, fate: kept }', '{ id: mithilfe-praxis-2, fate: reworded }'],
      [`${file}:3 migration-fate mithilfe-praxis`, `${file}:4 migration-fate mithilfe-praxis-2`],
    ],
    [
      'for a question listed twice',
      now,
      ['{ id: mithilfe-praxis, fate: kept }', '{ id: mithilfe-praxis, fate: kept }'],
      [`${file}:4 duplicate-id mithilfe-praxis`],
    ],
    ['for a mapping that falls', reworded, [scale('0: 0, 1: 2, 2: 1, 3: 3, 4: 4')], [`${file}:3 mapping-falls mithilfe-praxis`]],
    ['for an incomplete mapping', reworded, [scale('0: 0, 1: 1, 2: 2, 3: 3')], [`${file}:3 mapping-rungs questions.0.mapping`]],
    ['for a rung above 4', reworded, [scale(identity.replace('4: 4', '4: 5'))], [`${file}:3 mapping-rungs questions.0.mapping`]],
    ['for an old rung above 4', reworded, [scale(`${identity}, 5: 4`)], [`${file}:3 mapping-rungs questions.0.mapping`]],
    [
      'for a new scale without a mapping',
      reworded,
      ['{ id: mithilfe-praxis, fate: scale-changed }'],
      [`${file}:3 mapping-rungs questions.0.mapping`],
    ],
    [
      'for a mapping where none belongs',
      reworded,
      [`{ id: mithilfe-praxis, fate: reworded, mapping: { ${identity} } }`],
      [`${file}:3 shape questions.0.mapping`],
    ],
    ['for a fate nobody knows', now, ['{ id: mithilfe-praxis, fate: lost }'], [`${file}:3 shape questions.0.fate`]],
  ])('%s', (_, files, questions, expected) => {
    expect(check(files, ...questions)).toEqual(expected)
  })

  test.each(['0.9.0', '1.1.0', '2.0.0'])('for the start %s, which is absent or not older', (from) => {
    const text = migration().text.replace('1.0.0', from)
    expect(findings([...now, { path: file, text }], [before], as)).toEqual([`${file}:1 migration-from ${from}`])
  })

  test('but broken files around it are reported once only', () => {
    const broken = edited(now, factor, 'level: ', 'ebene: ')
    const about = (...questions: string[]) => check(broken, ...questions).filter((finding) => finding.startsWith(file))
    expect(about()).toEqual([])
    expect(about('{ id: mithilfe-praxis, fate: kept }')).toEqual([])
  })

  test('and a broken migration hides no dangling reference', () => {
    const measure = 'measures/mithilfe-ausbauen.yml'
    const dangling = edited(now, measure, 'question: mithilfe-praxis', 'question: mithilfe-fehlt')
    expect(check(dangling, '{ id: mithilfe-fehlt, fate: lost }')).toEqual(
      expect.arrayContaining([expect.stringMatching(/dangling-reference mithilfe-fehlt$/)]),
    )
  })
})

describe('ids', () => {
  const dropped = ['{ id: mithilfe-praxis, fate: dropped }', '{ id: mithilfe-praxis-2, fate: added }']
  const second = version([...replaced, migration(...dropped)], { version: '1.1.0' })
  const third = (files: readonly TextFile[], ...questions: string[]) => {
    const raised = edited(files, 'questionnaire.yml', 'version: 1.0.0', 'version: 1.2.0')
    const own = { path: file, text: migration(...questions).text.replace('1.0.0', '1.1.0') }
    return findings([...raised, own], [before, second], { version: '1.2.0' })
  }

  test('a dropped question does not come back', () => {
    const back = ['{ id: mithilfe-praxis, fate: added }', '{ id: mithilfe-praxis-2, fate: dropped }']
    expect(third(smallContent, ...back)).toEqual([`${factor}:39 returned-id mithilfe-praxis`])
  })

  test('nor does a challenge', () => {
    const challenge = /\n {2}- id: nebeneinander[\s\S]*$/
    const middle = version([...edited(now, 'challenges.yml', challenge, '\n'), migration()], { version: '1.1.0' })
    const raised = edited(smallContent, 'questionnaire.yml', 'version: 1.0.0', 'version: 1.2.0')
    const own = { path: file, text: migration().text.replace('1.0.0', '1.1.0') }
    expect(findings([...raised, own], [before, middle], { version: '1.2.0' })).toEqual([
      'challenges.yml:7 returned-id nebeneinander',
    ])
    expect(findings([...raised, own], [before, version([...now, migration()], as)], { version: '1.2.0' })).toEqual([])
  })

  test('a question asked of another subject is another question', () => {
    const moved = edited(now, factor, 'subject: quartier', 'subject: kommune')
    expect(findings(moved, [before], as)).toEqual([
      expect.stringMatching(/reused-id mithilfe-struktur$/),
      expect.stringMatching(/reused-id mithilfe-praxis$/),
    ])
  })

  test('a published migration is frozen like the rest', () => {
    const files = [...now, migration()]
    const published = publicationRecord(files)
    const more = [...now, migration('{ id: mithilfe-praxis, fate: kept }')]
    expect(findings(more, [before], { ...as, published })).toEqual([`${file}:1 published-edited ${file}`])
    expect(findings(without(files, file), [before], { ...as, published })).toEqual([`${file}:1 published-edited ${file}`])
  })
})
