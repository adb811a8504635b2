/** Rounds around the two nights in which Berlin's clock changes, in servers set to other zones, and many of them. */
import { execFileSync } from 'node:child_process'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import { readAssessment, saveAnswers } from '@/lib/assessments/service'
import { createTranslate } from '@/lib/i18n/translate'
import { everybody } from '@/lib/report/pdf/worker-queue'
import { exportRound } from '@/lib/rounds/export-service'
import { readCheckOrRound } from '@/lib/rounds/read-round'
import { readBeside } from '@/lib/rounds/earlier-service'
import { closeRound, listRounds, readClosed, readHistory, reopenRound } from '@/lib/rounds/service'
import { startRound } from '@/lib/rounds/start-service'
import { now, useInstallation } from '../setup/installation'
import { useScene } from './claimed-check'

useInstallation()
const scene = useScene()
const t = createTranslate('de')

beforeEach(() => scene.claim())

const zones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati']
// 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00, so that 02:30 comes twice.
const moments = [
  ['2026-03-29T00:59:59Z', '29.03.2026 um 01:59 Uhr MEZ', '2026-03-29'],
  ['2026-03-29T01:00:00Z', '29.03.2026 um 03:00 Uhr MESZ', '2026-03-29'],
  ['2026-10-25T00:30:00Z', '25.10.2026 um 02:30 Uhr MESZ', '2026-10-25'],
  ['2026-10-25T01:30:00Z', '25.10.2026 um 02:30 Uhr MEZ', '2026-10-25'],
  ['2026-12-31T23:30:00Z', '01.01.2027 um 00:30 Uhr MEZ', '2027-01-01'],
] as const

test.each(zones)('a server whose clock is set to %s tells closings in Berlin time, and moves no day of a period', (zone) => {
  const told = execFileSync(process.execPath, ['--import', 'tsx', 'tests/integration/rounds/tell-closings.ts'], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    input: JSON.stringify(moments.map(([instant]) => instant)),
    encoding: 'utf8',
  })
  const { offset, closings } = JSON.parse(told) as {
    offset: number
    closings: { readme: string; name: string; period: string[] }[]
  }
  // The zone took effect.
  expect(offset === 0).toBe(zone === 'UTC')
  for (const [index, [, text, day]] of moments.entries()) {
    const closing = closings[index]!
    expect(closing.readme).toContain(text)
    expect(closing.readme).toContain('01.01.2026 bis 31.12.2026')
    expect(closing.name).toBe(`drei-ebenen-check_musterstadt_2026_${day}.zip`)
    expect(closing.period).toEqual(['2026-01-01', '2026-12-31'])
  }
})

test('closed in the hour that comes twice, it is read back at its instant', async () => {
  const at = new Date('2026-10-25T01:30:00Z')
  await closeRound(scene.erika, scene.id, at)
  expect((await readCheckOrRound(scene.ida, scene.id, at)).closing?.closedAt).toEqual(at)
})

test('a clock that was set back loses nothing: the order of closings is that of their numbers', async () => {
  await closeRound(scene.erika, scene.id, now)
  expect((await readHistory(scene.ida, scene.id, now)).revisions.map(({ revision }) => revision)).toEqual([1])
  const earlier = new Date(now.getTime() - 3_600_000)
  const next = await startRound(
    scene.erika,
    scene.workspaceId,
    { name: '2027', periodFrom: '2027-01-01', periodTo: '2027-12-31', mode: 'voll', basedOn: scene.id, place: null },
    earlier,
  )
  const again = { choice: '3', comment: 'Protokoll 3/26', clarifyWith: '', version: 1 }
  await saveAnswers(scene.otto, next, { formId: 'seite', answers: { 'rueckhalt-struktur': again } }, earlier)
  expect((await readAssessment(scene.otto, next, earlier)).answers['rueckhalt-struktur']).toMatchObject({
    carried: null,
    version: 2,
  })
})

test('closed again after the clock went back, the closings stand by their numbers and the later number is the newest', async () => {
  const earlier = new Date(now.getTime() - 3_600_000)
  await closeRound(scene.erika, scene.id, now)
  await reopenRound(scene.erika, scene.id, 'Nachtrag', earlier)
  const { hash } = await closeRound(scene.erika, scene.id, earlier)
  const { revisions, events } = await readHistory(scene.ida, scene.id, now)
  expect(events.map(({ kind, revision }) => `${kind} ${revision}`)).toEqual([
    'uebernommen 1',
    'abgeschlossen 1',
    'wieder-geoeffnet 2',
    'abgeschlossen 2',
  ])
  expect(revisions.map(({ revision, closedAt }) => [revision, closedAt])).toEqual([
    [2, earlier],
    [1, now],
  ])
  expect((await readClosed(scene.ida, scene.id, null, now)).hash).toBe(hash)
  expect((await readCheckOrRound(scene.ida, scene.id, now)).closing).toEqual({ closedAt: earlier, hash })
  expect((await listRounds(scene.ida, scene.workspaceId)).map(({ closedAt }) => closedAt)).toEqual([earlier])
})

describe('forty rounds with names in many scripts', () => {
  const names = ['Runde 2026', 'Год', '二〇二六年', 'שנה', 'سنة', 'Ἔτος', 'दौर', '👩‍👩‍👧 Zusammen', 'É É', "O'Brien & <b>"]

  test('each follows the one before, and each is found under its name', async () => {
    let last = scene.id
    const made: string[] = []
    for (let index = 0; index < 40; index += 1) {
      const year = String(2027 + index)
      const naming = { name: `${names[index % names.length]} ${year}`, periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` }
      last = await startRound(scene.erika, scene.workspaceId, { ...naming, mode: 'voll', basedOn: last, place: null }, now)
      const kept = { choice: '3', comment: 'Protokoll 3/26', clarifyWith: '', version: 1 }
      await saveAnswers(scene.otto, last, { formId: `seite-${index}`, answers: { 'rueckhalt-struktur': kept } }, now)
      made.push(naming.name)
    }
    const rounds = await listRounds(scene.ida, scene.workspaceId)
    expect(rounds.map(({ name }) => name)).toEqual([...made.toReversed(), '2026'])
    const view = await readAssessment(scene.ida, last, now)
    expect((await readBeside(scene.ida, view, now)).answers['rueckhalt-struktur']?.roundName).toBe(made.at(-2))
    await closeRound(scene.erika, last, now, { fileReference: 'Аз. 12/二〇二六' })
    const { snapshot } = await readClosed(scene.ida, last, 1, now)
    expect(snapshot.round.name).toBe(made.at(-1))
    expect(snapshot.place?.id).toBe((await readAssessment(scene.ida, scene.id, now)).place?.id)
    const { name, bytes } = await exportRound(scene.ida, last, null, { t, now, pdf: { owner: everybody } })
    expect(name).toMatch(/^[\w.-]+\.zip$/)
    expect(strFromU8(unzipSync(bytes)['liesmich.txt']!)).toContain('Аз. 12/二〇二六')
  }, 60_000)
})
