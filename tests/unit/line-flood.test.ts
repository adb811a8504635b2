import { expect, test } from '@jest/globals'
import { LineFlood } from '@/lib/line-flood'

const minute = 60_000
const admitted = (flood: LineFlood, kind: string, times: number, now: number) =>
  Array.from({ length: times }, () => flood.admits(kind, now)).filter(Boolean).length

test('so many of a kind are told in a minute, however often the others come', () => {
  const flood = new LineFlood(3, minute)
  expect(admitted(flood, 'login-wrong', 1_000, 0)).toBe(3)
  expect(admitted(flood, 'forbidden', 2, 0)).toBe(2)
  expect(admitted(flood, 'login-wrong', 10, minute - 1)).toBe(0)
  expect(admitted(flood, 'login-wrong', 10, minute)).toBe(3)
})

test('what was left out is told once, by its number', () => {
  const flood = new LineFlood(3, minute)
  admitted(flood, 'login-wrong', 1_000, 0)
  admitted(flood, 'login-wrong', 5, minute)
  admitted(flood, 'forbidden', 3, minute)
  expect(flood.takeLeftOut()).toEqual([['login-wrong', 999]])
  expect(flood.takeLeftOut()).toEqual([])
})
