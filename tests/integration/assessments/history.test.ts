import { describe, expect, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { readHistory } from '@/lib/assessments/history-service'
import { readAssessment, saveAnswers } from '@/lib/assessments/service'
import { newId } from '@/lib/assessments/secret'
import { openDatabase } from '@/lib/db'
import { later, now, days, useInstallation } from '../setup/installation'
import { useScene } from '../rounds/claimed-check'

useInstallation()
const scene = useScene()
const question = 'rueckhalt-struktur'
const refused = (code: string) => expect.objectContaining({ code })
const told = async () =>
  (await readHistory(scene.ida, scene.id, 'rueckhalt', later(days(9))))[question]?.map(({ answer, comment, by, origin }) => [
    answer.state === 'answered' && answer.value,
    comment,
    by,
    origin.kind,
  ])

/** Otto and Erika opened the question with version 1; Otto saves first. */
async function conflict() {
  await scene.claim()
  await scene.save(scene.otto, '1', 1)
  const mine = { choice: '4', comment: 'Beschluss vom Mai', clarifyWith: '', version: 1 }
  const { conflicts } = await saveAnswers(
    scene.erika,
    scene.id,
    { formId: 'erika', answers: { [question]: mine } },
    later(days(1)),
  )
  expect(conflicts.map(({ stored }) => stored.version)).toEqual([2])
  return { ...mine, version: 2 }
}

describe('two people on one answer', () => {
  test('the stored one is kept: both stay in the history, and nothing else changes', async () => {
    const mine = await conflict()
    const before = (await readAssessment(scene.ida, scene.id, now)).answers[question]
    const answers = { [question]: { ...mine, setAside: true } }
    const { versions, conflicts } = await saveAnswers(scene.erika, scene.id, { formId: 'wahl', answers }, later(days(2)))
    expect([versions, conflicts]).toEqual([{ [question]: 4 }, []])
    expect((await readAssessment(scene.ida, scene.id, now)).answers[question]).toEqual({
      ...before,
      version: 4,
      updatedAt: later(days(2)),
    })
    expect(await told()).toEqual([
      [4, 'Beschluss vom Mai', 'Erika', 'set-aside'],
      [1, 'Protokoll 3/26', 'Otto', 'saved'],
      [3, 'Protokoll 3/26', null, 'saved'],
    ])
  })

  test('the own one is taken: both stay in the history', async () => {
    const mine = await conflict()
    await saveAnswers(scene.erika, scene.id, { formId: 'wahl', answers: { [question]: mine } }, later(days(2)))
    expect(await told()).toEqual([
      [4, 'Beschluss vom Mai', 'Erika', 'saved'],
      [1, 'Protokoll 3/26', 'Otto', 'saved'],
      [3, 'Protokoll 3/26', null, 'saved'],
    ])
  })

  test('changed once more before the choice: asked once more, nothing is set aside', async () => {
    const mine = await conflict()
    await scene.save(scene.otto, '0', 2)
    const answers = { [question]: { ...mine, setAside: true } }
    const { conflicts } = await saveAnswers(scene.erika, scene.id, { formId: 'wahl', answers }, later(days(2)))
    expect(conflicts.map(({ stored }) => stored.version)).toEqual([3])
    expect((await told())?.map(([value]) => value)).toEqual([0, 1, 3])
  })

  test('a person who is deleted is no longer named', async () => {
    await conflict()
    const { client } = await openDatabase()
    await client.user.delete({ where: { id: scene.otto.userId } })
    expect((await told())?.[0]).toEqual([1, 'Protokoll 3/26', null, 'saved'])
  })
})

test('foreign, absent and unknown look the same', async () => {
  await scene.claim()
  const nobody = byKey(scene.key)
  for (const attempt of [
    () => readHistory(nobody, scene.id, 'rueckhalt', now),
    () => readHistory(scene.ida, newId(), 'rueckhalt', now),
    () => readHistory(scene.ida, scene.id, 'mond', now),
  ]) {
    await expect(attempt()).rejects.toEqual(refused('not-found'))
  }
})
