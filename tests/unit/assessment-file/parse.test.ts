import { describe, expect, test } from '@jest/globals'
import { createTranslate, type MessageKey } from '@/lib/i18n/translate'
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

const t = createTranslate('de')
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

  test.each(['__proto__', 'constructor', 'toString'])('a key %s is told like any other that is unknown', (key) => {
    const answers = good.replace('raeume-praxis:', `${key}:`)
    const parsed = parseAssessmentFile(answers)
    // `constructor` looks like an id; that there is no such question, the questionnaire tells.
    if (parsed.ok) expect(Object.keys(parsed.file.answers)).toContain(key)
    else expect(problemsOf(answers)).toEqual([[9, 'shape']])
    expect(problemsOf(good.replace('name: Musterstadt', `${key}: x\n  __proto__: x`)).length).toBeGreaterThan(0)
  })

  test.each(['\\u202e', '\\0', '\\n', '\\ud800'])('a name of the Quartier with %s is refused, as in the form', (character) => {
    expect(problemsOf(good.replace('name: Nordviertel', `name: "Nord${character}viertel"`))).toEqual([[6, 'shape']])
  })

  test('is refused once when it is nested too deep to be read, whatever else the reader says', () => {
    for (const deep of ['['.repeat(20_000), `${'['.repeat(20_000)}${']'.repeat(20_000)}`]) {
      expect(problemsOf(`${good}  x: ${deep}\n`)).toEqual([[10, 'too-deep']])
    }
  })

  test('every kind of wrong shape has German words, and none of zod’s own', () => {
    const wrong = [
      ['mode: voll', 'mode: halb', 'Möglich sind nur: schnell, voll.'],
      ['mode: voll\n', '', 'Diese Angabe fehlt.'],
      ['mode: voll', 'mode: voll\nextra: 1', 'Diese Angabe ist hier nicht vorgesehen.'],
      ['name: Musterstadt', 'name: true', 'Erwartet wird eine andere Form.'],
      ['name: Musterstadt', `name: ${'x'.repeat(201)}`, 'Der Text ist zu lang. Möglich sind höchstens 200 Zeichen.'],
      ['name: Musterstadt', 'name: { value: 1, year: 3 }', 'Möglich ist mindestens 1900.'],
      ['name: Musterstadt', 'name: [A]', 'Eine Kennung besteht aus kleinen Buchstaben, Ziffern und einzelnen Bindestrichen.'],
      ['challenges: []', `challenges: [${'a, '.repeat(101)}]`, 'Möglich sind höchstens 100 Einträge.'],
      ['challenges: []', 'challenges: a', 'Erwartet wird eine Liste.'],
      ['name: Nordviertel', 'name: ""', 'Der Text ist leer.'],
      ['name: Nordviertel', 'name: "a\\u0007"', 'Der Text enthält ein Zeichen, das sich nicht speichern lässt (Zeichen 2).'],
      ['state: unknown', 'state: vielleicht', 'Möglich sind nur: answered, unknown, not_applicable, open.'],
      ['value: 1', 'value: 5', 'Möglich ist höchstens 4.'],
      ['value: 1', 'value: 1.5', 'Erwartet wird eine ganze Zahl.'],
      ['value: 1', 'value: eins', 'Erwartet wird eine Zahl.'],
      ['raeume-praxis:', 'Raeume:', 'Eine Kennung besteht aus kleinen Buchstaben, Ziffern und einzelnen Bindestrichen.'],
    ] as const
    for (const [old, changed, words] of wrong) {
      const parsed = parseAssessmentFile(good.replace(old, changed))
      const [problem] = parsed.ok ? [] : parsed.problems
      expect(problem && t(`cli.assess.problem.${problem.code}` as MessageKey, problem.values)).toContain(`“: ${words}`)
    }
  })

  test('cannot blow up through aliases', () => {
    const bomb = `a: &a [x, x]\nb: &b [*a, *a]\n${good}`
    expect(problemsOf(bomb)).toEqual([[2, 'alias']])
  })
})
