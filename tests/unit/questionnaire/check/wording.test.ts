import { describe, expect, test } from '@jest/globals'
import { checkWording, countWords } from '@/lib/questionnaire/check/check-wording'
import { parseContent } from '@/lib/questionnaire/parse-content'
import { edited, findings, lineOf, smallContent } from '@/tests/factories/broken-content'

const files = smallContent
const path = 'factors/runde.yml'
const stem = 'In welcher Runde stimmen sich die Ämter zum Zusammenleben ab?'
const option = 'Eine benannte Runde trifft sich alle drei Monate.'
const words = (count: number) => Array.from({ length: count }, (_, index) => `Wort${index}`).join(' ')
const stemLine = lineOf(files, path, stem)
const optionLine = lineOf(files, path, option)

describe('word limits (rule 8)', () => {
  test.each<[string, string, number]>([
    [stem, 'stem', 20],
    [option, '2', 18],
    ["'Belege: Vermerke, Protokolle.'", 'help', 40],
    ['Auch eine mündliche Absprache reicht für die dritte Antwort.', 'enough', 60],
    ['Aufgaben liegen bei vielen Ämtern zugleich.', 'why', 25],
    ['schriftlicher Auftrag der Runde', '3', 6],
    ["'Beim Thema Runde ist ein Teil geregelt.'", 'im-aufbau', 28],
  ])('%s: one word more than allowed', (text, key, limit) => {
    const mark = key === 'stem' ? '?' : ''
    const line = lineOf(files, path, text)
    expect(findings(edited(files, path, text, words(limit) + mark))).toEqual([])
    expect(findings(edited(files, path, text, words(limit + 1) + mark))).toEqual([`${path}:${line} too-many-words ${key}`])
  })

  test('title of a measure', () => {
    const measure = 'measures/runde-beginnen.yml'
    expect(findings(edited(files, measure, 'title: Runde einrichten', `title: ${words(11)}`))).toEqual([
      `${measure}:${lineOf(files, measure, 'title:')} too-many-words title`,
    ])
  })

  test('a dash is no word, a number is one', () => {
    expect(countWords('Rathaus – Quartier')).toBe(2)
    expect(countWords('12 Monate')).toBe(2)
    expect(countWords('  ')).toBe(0)
  })
})

const { parts } = parseContent(files)

/** Refused words in the third option of one question. */
function refusedIn(text: string) {
  const changed = parts!.factors
    .filter(({ file }) => file === path)
    .map(({ file, value }) => ({
      file,
      value: {
        ...value,
        questions: value.questions.slice(0, 1).map((question) => ({ ...question, options: { ...question.options, '2': text } })),
      },
    }))
  return checkWording({ ...parts!, factors: changed, measures: [] }).map(({ values }) => values['word'])
}

describe('refused words (rule 4)', () => {
  test.each([
    'regelmäßig',
    'regelmäßige',
    'oft',
    'öfter',
    'häufig',
    'häufiger',
    'häufigen',
    'gut',
    'guten',
    'ausreichend',
    'ausreichende',
    'genügend',
    'angemessenes',
    'viel',
    'viele',
    'vielen',
    'manchmal',
    'meist',
    'meistens',
    'meisten',
    'selten',
    'seltener',
    'intensiv',
    'intensiver',
    'stark',
    'starken',
    'stärker',
    'eng',
    'enge',
    'enger',
    'aktiv',
    'aktive',
    'umfassend',
    'umfassenden',
    'Regelmäßig',
    'ggf.',
  ])('„%s“', (word) => {
    expect(refusedIn(`Eine Runde trifft sich ${word} im Haus.`)).toEqual([word])
  })

  test.each([
    'Gutachten',
    'engagiert',
    'aktivieren',
    'vielfältig',
    'Aktivierung',
    'Stärken',
    'begutachtet',
    'Meister*in',
    'Engpass',
    'mehr',
  ])('„%s“ is another word', (word) => {
    expect(refusedIn(`Eine Runde trifft sich ${word} im Haus.`)).toEqual([])
  })

  test('names file and line', () => {
    expect(findings(edited(files, path, option, 'Eine Runde trifft sich oft.'))).toEqual([
      `${path}:${optionLine} refused-word runde-struktur`,
    ])
  })

  test('„gelegentlich“ describes the first rung only', () => {
    expect(findings(edited(files, path, option, 'Eine Runde trifft sich gelegentlich.'))).toEqual([
      `${path}:${optionLine} refused-word runde-struktur`,
    ])
    expect(findings(edited(files, path, 'Sie treffen sich bei Anlass.', 'Sie treffen sich gelegentlich.'))).toEqual([])
  })
})

describe('stems (rules 1 and 8)', () => {
  test.each([
    ['In welcher Runde treffen sich die Ämter nicht?', 'negated-stem'],
    ['Warum gibt es keine Runde?', 'negated-stem'],
    ['Welche Ämter stimmen sich ohne Runde ab?', 'negated-stem'],
    ['Die Ämter stimmen sich ab.', 'not-a-question'],
    ['Wie sind Runde und Auftrag geregelt?', 'joined-objects'],
    ['Welche Runde oder welches Gremium gibt es?', 'joined-objects'],
    ['Wie vermittelt die Runde zwischen Rathaus und Quartier und Vereinen?', 'joined-objects'],
  ])('%s', (text, code) => {
    expect(findings(edited(files, path, stem, text))).toEqual([`${path}:${stemLine} ${code} runde-struktur`])
  })

  test.each([
    'Wie läuft der Austausch zwischen Rathaus und dem genannten Quartier?',
    'Was besprachen Rathaus und genanntes Quartier in den letzten 12 Monaten?',
    'Welches Bündnis nahm in den letzten 12 Monaten wie oft teil?',
  ])('%s', (text) => {
    expect(findings(edited(files, path, stem, text))).toEqual([])
  })

  test('what a body decides is put as a question', () => {
    const measure = 'measures/runde-beginnen.yml'
    expect(
      findings(edited(files, measure, 'decision: Soll das so eingerichtet werden?', 'decision: Das wird so eingerichtet.')),
    ).toEqual([`${measure}:${lineOf(files, measure, 'decision: ')} not-a-question runde-beginnen`])
  })
})

describe('features (rule 9)', () => {
  test('the same one twice, whatever its case and punctuation', () => {
    const twice = edited(files, path, "'3': schriftlicher Auftrag der Runde", "'3': Gesicherte Arbeitszeit.")
    const line = lineOf(files, 'factors/vermittlung.yml', "'4': gesicherte Arbeitszeit")
    expect(findings(twice)).toEqual([`factors/vermittlung.yml:${line} feature-twice gesicherte Arbeitszeit`])
  })

  test('an absence may be named alike', () => {
    expect(findings(edited(files, path, "'0': keine Abstimmung", "'0': kein Anlass"))).toEqual([])
  })
})
