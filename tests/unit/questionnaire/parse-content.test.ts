import { describe, expect, test } from '@jest/globals'
import { readContentFiles } from '@/lib/questionnaire/content-files'
import type { TextFile } from '@/lib/questionnaire/content-parts'
import { parseContent } from '@/lib/questionnaire/parse-content'

const files = readContentFiles('tests/fixtures/questionnaires/klein/1.0.0')

function edited(path: string, from: string | RegExp, to: string): TextFile[] {
  return files.map((file) => (file.path === path ? { path, text: file.text.replace(from, to) } : file))
}

/** What a run would print, without the words. */
function found(changed: readonly TextFile[]) {
  const { problems, lineOf } = parseContent(changed)
  return problems.map(({ file, path, code, values }) => [`${file}:${lineOf(file, path)}`, code, values.key])
}

describe('parseContent', () => {
  test('reads the fixture without a problem', () => {
    const { parts, problems } = parseContent(files)
    expect(problems).toEqual([])
    expect(parts?.factors).toHaveLength(6)
    expect(parts?.measures).toHaveLength(13)
  })

  test('names the line of broken YAML', () => {
    expect(found(edited('factors/runde.yml', 'office: ', ' office: '))).toEqual([['factors/runde.yml:13', 'syntax', undefined]])
  })

  test('names a key that is not known at its own line', () => {
    expect(found(edited('factors/runde.yml', 'office: Hauptamt', 'office: Hauptamt\nweight: 3'))).toEqual([
      ['factors/runde.yml:14', 'shape', 'weight'],
    ])
  })

  test('counts options', () => {
    const [where] = found(edited('factors/runde.yml', "      '4': Außerdem ist ihre Leitung unbefristet besetzt.\n", ''))
    expect(where).toEqual(['factors/runde.yml:30', 'option-count', 'questions.0.options'])
    const [six] = found(
      edited('factors/runde.yml', "      '4': Außerdem ist", "      '5': Außerdem noch eins.\n      '4': Außerdem ist"),
    )
    expect(six).toEqual(['factors/runde.yml:34', 'option-count', 'questions.0.options'])
  })

  test('an empty option is no miscount', () => {
    expect(found(edited('factors/runde.yml', "'4': Außerdem ist ihre Leitung unbefristet besetzt.", "'4': ''"))).toEqual([
      ['factors/runde.yml:34', 'shape', 'questions.0.options.4'],
    ])
  })

  test('misses a source', () => {
    expect(found(edited('measures/runde-beginnen.yml', 'chapters: [5.3.3]\nevidence', 'evidence'))).toEqual([
      ['measures/runde-beginnen.yml:1', 'missing-source', 'chapters'],
    ])
    expect(found(edited('challenges.yml', 'chapters: [5.4.1]', 'chapters: []'))).toEqual([
      ['challenges.yml:10', 'missing-source', 'challenges.1.chapters'],
    ])
  })

  test('refuses files at places that are never read', () => {
    const stray = [{ path: 'factor.yml', text: 'id: a' }]
    expect(found([...files, ...stray])).toEqual([['factor.yml:1', 'unexpected-file', 'factor.yml']])
  })

  test('misses a file', () => {
    expect(found(files.filter(({ path }) => path !== 'glossary.yml'))).toEqual([
      ['glossary.yml:1', 'missing-file', 'glossary.yml'],
    ])
  })

  test('goes on without a broken file, and knows which ids it would have held', () => {
    const { parts } = parseContent(edited('factors/runde.yml', 'why: Aufgaben', 'why: []\nwhy2: Aufgaben'))
    expect(parts?.factors).toHaveLength(5)
    expect([...parts!.unread]).toEqual(expect.arrayContaining(['runde', 'runde-struktur', 'runde-praxis']))
  })

  test('gives nothing without questionnaire.yml', () => {
    expect(parseContent(edited('questionnaire.yml', 'language: de', 'language: xx')).parts).toBeNull()
  })
})
