import { describe, expect, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { readCoatOfArms, saveCoatOfArms } from '@/lib/assessments/coat-of-arms-service'
import * as service from '@/lib/assessments/service'
import { toSheet } from '@/lib/assessments/to-sheet'
import { decodePng } from '../../factories/decode-png'
import { picture } from '../../factories/png'
import { begin, days, later, now, useInstallation } from '../setup/installation'
import { usePictureWorker } from '../setup/picture-worker'

useInstallation()
usePictureWorker()

const stranger = 'x'.repeat(43)
const notFound = { code: 'not-found', fields: [], values: {} }

describe('access', () => {
  test('every call answers a foreign key, a missing key and an absent assessment alike', async () => {
    const own = await begin()
    const other = await begin()
    const calls: ((key: string | null, id: string) => Promise<unknown>)[] = [
      (key, id) => service.readAssessment(byKey(key), id, now),
      (key, id) => service.saveProfile(byKey(key), id, { name: 'Merzig' }, now),
      (key, id) => service.saveChallenges(byKey(key), id, [], now),
      (key, id) => service.savePlace(byKey(key), id, 'Mitte', now),
      (key, id) => service.saveAnswers(byKey(key), id, { formId: 'a', answers: {} }, now),
      (key, id) => service.continueAsFullCheck(byKey(key), id, now),
      (key, id) => service.saveDetails(byKey(key), id, { agreedOn: null, answeredBy: [] }, now),
      (key, id) => saveCoatOfArms(byKey(key), id, null, now),
      (key, id) => readCoatOfArms(byKey(key), id, now),
      (key, id) => service.decideMeasure(byKey(key), id, 'rueckhalt-beginnen', { decision: 'spaeter', reason: '' }, now),
    ]
    for (const call of calls) {
      await expect(call(other.key, own.id)).rejects.toMatchObject(notFound)
      await expect(call(stranger, own.id)).rejects.toMatchObject(notFound)
      await expect(call(null, own.id)).rejects.toMatchObject(notFound)
      await expect(call(own.key, 'absent')).rejects.toMatchObject(notFound)
    }
  })

  test('one browser holds several assessments, last used first, and sees no others', async () => {
    const own = await begin()
    await begin()
    const second = await service.startAssessment({ key: own.key, mode: 'schnell', now: later(1000) })
    expect(second.newKey).toBeNull()
    await service.saveProfile(byKey(own.key), own.id, { name: 'Merzig', status: 'kreisfrei' }, now)
    await service.savePlace(byKey(own.key), own.id, 'Saarbrücker Allee', now)
    const list = await service.listAssessments(own.key, now)
    expect(list.map(({ id, name, quartier, mode, total }) => ({ id, name, quartier, mode, total }))).toEqual([
      { id: second.id, name: '', quartier: '', mode: 'schnell', total: 6 },
      // A kreisfreie Stadt is not asked about the `runde`.
      { id: own.id, name: 'Merzig', quartier: 'Saarbrücker Allee', mode: 'voll', total: 10 },
    ])
    expect(await service.listAssessments(null, now)).toEqual([])
  })

  test('a key that is used goes on; one that is not ends after 400 days', async () => {
    const used = await begin()
    const unused = await begin()
    for (let day = 0; day < 900; day += 300) await service.readAssessment(byKey(used.key), used.id, later(days(day)))
    expect((await service.readAssessment(byKey(used.key), used.id, later(days(900)))).id).toBe(used.id)
    await expect(service.readAssessment(byKey(unused.key), unused.id, later(days(400)))).rejects.toMatchObject(notFound)
    const save = (at: Date) => service.saveAnswers(byKey(unused.key), unused.id, { formId: 'a', answers: {} }, at)
    await expect(save(later(days(400)))).rejects.toMatchObject(notFound)
    await save(later(days(400) - 1))
    // That save was a use.
    expect((await service.readAssessment(byKey(unused.key), unused.id, later(days(500)))).id).toBe(unused.id)
  })

  test('reading counts as a use, once a day, and moves the date of deletion', async () => {
    const own = await begin()
    expect((await service.readAssessment(byKey(own.key), own.id, now)).deletedOn).toEqual(new Date('2029-11-23T12:00:00Z'))
    expect((await service.readAssessment(byKey(own.key), own.id, later(days(1) - 1))).lastSeenAt).toEqual(now)
    expect((await service.readAssessment(byKey(own.key), own.id, later(days(8)))).deletedOn).toEqual(
      new Date('2029-12-01T12:00:00Z'),
    )
  })
})

describe('an assessment', () => {
  test('begins empty', async () => {
    const own = await begin('schnell')
    expect(await service.readAssessment(byKey(own.key), own.id, now)).toMatchObject({
      mode: 'schnell',
      questionnaireId: 'drei-ebenen-check',
      profile: {},
      challenges: [],
      place: null,
      answers: {},
      decisions: {},
      details: { agreedOn: null, answeredBy: [], hasCoatOfArms: false },
      resumeCodeIssuedAt: null,
    })
  })

  test('keeps what is valid of a profile and reports the rest', async () => {
    const own = await begin()
    const { errors } = await service.saveProfile(byKey(own.key), own.id, { name: 'Merzig', status: 'hauptstadt' }, now)
    expect(errors).toEqual([{ field: 'status', code: 'unknown-option' }])
    expect(await service.readAssessment(byKey(own.key), own.id, now)).toMatchObject({
      profile: { name: 'Merzig' },
      profileVersion: 1,
    })
  })

  test('keeps challenges in the order of the questionnaire and refuses unknown ones', async () => {
    const own = await begin()
    await service.saveChallenges(byKey(own.key), own.id, ['nebeneinander', 'konzentration'], now)
    await expect(service.saveChallenges(byKey(own.key), own.id, ['mond'], now)).rejects.toMatchObject({
      code: 'unknown-option',
      fields: [{ field: 'challenges', code: 'unknown-option' }],
    })
    await expect(service.saveChallenges(byKey(own.key), own.id, ['nebeneinander', 'nebeneinander'], now)).rejects.toMatchObject({
      fields: [{ field: 'challenges', code: 'chosen-twice' }],
    })
    expect((await service.readAssessment(byKey(own.key), own.id, now)).challenges).toEqual(['konzentration', 'nebeneinander'])
  })

  test('a Schnellcheck becomes the full check with its answers', async () => {
    const own = await begin('schnell')
    const answers = { 'rueckhalt-struktur': { choice: '2', comment: '', clarifyWith: '', version: 0 } }
    await service.saveAnswers(byKey(own.key), own.id, { formId: 'a', answers }, now)
    await service.continueAsFullCheck(byKey(own.key), own.id, now)
    const view = await service.readAssessment(byKey(own.key), own.id, now)
    expect(view.mode).toBe('voll')
    expect(view.answers['rueckhalt-struktur']?.answer).toEqual({ state: 'answered', value: 2 })
  })

  test('decisions are stored, changed and taken back; „nicht vorgesehen“ needs a reason', async () => {
    const own = await begin()
    const decide = (decision: 'spaeter' | 'nicht-vorgesehen' | null, reason = '') =>
      service.decideMeasure(byKey(own.key), own.id, 'treffpunkt-beginnen', { decision, reason }, now)
    const decisions = async () => (await service.readAssessment(byKey(own.key), own.id, now)).decisions
    await decide('spaeter')
    expect(await decisions()).toEqual({ 'treffpunkt-beginnen': { decision: 'spaeter', reason: '', version: 1 } })
    await expect(decide('nicht-vorgesehen', '  ')).rejects.toMatchObject({ code: 'required', fields: [{ field: 'reason' }] })
    await decide('nicht-vorgesehen', 'Kein Bedarf')
    expect(await decisions()).toEqual({
      'treffpunkt-beginnen': { decision: 'nicht-vorgesehen', reason: 'Kein Bedarf', version: 2 },
    })
    await decide(null)
    expect(await decisions()).toEqual({})
    await expect(
      service.decideMeasure(byKey(own.key), own.id, 'mond-bauen', { decision: 'spaeter', reason: '' }, now),
    ).rejects.toMatchObject(notFound)
  })

  test('keeps what the cover says, and a coat of arms that can be taken off again', async () => {
    const own = await begin()
    await service.saveDetails(byKey(own.key), own.id, { agreedOn: '2026-11-20', answeredBy: ['Integrationsbeauftragte'] }, now)
    const png = picture(2, 2)
    await saveCoatOfArms(byKey(own.key), own.id, png, now)
    expect((await service.readAssessment(byKey(own.key), own.id, now)).details).toEqual({
      agreedOn: '2026-11-20',
      answeredBy: ['Integrationsbeauftragte'],
      hasCoatOfArms: true,
    })
    const stored = (await readCoatOfArms(byKey(own.key), own.id, now))!
    expect(decodePng(stored)).toEqual(decodePng(png))
    await expect(saveCoatOfArms(byKey(own.key), own.id, Buffer.from('kein Bild'), now)).rejects.toMatchObject({
      code: 'bad-image',
    })
    expect(await readCoatOfArms(byKey(own.key), own.id, now)).toEqual(stored)
    await saveCoatOfArms(byKey(own.key), own.id, null, now)
    expect(await readCoatOfArms(byKey(own.key), own.id, now)).toBeNull()
  })

  test('becomes a sheet: answers of the Kommune and of the Quartier apart, with or without a name', async () => {
    const own = await begin()
    const one = (choice: string) => ({ choice, comment: 'intern', clarifyWith: '', version: 0 })
    await service.saveAnswers(
      byKey(own.key),
      own.id,
      { formId: 'a', answers: { 'rueckhalt-struktur': one('2'), 'treffpunkt-struktur': one('unknown') } },
      now,
    )
    const before = toSheet(await service.readAssessment(byKey(own.key), own.id, now))
    expect(before).toMatchObject({
      mode: 'voll',
      kommune: { 'rueckhalt-struktur': { state: 'answered', value: 2 } },
      places: [{ name: '', answers: { 'treffpunkt-struktur': { state: 'unknown' } } }],
    })
    expect(Object.keys(before.kommune)).toEqual(['rueckhalt-struktur'])
    await service.savePlace(byKey(own.key), own.id, 'Saarbrücker Allee', now)
    expect(toSheet(await service.readAssessment(byKey(own.key), own.id, now)).places[0]?.name).toBe('Saarbrücker Allee')
  })
})

describe('a refused form', () => {
  const input = {
    payload: { name: 'x'.repeat(200), list: ['a', 'b'] },
    errors: [{ field: 'name', code: 'text-too-long' as const, values: { limit: 120 } }],
  }

  test('is shown to its own browser until it is overwritten, saved or 24 hours old', async () => {
    const own = await begin()
    const other = await begin()
    await service.keepRejectedInput(own.key, 'place:1', input, now)
    expect(await service.takeRejectedInput(own.key, 'place:1', later(1000))).toEqual(input)
    expect(await service.takeRejectedInput(own.key, 'place:1', later(2000))).toEqual(input)
    expect(await service.takeRejectedInput(other.key, 'place:1', now)).toBeNull()
    expect(await service.takeRejectedInput(own.key, 'place:2', now)).toBeNull()
    expect(await service.takeRejectedInput(own.key, 'place:1', later(days(1)))).toBeNull()

    await service.keepRejectedInput(
      own.key,
      'place:1',
      { errors: [{ field: 'name', code: 'required', values: undefined }], payload: { name: 'neu' } },
      now,
    )
    expect((await service.takeRejectedInput(own.key, 'place:1', now))?.payload).toEqual({ name: 'neu' })
    await service.forgetRejectedInput(own.key, 'place:1', now)
    expect(await service.takeRejectedInput(own.key, 'place:1', now)).toBeNull()
  })

  test('gives a browser without a key one of its own', async () => {
    const { newKey } = await service.keepRejectedInput(null, 'resume', input, now, { open: true })
    expect(await service.takeRejectedInput(newKey, 'resume', now)).toEqual(input)
    await expect(service.keepRejectedInput(null, 'place:1', input, now)).rejects.toMatchObject(notFound)
  })

  test('of answers is forgotten once they are saved, and stays while one is refused', async () => {
    const own = await begin()
    const form = `answers:${own.id}:rueckhalt`
    await service.keepRejectedInput(own.key, form, input, now)
    const save = (choice: string) =>
      service.saveAnswers(
        byKey(own.key),
        own.id,
        {
          formId: 'a',
          factor: 'rueckhalt',
          answers: { 'rueckhalt-struktur': { choice, comment: '', clarifyWith: '', version: 0 } },
        },
        now,
      )
    await save('9')
    expect(await service.takeRejectedInput(own.key, form, now)).not.toBeNull()
    await save('3')
    expect(await service.takeRejectedInput(own.key, form, now)).toBeNull()
  })
})
