import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import SqliteDatabase from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { saveAnswers, saveProfile } from '@/lib/assessments/service'
import { createTranslate } from '@/lib/i18n/translate'
import { everybody } from '@/lib/report/pdf/worker-queue'
import { exportRound } from '@/lib/rounds/export-service'
import { readCheckOrRound } from '@/lib/rounds/read-round'
import { closeRound, readClosed, readHistory, reopenRound } from '@/lib/rounds/service'
import { formulaCells } from '../../factories/formula-cells'
import { databaseFile } from '../setup/data-dir'
import { days, later, now, useInstallation } from '../setup/installation'
import { useScene } from './claimed-check'

const installation = useInstallation()
const scene = useScene()
const t = createTranslate('de')
const pdf = { owner: everybody }
const refused = (code: string) => expect.objectContaining({ code })
const exportOf = async (revision = 1) => {
  const { name, bytes } = await exportRound(scene.ida, scene.id, revision, { t, now: later(days(40)), pdf })
  return { name, files: unzipSync(bytes) }
}
const formula = `=HYPERLINK("http://böse"),=1+1\n- zweite Zeile;\t@mit "=Anführung"`
const asText = `'=HYPERLINK("http://böse"),'=1+1\n'- zweite Zeile;'\t'@mit "=Anführung"`

beforeEach(async () => {
  await scene.claim()
  await saveProfile(scene.otto, scene.id, { name: 'Łódź-Süd 三重' }, now)
  const odd = { choice: 'unknown', comment: formula, clarifyWith: '-Amt', version: 0 }
  await saveAnswers(scene.otto, scene.id, { formId: 'seite', answers: { 'runde-struktur': odd } }, now)
  await closeRound(scene.erika, scene.id, now, { fileReference: '50.1-12/2026' })
})

describe('the archive of a closed round', () => {
  test('holds both reports, the answers as they were hashed, a table, the hash and a word about it', async () => {
    const { name, files } = await exportOf()
    expect(name).toBe('drei-ebenen-check_lodz-sued_2026_50-1-12-2026_2026-11-23.zip')
    expect(Object.keys(files).toSorted()).toEqual([
      'antworten.csv',
      'antworten.json',
      'bericht-arbeitsfassung.pdf',
      'bericht-gremienfassung.pdf',
      'liesmich.txt',
      'pruefsumme.txt',
    ])
    const { hash, payload } = await readClosed(scene.ida, scene.id, 1, now)
    expect(createHash('sha256').update(files['antworten.json']!).digest('hex')).toBe(hash)
    expect(strFromU8(files['antworten.json']!)).toBe(payload)
    // As `sha256sum -c` reads it.
    expect(strFromU8(files['pruefsumme.txt']!)).toBe(`${hash}  antworten.json\n`)
    for (const edition of ['gremien', 'arbeits']) {
      expect(strFromU8(files[`bericht-${edition}fassung.pdf`]!.slice(0, 5))).toBe('%PDF-')
    }
    const readme = strFromU8(files['liesmich.txt']!)
    for (const words of [
      'Durchgang „2026“',
      'Łódź-Süd 三重',
      '50.1-12/2026',
      '01.01.2026 bis 31.12.2026',
      '23.11.2026 um 13:00 Uhr MEZ',
      hash,
    ])
      expect(readme).toContain(words)
  }, 60_000)

  test('its table holds every question, and nothing that a spreadsheet computes', async () => {
    const { files } = await exportOf()
    const rows = parse(files['antworten.csv']!, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
    const row = (id: string) => rows.find(({ Kennung }) => Kennung === id)
    expect(row('rueckhalt-struktur')).toMatchObject({ Stand: 'beantwortet', 'Stufe (0 bis 4)': '3', Anmerkung: 'Protokoll 3/26' })
    expect(row('runde-struktur')).toMatchObject({ Stand: 'Weiß nicht', Anmerkung: asText, 'Zu klären mit': "'-Amt" })
    expect(row('treffpunkt-struktur')).toMatchObject({ Stand: 'offen', Antwort: '', 'Gilt für': 'Nord' })
    expect(formulaCells(strFromU8(files['antworten.csv']!))).toEqual([])
  }, 60_000)

  test('of an earlier closing is what it was, after the round was opened and changed', async () => {
    await reopenRound(scene.erika, scene.id, 'Fehler', later(days(1)))
    await scene.save(scene.otto, '0', 1)
    await closeRound(scene.erika, scene.id, later(days(2)))
    const [first, second] = [await exportOf(1), await exportOf(2)]
    expect(strFromU8(first.files['antworten.csv']!)).toContain(';"beantwortet";"3";')
    expect(strFromU8(second.files['antworten.csv']!)).toContain(';"beantwortet";"0";')
    expect([first.name, second.name]).toEqual([
      'drei-ebenen-check_lodz-sued_2026_50-1-12-2026_2026-11-23.zip',
      'drei-ebenen-check_lodz-sued_2026_50-1-12-2026_2026-11-25_abschluss-2.zip',
    ])
    const { revisions } = await readHistory(scene.ida, scene.id, now)
    expect(revisions.map(({ revision, closedAt }) => [revision, closedAt])).toEqual([
      [2, later(days(2))],
      [1, now],
    ])
  }, 60_000)

  test('is there for members and closed rounds only', async () => {
    await expect(exportRound(scene.ida, scene.id, 2, { t, now, pdf })).rejects.toEqual(refused('not-found'))
    await expect(exportRound({ key: scene.key, userId: null }, scene.id, 1, { t, now, pdf })).rejects.toEqual(
      refused('not-found'),
    )
    await expect(readHistory({ key: null, userId: 'stranger' }, scene.id, now)).rejects.toEqual(refused('not-found'))
  })
})

describe('a closed round as pages read it', () => {
  test('is what was closed; opened again it is what is stored', async () => {
    const { view, closing } = await readCheckOrRound(scene.ida, scene.id, later(days(3)))
    expect(closing).toMatchObject({ closedAt: now })
    expect(view.round).toMatchObject({ status: 'abgeschlossen', fileReference: '50.1-12/2026' })
    expect(view.answers['rueckhalt-struktur']).toMatchObject({
      answer: { state: 'answered', value: 3 },
      comment: 'Protokoll 3/26',
    })
    expect(view.place?.name).toBe('Nord')
    // Even if the tables were changed behind the triggers' back.
    const database = new SqliteDatabase(join(installation.dataDir, databaseFile))
    database.exec('DROP TRIGGER "Answer_closed_update_refused"; UPDATE "Answer" SET value = 0 WHERE value = 3')
    database.close()
    expect((await readCheckOrRound(scene.ida, scene.id, now)).view.answers['rueckhalt-struktur']?.answer).toEqual({
      state: 'answered',
      value: 3,
    })
    await reopenRound(scene.erika, scene.id, 'Fehler', now)
    expect((await readCheckOrRound(scene.ida, scene.id, now)).closing).toBeNull()
  })
})
