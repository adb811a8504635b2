import { describe, expect, test } from '@jest/globals'
import { parseAssessmentFile } from '@/lib/assessment-file/parse'

const good = `questionnaire: { id: drei-ebenen-check, version: 1.0.0 }
mode: voll
profile:
  name: Musterstadt
challenges: []
quartier: { name: Nordviertel }
answers:
  raeume-struktur: { state: answered, value: 1 }
  raeume-praxis: { state: unknown, clarify: Stadtplanung }
`

const problemsOf = (text: string) => {
  const parsed = parseAssessmentFile(text)
  return parsed.ok ? [] : parsed.problems.map(({ line, code }) => [line, code])
}

describe('a coded answer file', () => {
  test('gives its answers', () => {
    const parsed = parseAssessmentFile(good)
    expect(parsed.ok && parsed.file.answers['raeume-struktur']).toEqual({ state: 'answered', value: 1 })
  })

  test('may be JSON, which is YAML too', () => {
    const json = JSON.stringify({
      questionnaire: { id: 'drei-ebenen-check', version: '1.0.0' },
      mode: 'schnell',
      profile: {},
      quartier: { name: 'Gesamtstadt' },
      answers: {},
    })
    expect(parseAssessmentFile(json).ok).toBe(true)
  })

  test.each([
    ['broken YAML', good.replace('mode: voll', 'mode: ]voll'), [2, 'syntax']],
    ['an unknown mode', good.replace('mode: voll', 'mode: halb'), [2, 'shape']],
    ['a value over 4', good.replace('value: 1', 'value: 5'), [8, 'shape']],
    ['a value that is text', good.replace('value: 1', "value: '1'"), [8, 'shape']],
    ['an unknown state', good.replace('state: unknown', 'state: vielleicht'), [9, 'shape']],
    ['an answer without value', good.replace(', value: 1', ''), [8, 'shape']],
    ['an unknown key', good.replace('clarify:', 'klaeren:'), [9, 'shape']],
    ['a comment over 4000 characters', good.replace('value: 1', `value: 1, comment: ${'x'.repeat(4001)}`), [8, 'shape']],
    ['no Quartier', good.replace('quartier: { name: Nordviertel }\n', ''), [1, 'shape']],
    ['a duplicate answer', good.replace('raeume-praxis', 'raeume-struktur'), [9, 'syntax']],
    ['an empty file', '', [1, 'shape']],
  ])('is refused with its line: %s', (_, text, expected) => {
    expect(problemsOf(text)).toContainEqual(expected)
  })

  test('cannot blow up through aliases', () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\n${good}`
    expect(problemsOf(bomb)).toEqual([[2, 'alias']])
  })
})
