import { beforeEach, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { unzipSync } from 'fflate'
import { byKey } from '@/lib/accounts/actor'
import { readAssessment, saveAnswers, savePlace, startAssessment } from '@/lib/assessments/service'
import { createTranslate } from '@/lib/i18n/translate'
import { everybody } from '@/lib/report/pdf/worker-queue'
import { exportRound } from '@/lib/rounds/export-service'
import { readCheckOrRound } from '@/lib/rounds/read-round'
import { claimAssessment, closeRound, reopenRound } from '@/lib/rounds/service'
import { readSince } from '@/lib/rounds/since-service'
import { GET as report } from '@/app/api/assessments/[id]/report/route'
import { add, edit } from '../measures/plan'
import { bare, readStructure } from '../pdf-structure'
import { days, later, now, useInstallation } from '../setup/installation'
import { useScene } from './claimed-check'

useInstallation()
const scene = useScene()
const t = createTranslate('de')
const refused = (code: string) => expect.objectContaining({ code })
const nextYear = later(days(400))
let second: string

/** Another round of the workspace, with one answer and a comment. */
async function addRound(name: string, choice: string, at: Date) {
  const { id, newKey } = await startAssessment({ key: null, mode: 'voll', now: at })
  const actor = byKey(newKey)
  await savePlace(actor, id, 'Nord', at)
  const answer = { choice, comment: 'Geheime Anmerkung', clarifyWith: '', version: 0 }
  await saveAnswers(actor, id, { formId: `form-${id}`, answers: { 'rueckhalt-struktur': answer } }, at)
  const naming = { name, periodFrom: `${name}-01-01`, periodTo: null }
  await claimAssessment({ ...actor, userId: scene.erika.userId }, id, scene.workspaceId, naming, at)
  return id
}

async function sinceOf(id: string, at: Date, actor = scene.ida as { key: string | null; userId: string | null }) {
  const { view, closing } = await readCheckOrRound(actor, id, at)
  return await readSince(actor, { view, closedAt: closing?.closedAt ?? null }, at)
}

beforeEach(async () => {
  await scene.claim()
  second = await addRound('2028', '1', nextYear)
})

describe('the round before', () => {
  test('is the last one closed before; a first round and a check without a workspace have none', async () => {
    expect(await sinceOf(second, nextYear)).toBeNull()
    await closeRound(scene.erika, scene.id, now)
    const since = await sinceOf(second, nextYear)
    expect([since!.before.id, since!.before.closedOn, since!.after.id, since!.after.closedOn]).toEqual([
      scene.id,
      '2026-11-23',
      second,
      null,
    ])
    expect(await sinceOf(scene.id, nextYear)).toBeNull()
    const { id, newKey } = await startAssessment({ key: null, mode: 'voll', now })
    const view = await readAssessment(byKey(newKey), id, now)
    expect(await readSince(byKey(newKey), { view, closedAt: null }, now)).toBeNull()
  })

  test('stays as it was closed, whatever is done with it later', async () => {
    await closeRound(scene.erika, scene.id, now)
    await closeRound(scene.erika, second, nextYear)
    await reopenRound(scene.erika, scene.id, 'Nachtrag', later(days(500)))
    await scene.save(scene.otto, '0', 1)
    await closeRound(scene.erika, scene.id, later(days(501)))
    const since = await sinceOf(second, later(days(600)))
    expect(since!.before.sheet.kommune['rueckhalt-struktur']).toEqual({ state: 'answered', value: 3 })
  })
})

describe('the Maßnahmenplan of a report', () => {
  test('is as of the closing, by its history; as of today while the round is open', async () => {
    await closeRound(scene.erika, scene.id, now)
    const place = [scene.otto, scene.workspaceId] as const
    const measure = await add(...place, { title: 'Ort', dueOn: '2027-06-30' }, { at: later(days(1)) })
    await closeRound(scene.erika, second, nextYear)
    await edit(...place, measure, { status: 'erledigt', title: 'Ort, fertig' }, later(days(450)))
    await add(...place, { title: 'nach dem Abschluss' }, { at: later(days(450)) })
    const asClosed = await sinceOf(second, later(days(600)))
    expect(asClosed!.plan).toMatchObject([{ title: 'Ort', status: 'geplant', overdue: true, endedOn: null }])
    expect(asClosed!.done).toEqual([])
    await reopenRound(scene.erika, second, 'Nachtrag', later(days(600)))
    const asToday = await sinceOf(second, later(days(600)))
    expect(asToday!.plan.map(({ title, status }) => [title, status]).toSorted()).toEqual([
      ['Ort, fertig', 'erledigt'],
      ['nach dem Abschluss', 'geplant'],
    ])
    expect(asToday!.done).toMatchObject([{ title: 'Ort, fertig', doneOn: '2028-02-16' }])
  })
})

describe('access', () => {
  test('is that of the round: members of every role, nobody else', async () => {
    await closeRound(scene.erika, scene.id, now)
    const { view } = await readCheckOrRound(scene.ida, second, nextYear)
    for (const actor of [scene.erika, scene.otto, scene.ida]) {
      expect((await readSince(actor, { view, closedAt: null }, nextYear))!.before.id).toBe(scene.id)
    }
    const strangers = [
      { key: scene.key, userId: null },
      { key: null, userId: 'niemand' },
    ]
    for (const stranger of strangers) {
      await expect(readSince(stranger, { view, closedAt: null }, nextYear)).rejects.toEqual(refused('not-found'))
    }
  })
})

describe('the archive of a later round', () => {
  test('holds the chapter in both editions; comments, reasons and people in the Arbeitsfassung only', async () => {
    execFileSync(process.execPath, ['scripts/build-worker.mjs'])
    await closeRound(scene.erika, scene.id, now)
    const place = [scene.otto, scene.workspaceId] as const
    await add(...place, { title: 'Ort', lead: 'Frau Geheim', note: 'Geheime Notiz' }, { at: later(days(1)) })
    await add(...place, { title: 'Weg', status: 'verworfen', reason: 'Geheimer Grund' }, { at: later(days(2)) })
    await closeRound(scene.erika, second, nextYear)
    const { bytes } = await exportRound(scene.ida, second, 1, { t, now: later(days(600)), pdf: { owner: everybody } })
    const files = unzipSync(bytes)
    for (const [name, secrets] of [
      ['bericht-gremienfassung.pdf', false],
      ['bericht-arbeitsfassung.pdf', true],
    ] as const) {
      const text = bare((await readStructure(files[name]!)).pageTexts.join(''))
      for (const words of ['Seit dem letzten Mal', 'Von „2026“ (abgeschlossen am 23.11.2026)', 'Was aus den Maßnahmen wurde']) {
        expect(text).toContain(bare(words))
      }
      for (const secret of ['Geheime Anmerkung', 'Frau Geheim', 'Geheimer Grund']) {
        expect([secret, text.includes(bare(secret))]).toEqual([secret, secrets])
      }
      expect(text).not.toContain(bare('Geheime Notiz'))
    }
  }, 120_000)
})

test('the report of a round is for its members', async () => {
  const answer = await report(new Request(`http://127.0.0.1:3000/api/assessments/${second}/report`), {
    params: Promise.resolve({ id: second }),
  })
  expect(answer.status).toBe(404)
})
