/** Two forms of one page, shown at the same time: the second never overwrites the first unseen. */
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readWorkspace, saveWorkspaceProfile } from '@/lib/accounts/workspace-service'
import { byKey } from '@/lib/accounts/actor'
import { decideMeasure, readAssessment, saveChallenges, saveDetails, savePlace, saveProfile } from '@/lib/assessments/service'
import { stateMark } from '@/lib/assessments/shown-state'
import type { AssessmentView } from '@/lib/assessments/types'
import { firstWorkspace } from '../accounts/people'
import { begin, now, useInstallation } from '../setup/installation'

useInstallation()
const measure = 'rueckhalt-beginnen'
const refused = expect.objectContaining({ code: 'changed-meanwhile' })

/** What a form shows of an assessment, how it is saved, and what becomes of it. */
const forms: Record<
  string,
  {
    shows: (view: AssessmentView) => unknown
    save: (key: string, id: string, which: number, shown?: string) => Promise<unknown>
  }
> = {
  profile: {
    shows: ({ profile }) => profile,
    save: (key, id, which, shown) => saveProfile(byKey(key), id, { name: `Stadt ${which}` }, now, shown),
  },
  place: {
    shows: ({ place }) => place?.name ?? '',
    save: (key, id, which, shown) => savePlace(byKey(key), id, `Viertel ${which}`, now, shown),
  },
  challenges: {
    shows: (view) => view.challenges,
    save: (key, id, which, shown) =>
      saveChallenges(byKey(key), id, [which === 1 ? 'konzentration' : 'nebeneinander'], now, shown),
  },
  details: {
    shows: ({ details: { agreedOn, answeredBy } }) => ({ agreedOn, answeredBy }),
    save: (key, id, which, shown) => saveDetails(byKey(key), id, { agreedOn: null, answeredBy: [`Amt ${which}`] }, now, shown),
  },
  decisions: {
    shows: ({ decisions }) => {
      const taken = decisions[measure]
      return taken ? { decision: taken.decision, reason: taken.reason } : null
    },
    save: (key, id, which, shown) =>
      decideMeasure(byKey(key), id, measure, { decision: 'nicht-vorgesehen', reason: `Grund ${which}` }, now, shown),
  },
}

describe.each(Object.entries(forms))('%s', (_, { shows, save }) => {
  test('saved since the form was shown is not overwritten; shown anew it is', async () => {
    const { id, key } = await begin()
    const view = () => readAssessment(byKey(key), id, now)
    const shown = stateMark(shows(await view()))
    await save(key, id, 1, shown)
    const first = shows(await view())
    await expect(save(key, id, 2, shown)).rejects.toEqual(refused)
    expect(shows(await view())).toEqual(first)
    // Sent twice it is the same submission.
    await save(key, id, 1, shown)
    await save(key, id, 2, stateMark(first))
    expect(shows(await view())).not.toEqual(first)
  })
})

test('the profile of a workspace neither', async () => {
  const { workspaceId, koordination } = await firstWorkspace()
  const profile = async () => (await readWorkspace(koordination, workspaceId)).profile
  const shown = stateMark(await profile())
  await saveWorkspaceProfile(koordination, workspaceId, { name: 'Neustadt' }, now, shown)
  await expect(saveWorkspaceProfile(koordination, workspaceId, { name: 'Altstadt' }, now, shown)).rejects.toEqual(refused)
  expect(await profile()).toEqual({ name: 'Neustadt' })
})

test('the mark is the same for the same content in any order of keys, and another for other content', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()))
  // Content as JSON gives it: the kind of object is no difference.
  const content = fc.dictionary(fc.string(), value, { noNullPrototype: true })
  fc.assert(
    fc.property(content, content, (one, other) => {
      const turned = Object.fromEntries(Object.entries(one).toReversed())
      expect(stateMark(turned)).toBe(stateMark(one))
      expect(stateMark(other) === stateMark(one)).toBe(isDeepStrictEqual(one, other))
    }),
  )
})
