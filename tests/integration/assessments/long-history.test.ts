/** One answer, changed more often than anybody would. */
import { describe, expect, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { readHistory } from '@/lib/assessments/history-service'
import { limits } from '@/lib/assessments/limits'
import { saveAnswers } from '@/lib/assessments/service'
import { openDatabase } from '@/lib/db'
import { begin, later, now, useInstallation } from '../setup/installation'

useInstallation()
const question = 'rueckhalt-struktur'
const { whole, atMost, lookEvery } = limits.history

async function saver() {
  const { key, id } = await begin()
  let version = 0
  const save = async (formId: string, comment: string, shown = version) => {
    const answers = { [question]: { choice: '2', comment, clarifyWith: '', version: shown } }
    const result = await saveAnswers(byKey(key), id, { formId, answers }, later(version))
    version = result.versions[question] ?? version
    return result
  }
  return { save, version: () => version, history: async () => (await readHistory(byKey(key), id, 'rueckhalt', now))[question]! }
}

const kept = async () =>
  (await (await openDatabase()).client.answerChange.findMany({ orderBy: { version: 'asc' } })).map(({ version, formId }) => [
    version,
    formId,
  ])

describe('the history of an answer', () => {
  test('stays finite however many forms write in turn, and the newest versions are all there', async () => {
    const { save, version } = await saver()
    for (let count = 0; count < 3 * atMost; count += 1) await save(`form-${count % 2}`, `Fassung ${count}`)
    const versions = (await kept()).map(([one]) => one)
    expect(versions.length).toBeLessThanOrEqual(atMost + lookEvery)
    expect(versions.slice(-whole)).toEqual(Array.from({ length: whole }, (_, index) => version() - whole + 1 + index))
  })

  test('keeps what was there before somebody else began to write, while one form goes on saving', async () => {
    const { save, version, history } = await saver()
    await save('erika', 'von Erika')
    for (let count = 1; count < 2 * whole; count += 1) await save('otto', `Entwurf ${count}`)
    expect(version()).toBe(2 * whole)
    const versions = await kept()
    expect(versions.slice(0, 2)).toEqual([
      [1, 'erika'],
      [2, 'otto'],
    ])
    expect(versions).toHaveLength(whole + 2)
    const comments = (await history()).map(({ comment }) => comment)
    expect([comments[0], comments.at(-1)]).toEqual([`Entwurf ${2 * whole - 1}`, 'von Erika'])
  })

  test('a form that showed a version nobody remembers overwrites nothing: both are shown', async () => {
    const { save, version } = await saver()
    await save('erika', 'von Erika')
    for (let count = 0; count < 2 * whole; count += 1) await save('otto', `Entwurf ${count}`)
    const shown = 10
    expect((await kept()).map(([one]) => one)).not.toContain(shown + 1)
    const before = version()
    const { conflicts } = await save('alte-seite', 'lange offen', shown)
    expect([conflicts.length, version()]).toEqual([1, before])
  })
})
