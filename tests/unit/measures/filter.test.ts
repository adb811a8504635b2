import { expect, test } from '@jest/globals'
import { filterMeasures, filterSchema, leadsOf } from '@/lib/measures/filter'
import { measureView } from '../../factories/measure'

const measures = [
  measureView({ id: 'a', levelId: 'verwaltung', lead: 'Jugendamt', status: 'geplant', overdue: true }),
  measureView({ id: 'b', levelId: 'vor-ort', lead: 'jugendamt ', status: 'laeuft' }),
  measureView({ id: 'c', levelId: 'vor-ort', lead: 'Ämterrunde', status: 'erledigt' }),
  measureView({ id: 'd', levelId: 'vor-ort', lead: '', status: 'verworfen' }),
]
const idsFor = (filter: object) => filterMeasures(measures, filterSchema.parse(filter)).map(({ id }) => id)

test.each([
  [{}, ['a', 'b', 'c', 'd']],
  [{ level: 'vor-ort' }, ['b', 'c', 'd']],
  [{ lead: 'Jugendamt' }, ['a', 'b']],
  [{ status: 'offen' }, ['a', 'b']],
  [{ status: 'ueberfaellig' }, ['a']],
  [{ status: 'verworfen' }, ['d']],
  [{ level: 'vor-ort', lead: 'Jugendamt', status: 'laeuft' }, ['b']],
  [{ lead: 'Niemand' }, []],
])('%j lets through %j', (filter, ids) => {
  expect(idsFor(filter)).toEqual(ids)
})

test('what the address may hold beside that shows everything', () => {
  expect(idsFor({ level: 'oben', lead: ['x'], status: '"><script>' })).toHaveLength(4)
})

test('each lead is offered once, by the alphabet', () => {
  expect(leadsOf(measures)).toEqual(['Ämterrunde', 'Jugendamt'])
})
