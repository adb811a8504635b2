import { describe, expect, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { readCoatOfArms, saveCoatOfArms } from '@/lib/assessments/coat-of-arms-service'
import { openDatabase } from '@/lib/db'
import * as service from '@/lib/assessments/service'
import type { StateFile } from '@/lib/assessments/state-file'
import { exportState, importState } from '@/lib/assessments/state-service'
import { picture } from '../../factories/png'
import { begin, later, now, useInstallation } from '../setup/installation'
import { usePictureWorker } from '../setup/picture-worker'

useInstallation()
usePictureWorker()

const bytes = (content: unknown) => Buffer.from(typeof content === 'string' ? content : JSON.stringify(content, null, 2))
const long = 'Ä'.repeat(4_000)

/** An assessment with something in every place. */
async function filled() {
  const own = await begin()
  const { key, id } = own
  const one = (choice: string, comment = '', clarifyWith = '') => ({ choice, comment, clarifyWith, version: 0 })
  await service.saveProfile(byKey(key), id, { name: 'Merzig', status: 'kreisangehoerig' }, now)
  await service.saveChallenges(byKey(key), id, ['nebeneinander'], now)
  await service.savePlace(byKey(key), id, 'Saarbrücker Allee', now)
  const answers = {
    'rueckhalt-struktur': one('3', long, 'Hauptamt'),
    'rueckhalt-praxis': one('unknown', 'Zeile 1\nZeile 2'),
    'runde-struktur': one('na:nicht-bei-uns'),
    'treffpunkt-struktur': one('0'),
    'mithilfe-praxis': one('', 'nur ein Kommentar'),
  }
  await service.saveAnswers(byKey(key), id, { formId: 'a', answers }, now)
  await service.decideMeasure(byKey(key), id, 'treffpunkt-beginnen', { decision: 'nicht-vorgesehen', reason: 'Kein Bedarf' }, now)
  await service.decideMeasure(byKey(key), id, 'rueckhalt-beginnen', { decision: 'uebernehmen', reason: '' }, now)
  await service.saveDetails(byKey(key), id, { agreedOn: '2026-11-20', answeredBy: ['Integrationsbeauftragte', 'Hauptamt'] }, now)
  await saveCoatOfArms(byKey(key), id, picture(3, 3), now)
  return own
}

/** What a user could see of an assessment, without ids and times. */
async function visible(key: string | null, id: string) {
  const view = await service.readAssessment(byKey(key), id, now)
  const coatOfArms = await readCoatOfArms(byKey(key), id, now)
  return {
    mode: view.mode,
    profile: view.profile,
    challenges: view.challenges,
    place: view.place?.name,
    answers: Object.fromEntries(
      Object.entries(view.answers).map(([question, { answer, subject, comment, clarifyWith }]) => [
        question,
        { answer, subject, comment, clarifyWith },
      ]),
    ),
    decisions: Object.fromEntries(Object.entries(view.decisions).map(([m, { decision, reason }]) => [m, { decision, reason }])),
    details: view.details,
    coatOfArms: coatOfArms && Buffer.from(coatOfArms).toString('hex'),
  }
}

async function stateOf({ key, id }: { key: string; id: string }): Promise<StateFile> {
  return await exportState(byKey(key), id, now)
}

const problemOf = async (content: unknown) =>
  await importState(bytes(content), null, now).then(
    () => null,
    (error: { code: string; fields: unknown[] }) => ({ code: error.code, field: error.fields[0] }),
  )
const badFile = (values: object) => ({ code: 'bad-file', field: { field: 'file', code: 'bad-file', values } })

describe('state file', () => {
  test('restores everything as a new assessment and leaves the first one alone', async () => {
    const own = await filled()
    const file = await stateOf(own)
    const copy = await importState(bytes(file), null, later(1000))
    expect(copy.id).not.toBe(own.id)
    expect(await visible(copy.newKey, copy.id)).toEqual(await visible(own.key, own.id))
    await expect(service.readAssessment(byKey(own.key), copy.id, now)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('sent round once more it is the same file', async () => {
    const own = await filled()
    const file = await stateOf(own)
    const copy = await importState(bytes(file), own.key, now)
    expect(await exportState(byKey(own.key), copy.id, now)).toEqual(file)
  })

  test('holds no key, no code and no id of the server', async () => {
    const own = await filled()
    const text = JSON.stringify(await stateOf(own))
    expect(text).not.toContain(own.key)
    expect(text).not.toContain(own.id)
  })

  test('an empty assessment is restored too', async () => {
    const own = await begin('schnell')
    const copy = await importState(bytes(await stateOf(own)), own.key, now)
    expect(await visible(own.key, copy.id)).toEqual(await visible(own.key, own.id))
  })

  test('imported answers can be changed like any others', async () => {
    const own = await filled()
    const { id } = await importState(bytes(await stateOf(own)), own.key, now)
    const answers = { 'rueckhalt-struktur': { choice: '4', comment: '', clarifyWith: '', version: 1 } }
    expect(await service.saveAnswers(byKey(own.key), id, { formId: 'b', answers }, now)).toMatchObject({
      versions: { 'rueckhalt-struktur': 2 },
      conflicts: [],
    })
  })

  test('broken JSON is refused with its line', async () => {
    const text = JSON.stringify(await stateOf(await filled()), null, 2).split('\n')
    text[4] = '  oops'
    expect(await problemOf(text.join('\n'))).toEqual(badFile({ reason: 'syntax', line: 5 }))
    expect(await problemOf('{"format":')).toEqual(badFile({ reason: 'syntax', line: 1 }))
  })

  test('a byte order mark from a Windows editor does not matter', async () => {
    const file = await stateOf(await filled())
    expect(await problemOf(`\ufeff${JSON.stringify(file)}`)).toBeNull()
  })

  test('what is no state file is refused as such', async () => {
    for (const content of ['[]', '{}', '"text"', 'null', { format: 'other', formatVersion: 1 }]) {
      expect(await problemOf(content)).toEqual(badFile({ reason: 'format' }))
    }
    expect(await problemOf('')).toEqual(badFile({ reason: 'missing' }))
    await expect(importState(Buffer.from([0xff, 0xfe, 0x7b]), null, now)).rejects.toMatchObject({
      fields: [{ values: { reason: 'format' } }],
    })
  })

  test('a file of nothing but small values is refused before each of them is looked at', async () => {
    const file = await stateOf(await filled())
    const answers = Object.fromEntries(Array.from({ length: 150_000 }, (_, n) => [`a${n}`, 1]))
    for (const content of [{ ...file, answers }, { ...file, ...answers }, Array.from({ length: 900_000 }, () => 1), answers]) {
      expect(await problemOf(content)).toEqual(badFile({ reason: 'format' }))
    }
    expect(await problemOf('['.repeat(900_000) + ']'.repeat(900_000))).toEqual(badFile({ reason: 'format' }))
  })

  test('another version of the file or of the questionnaire is refused as such', async () => {
    const file = await stateOf(await filled())
    expect(await problemOf({ ...file, formatVersion: 2 })).toEqual(badFile({ reason: 'version', found: 2 }))
    for (const [id, version] of [
      ['drei-ebenen-check', '9.0.0'],
      ['../../etc', '1.0.0'],
      ['drei-ebenen-check', '../1.0.0'],
    ] as const) {
      expect(await problemOf({ ...file, questionnaire: { id, version, hash: '' } })).toEqual(
        badFile({ reason: 'version', found: `${id} ${version}` }),
      )
    }
  })

  test('anything that could not have been entered by hand is refused with its place, and nothing is stored', async () => {
    const file = await stateOf(await filled())
    const answer = { choice: '1', comment: '', clarifyWith: '' }
    const cases: [string, object][] = [
      ['answers.mond', { answers: { mond: answer } }],
      ['answers.rueckhalt-struktur', { answers: { 'rueckhalt-struktur': { ...answer, choice: '5' } } }],
      ['answers.rueckhalt-struktur.comment', { answers: { 'rueckhalt-struktur': { ...answer, comment: `${long}x` } } }],
      ['answers.rueckhalt-struktur.comment', { answers: { 'rueckhalt-struktur': { ...answer, comment: 'a\u0000' } } }],
      ['answers.rueckhalt-struktur.points', { answers: { 'rueckhalt-struktur': { ...answer, points: 100 } } }],
      ['profile.status', { profile: { status: 'hauptstadt' } }],
      ['profile.mond', { profile: { mond: 'ja' } }],
      ['challenges.mond', { challenges: ['mond'] }],
      ['decisions.mond', { decisions: { mond: { decision: 'spaeter', reason: '' } } }],
      ['details.agreedOn', { details: { agreedOn: '2026-02-30', answeredBy: [] } }],
      ['place', { place: 'x'.repeat(121) }],
      ['mode', { mode: 'lang' }],
      ['coatOfArms', { coatOfArms: 'kein Base64!' }],
      ['extra', { extra: true }],
    ]
    const { client } = await openDatabase()
    const before = await client.assessment.count()
    for (const [found, change] of cases) {
      expect(await problemOf({ ...file, ...change })).toEqual(badFile({ reason: 'content', found }))
    }
    const coatOfArms = Buffer.from('kein Bild').toString('base64')
    expect(await problemOf({ ...file, coatOfArms })).toEqual(badFile({ reason: 'picture' }))
    expect(await client.assessment.count()).toBe(before)
  })

  test('names that every object has are refused as what they are: unknown', async () => {
    const text = JSON.stringify(await stateOf(await filled()))
    const answer = '{"choice":"1","comment":"","clarifyWith":""}'
    const decision = '{"decision":"spaeter","reason":""}'
    for (const name of ['__proto__', 'constructor', 'toString']) {
      for (const [part, value] of [
        ['profile', '"x"'],
        ['answers', answer],
        ['decisions', decision],
      ] as const) {
        const hostile = text.replace(`"${part}":{`, `"${part}":{"${name}":${value},`)
        expect(await problemOf(hostile)).toEqual(badFile({ reason: 'content', found: `${part}.${name}` }))
      }
      expect(await problemOf(text.replace('{', `{"${name}":1,`))).toEqual(badFile({ reason: 'content', found: name }))
    }
  })

  test('a challenge that is named twice is refused', async () => {
    const file = await stateOf(await filled())
    const found = 'challenges.nebeneinander'
    expect(await problemOf({ ...file, challenges: ['nebeneinander', 'konzentration', 'nebeneinander'] })).toEqual(
      badFile({ reason: 'twice', found }),
    )
  })

  test('an import that fails half way leaves nothing behind', async () => {
    const own = await filled()
    const file = await stateOf(own)
    const database = await openDatabase()
    const count = () => database.client.assessment.count()
    const before = await count()
    await database.write((connection) =>
      connection.exec(`CREATE TRIGGER stop BEFORE INSERT ON "CoatOfArms" BEGIN SELECT RAISE(ABORT, 'stop'); END`),
    )
    await expect(importState(bytes(file), own.key, now)).rejects.toMatchObject({ code: 'internal' })
    expect(await count()).toBe(before)
  })
})
