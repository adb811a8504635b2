/** A version 1.1.0 beside 1.0.0: it passes the check, is what new checks begin with, and changes nothing about old ones. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { sampleReport } from '@/app/_lib/sample-report'
import { parseAssessmentFile } from '@/lib/assessment-file/parse'
import { fileNotes, fileToSheet } from '@/lib/assessment-file/to-sheet'
import { newestQuestionnaire, pathToNewest, questionnaireOf } from '@/lib/assessments/content'
import { resetSettings } from '@/lib/env'
import { createTranslate } from '@/lib/i18n/translate'
import { publishedVersions, readContentFiles } from '@/lib/questionnaire/content-files'
import { contentHash } from '@/lib/questionnaire/content-hash'
import { previewMigration } from '@/lib/questionnaire/migration/preview-migration'
import { resultJson } from '@/lib/report/result-json'
import { buildReport } from '@/lib/report/view-model'
import { contentWithNextVersion, copyOfContent } from '@/tests/factories/next-version'

const id = 'drei-ebenen-check'
const before = copyOfContent()
const after = contentWithNextVersion()
const withDraft = contentWithNextVersion({ draft: true })
const ofFirst = { questionnaireId: id, questionnaireVersion: '1.0.0' }

afterAll(() => {
  for (const root of [before, after, withDraft]) rmSync(root, { recursive: true, force: true })
})

function use(contentDir: string): void {
  process.env.CONTENT_DIR = contentDir
  resetSettings()
}
beforeEach(() => use(after))

function answersOf(file: string) {
  const parsed = parseAssessmentFile(readFileSync(join('questionnaires', file), 'utf8'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.file
}

/** Result and view model of an answer file given to 1.0.0, as bytes. */
function scoredUnder(contentDir: string, file: string): { result: string; view: string } {
  use(contentDir)
  const questionnaire = questionnaireOf(ofFirst)
  const answers = answersOf(file)
  const sheet = fileToSheet(questionnaire, answers)
  const details = {
    date: new Date('2026-11-23T12:00:00Z'),
    edition: 'arbeit',
    agreedOn: null,
    answeredBy: [],
    notes: fileNotes(questionnaire, answers),
    decisions: {},
  } as const
  const view = buildReport(questionnaire, sheet, details, createTranslate('de'))
  return { result: JSON.stringify(resultJson(questionnaire, sheet, view)), view: JSON.stringify(view) }
}

describe('the version 1.1.0 made for tests', () => {
  test('passes the content check', () => {
    const { status, stdout } = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/check-content.ts', after], {
      encoding: 'utf8',
    })
    expect([status, stdout.trim()]).toEqual([0, '2 Fassungen geprüft: nichts zu berichtigen.'])
  })

  test('shows every fate, and what is dropped around the answers', () => {
    const found = pathToNewest(ofFirst)
    if (!found.ok) throw new Error(found.reason)
    const { path } = found
    const answers = answersOf('reference-towns/merzig.yml')
    const { counts, profile, measures } = previewMigration(path, {
      sheet: { ...fileToSheet(path.from, answers), challenges: ['mismatch', 'konzentration'] },
      notes: fileNotes(path.from, answers),
      decisions: { 'quartiermanagement-tandem': 'uebernehmen' },
    })
    expect(counts.fates).toEqual({ kept: 42, reworded: 2, 'scale-changed': 1, added: 1, dropped: 1 })
    expect(counts.challenges).toEqual({ taken: 1, dropped: 1 })
    expect(counts.decisions).toEqual({ taken: 0, dropped: 1 })
    expect(profile.dropped).toEqual([
      { fieldId: 'kreistyp', because: 'field', choices: [] },
      { fieldId: 'foerdergebiet', because: 'choices', choices: ['frueher'] },
    ])
    expect(measures).toEqual({ dropped: ['quartiermanagement-tandem'], added: ['netzwerke-uebergabe-vereinbaren'] })
  })

  test('has its migration under its hash, and leaves the hash of 1.0.0 as it was committed', () => {
    const files = readContentFiles(join(after, id, '1.1.0'))
    const other = files.map((file) =>
      file.path === 'migration.yml' ? { ...file, text: file.text.replace('2: 1,', '2: 2,') } : file,
    )
    expect(contentHash(other)).not.toBe(contentHash(files))
    const committed = readFileSync(`questionnaires/${id}/1.0.0/HASH`, 'utf8').split('\n')[0]
    expect(questionnaireOf(ofFirst).hash).toBe(committed)
    expect(questionnaireOf().hash).not.toBe(committed)
  })
})

describe('new checks begin with', () => {
  test('the highest published version', () => {
    expect({ ...newestQuestionnaire }).toEqual({ questionnaireId: id, questionnaireVersion: '1.1.0' })
    expect(questionnaireOf().version).toBe('1.1.0')
  })

  test('no draft', () => {
    use(withDraft)
    expect(newestQuestionnaire.questionnaireVersion).toBe('1.0.0')
    expect(questionnaireOf().version).toBe('1.0.0')
  })

  test('1.0.0 where nothing is published', () => {
    use(join(after, 'nichts'))
    expect(newestQuestionnaire.questionnaireVersion).toBe('1.0.0')
    expect(publishedVersions(join(after, 'nichts'), id)).toEqual([])
  })

  test('a version found by number, whatever else lies beside it', () => {
    writeFileSync(join(withDraft, id, 'notizen.txt'), '')
    expect(publishedVersions(withDraft, id)).toEqual(['1.0.0'])
    expect(publishedVersions(after, id)).toEqual(['1.0.0', '1.1.0'])
  })

  test('a way from 1.0.0, and none from the version itself', () => {
    expect(pathToNewest(ofFirst)).toMatchObject({ ok: true })
    expect(pathToNewest({ ...ofFirst, questionnaireVersion: '1.1.0' })).toEqual({
      ok: false,
      reason: 'same-version',
      at: '1.1.0',
    })
  })
})

describe('a check of 1.0.0', () => {
  test.each(['reference-towns/merzig.yml', 'reference-towns/pirmasens.yml', 'samples/musterstadt.yml'])(
    '%s gives identical bytes before and after 1.1.0 exists',
    (file) => {
      expect(scoredUnder(after, file)).toEqual(scoredUnder(before, file))
    },
  )

  test('stays the example on the start page', () => {
    expect(sampleReport(new Date('2026-11-23T12:00:00Z')).meta.questionnaire.version).toBe('1.0.0')
  })
})
