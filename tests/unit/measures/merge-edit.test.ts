import { describe, expect, test } from '@jest/globals'
import { mergeEdit } from '@/lib/measures/merge-edit'
import { measureFields } from '../../factories/measure'

const base = measureFields()

describe('two edits of one measure', () => {
  test('of different fields are both taken', () => {
    const { merged, conflicts } = mergeEdit(base, measureFields({ lead: 'Bauamt' }), measureFields({ note: 'Ortstermin' }))
    expect(merged).toEqual(measureFields({ lead: 'Bauamt', note: 'Ortstermin' }))
    expect(conflicts).toEqual([])
  })

  test('of one field to the same content agree', () => {
    const same = measureFields({ lead: 'Bauamt' })
    expect(mergeEdit(base, same, same)).toEqual({ merged: same, conflicts: [] })
  })

  test('of one field to different contents are told, in the order of the form', () => {
    const stored = measureFields({ note: 'dort', title: 'dort', lead: 'dort' })
    const { merged, conflicts } = mergeEdit(base, stored, measureFields({ title: 'hier', note: 'hier' }))
    expect(conflicts).toEqual(['title', 'note'])
    expect(merged).toEqual(measureFields({ title: 'hier', note: 'hier', lead: 'dort' }))
  })

  test('nothing changed here leaves what was stored', () => {
    const stored = measureFields({ status: 'erledigt', note: 'fertig' })
    expect(mergeEdit(base, stored, base)).toEqual({ merged: stored, conflicts: [] })
  })

  test('a status and its reason are never mixed from two people', () => {
    const stored = measureFields({ reason: 'Förderung beantragt' })
    const mine = measureFields({ status: 'verworfen', reason: 'kein Geld' })
    expect(mergeEdit(base, stored, mine).conflicts).toEqual(['status', 'reason'])
    expect(mergeEdit(base, measureFields({ status: 'laeuft' }), measureFields({ reason: 'x' })).conflicts).toEqual([
      'status',
      'reason',
    ])
  })
})
