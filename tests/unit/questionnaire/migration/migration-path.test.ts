import { describe, expect, test } from '@jest/globals'
import { findMigrationPath } from '@/lib/questionnaire/migration/migration-path'
import { buildVersions, pathBetween } from '@/tests/factories/build-version'
import { instrumentOutline } from '@/tests/factories/instrument-outline'

const down = { '0': 0, '1': 1, '2': 1, '3': 3, '4': 4 } as const
const lower = { '0': 0, '1': 0, '2': 2, '3': 2, '4': 4 } as const

const versions = buildVersions(
  instrumentOutline,
  {
    changes: {
      'raeume-praxis': 'reworded',
      'netzwerke-praxis': 'replaced',
      'image-praxis': { mapping: down },
      'begegnung-praxis': { mapping: down },
      'strategie-praxis': { mapping: down },
    },
  },
  {
    changes: {
      'raeume-praxis': { mapping: down },
      'netzwerke-praxis-2': 'replaced',
      'image-praxis': { mapping: lower },
      'begegnung-praxis': 'reworded',
      'landkreis-praxis': 'replaced',
    },
  },
)
const [first, second, third] = versions.map(({ questionnaire }) => questionnaire)
const load = (version: string) => versions.find(({ questionnaire }) => questionnaire.version === version)?.questionnaire ?? null

describe('the fates on a path', () => {
  test('of one step are those of its migration, and kept for all others', () => {
    const { fates } = pathBetween(versions, 0, 1)
    expect(fates.get('raeume-praxis')).toEqual({ kind: 'reworded' })
    expect(fates.get('netzwerke-praxis')).toEqual({ kind: 'dropped' })
    expect(fates.get('netzwerke-praxis-2')).toEqual({ kind: 'added' })
    expect(fates.get('image-praxis')).toEqual({ kind: 'scale-changed', mapping: down })
    expect(fates.get('raeume-struktur')).toEqual({ kind: 'kept' })
    expect(fates.size).toBe(47)
  })

  test('of two steps are composed', () => {
    const { fates, through } = pathBetween(versions, 0, 2)
    expect(through.map(({ version }) => version)).toEqual(['1.1.0', '1.2.0'])
    // Asked anew once, the old answer is not translated afterwards.
    expect(fates.get('raeume-praxis')).toEqual({ kind: 'reworded' })
    expect(fates.get('begegnung-praxis')).toEqual({ kind: 'reworded' })
    expect(fates.get('image-praxis')).toEqual({
      kind: 'scale-changed',
      mapping: { '0': 0, '1': 0, '2': 0, '3': 2, '4': 4 },
    })
    expect(fates.get('strategie-praxis')).toEqual({ kind: 'scale-changed', mapping: down })
    expect(fates.get('netzwerke-praxis')).toEqual({ kind: 'dropped' })
    expect(fates.get('landkreis-praxis')).toEqual({ kind: 'dropped' })
    expect(fates.get('netzwerke-praxis-3')).toEqual({ kind: 'added' })
    // Came and went between the two.
    expect(fates.has('netzwerke-praxis-2')).toBe(false)
  })

  test('stand in the order of the new version, dropped questions last', () => {
    const { fates, to } = pathBetween(versions, 0, 2)
    expect([...fates.keys()]).toEqual([...to.questionById.keys(), 'landkreis-praxis', 'netzwerke-praxis'])
  })

  test('never take over an answer whose question changed without being listed', () => {
    const silent = { ...second!, migration: { from: '1.0.0', questions: [] } }
    const found = findMigrationPath(first!, silent, load)
    if (!found.ok) throw new Error(found.reason)
    expect(found.path.fates.get('image-praxis')).toEqual({ kind: 'reworded' })
    expect(found.path.fates.get('netzwerke-praxis')).toEqual({ kind: 'dropped' })
    expect(found.path.fates.get('netzwerke-praxis-2')).toEqual({ kind: 'added' })
  })
})

describe('there is no path', () => {
  const apart = (version: string, from: string | null) => ({
    ...third!,
    version,
    migration: from === null ? null : { from, questions: [] },
  })

  test.each([
    ['to the same version', first!, first!, 'same-version', '1.0.0'],
    ['to an older version', third!, first!, 'not-newer', '1.0.0'],
    ['to another questionnaire', first!, { ...third!, id: 'anderer' }, 'other-questionnaire', '1.2.0'],
    ['without a migration', first!, apart('1.2.0', null), 'no-path', '1.2.0'],
    ['if a version between is not there', first!, apart('2.0.0', '1.5.0'), 'no-path', '2.0.0'],
    ['if the start is passed by', second!, apart('2.0.0', '1.0.0'), 'no-path', '2.0.0'],
    ['in a circle', first!, apart('2.0.0', '2.0.0'), 'no-path', '2.0.0'],
  ])('%s', (_, from, to, reason, at) => {
    expect(findMigrationPath(from, to, load)).toEqual({ ok: false, reason, at })
  })
})
