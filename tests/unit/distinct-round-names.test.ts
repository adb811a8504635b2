import { describe, expect, test } from '@jest/globals'
import { distinctRoundNames } from '@/app/_workspace/distinct-round-names'

const none = { periodFrom: null, periodTo: null, closedAt: null }
const year = (of: number) => ({ periodFrom: `${of}-01-01`, periodTo: `${of}-12-31` })
const begun = (day: string) => new Date(`${day}T10:00:00Z`)

/** The names in the order of the given rounds. */
function namesOf(rounds: readonly (Omit<Parameters<typeof distinctRoundNames>[0][number], 'id'> & { id?: string })[]) {
  const withIds = rounds.map((round, index) => ({ ...round, id: `round-${index}` }))
  const names = distinctRoundNames(withIds)
  return withIds.map(({ id }) => names.get(id))
}

describe('names of rounds to choose from', () => {
  test('a name that only one has stays as it is', () => {
    expect(
      namesOf([
        { ...none, ...year(2027), name: '2027', createdAt: begun('2027-02-01') },
        { ...none, name: '', createdAt: begun('2026-02-01') },
      ]),
    ).toEqual(['2027', 'Ohne Namen, begonnen am 01.02.2026'])
  })

  test('the same name is told apart by the period, else by the day', () => {
    expect(
      namesOf([
        { ...none, ...year(2027), name: 'Stadt', createdAt: begun('2027-02-01') },
        { ...none, ...year(2026), name: 'stadt ', createdAt: begun('2026-02-01') },
        { ...none, name: 'Stadt', createdAt: begun('2025-02-01') },
        { ...none, name: 'Stadt', createdAt: begun('2024-02-01'), closedAt: begun('2024-05-03') },
      ]),
    ).toEqual([
      'Stadt, 01.01.2027 bis 31.12.2027',
      'stadt , 01.01.2026 bis 31.12.2026',
      'Stadt, begonnen am 01.02.2025',
      'Stadt, abgeschlossen am 03.05.2024',
    ])
  })

  test('forty of one name and period have forty names, numbered from the first one on', () => {
    const days = Array.from({ length: 40 }, (_, index) => new Date(begun('2026-01-01').getTime() + index * 60_000)).toReversed()
    const names = namesOf(days.map((createdAt) => ({ ...none, ...year(2026), name: '2026', createdAt })))
    expect(new Set(names).size).toBe(40)
    expect(names.at(-1)).toBe('2026, 01.01.2026 bis 31.12.2026')
    expect(names[0]).toBe('2026, 01.01.2026 bis 31.12.2026 (40)')
  })

  test('a name that looks like a numbered one is not given twice', () => {
    const full = '2026, 01.01.2026 bis 31.12.2026 (2)'
    const names = namesOf([
      { ...none, ...year(2026), name: '2026', createdAt: begun('2026-03-01') },
      { ...none, ...year(2026), name: '2026', createdAt: begun('2026-02-01') },
      { ...none, ...year(2026), name: full, createdAt: begun('2026-01-01') },
    ])
    expect(new Set(names).size).toBe(3)
  })
})
