import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { AppError } from '@/lib/errors'
import { loadQuestionnaire } from '@/lib/questionnaire/load'

const fixtures = 'tests/fixtures/questionnaires'

describe('loadQuestionnaire', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'questionnaires-'))
    cpSync(fixtures, root, { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test('reads a version from the given content root', () => {
    const questionnaire = loadQuestionnaire(root, 'klein', '1.0.0')
    expect(questionnaire.title).toBe('Kleiner Check')
    expect(questionnaire.factors.map(({ id }) => id)).toEqual([
      'rueckhalt',
      'runde',
      'vermittlung',
      'gespraech',
      'treffpunkt',
      'mithilfe',
    ])
    expect(questionnaire.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('reads a path once', () => {
    const first = loadQuestionnaire(root, 'klein', '1.0.0')
    rmSync(join(root, 'klein'), { recursive: true })
    expect(loadQuestionnaire(root, 'klein', '1.0.0')).toBe(first)
  })

  test.each([
    ['absent version', 'klein', '9.9.9'],
    ['absent questionnaire', 'gross', '1.0.0'],
    ['id that would leave the root', '../klein', '1.0.0'],
    ['version that would leave the root', 'klein', '../klein/1.0.0'],
    ['empty id', '', ''],
  ])('answers an %s with questionnaire-missing', (_, id, version) => {
    expect(() => loadQuestionnaire(root, id, version)).toThrow(new AppError('questionnaire-missing'))
  })

  test('names file and key of broken content', () => {
    writeFileSync(join(root, 'klein/1.0.0/measures/runde-beginnen.yml'), 'id: [')
    expect(() => loadQuestionnaire(root, 'klein', '1.0.0')).toThrow(/measures\/runde-beginnen\.yml:1: syntax/)
  })
})
