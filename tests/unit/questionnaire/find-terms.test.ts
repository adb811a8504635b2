import { describe, expect, test } from '@jest/globals'
import { findTerms } from '@/lib/questionnaire/find-terms'

const term = (id: string, ...forms: string[]) => ({ id, term: forms[0]!, forms, explanation: `${id}.` })
const ids = (terms: readonly { id: string }[]) => terms.map(({ id }) => id)

describe('findTerms', () => {
  test('finds a term by any of its spellings', () => {
    const glossary = [term('gremium', 'Gremium', 'Gremien')]
    expect(ids(findTerms(glossary, ['Welche Gremien gibt es?']))).toEqual(['gremium'])
  })

  test('takes whole words only, also beside umlauts', () => {
    const glossary = [term('rat', 'Rat'), term('amt', 'Amt')]
    expect(findTerms(glossary, ['Beratung im Ämterhaus', 'Amtübergabe'])).toEqual([])
    expect(ids(findTerms(glossary, ['Der Rat beschließt.', 'das Amt']))).toEqual(['rat', 'amt'])
  })

  test('reads signs in a spelling as they stand', () => {
    const glossary = [term('geh', 'Geh-Struktur'), term('stadt', 'Bürger*innen (alle)')]
    expect(ids(findTerms(glossary, ['eine Geh-Struktur', 'Bürger*innen (alle)']))).toEqual(['geh', 'stadt'])
    expect(findTerms(glossary, ['eine GehXStruktur'])).toEqual([])
  })

  test('gives each term once, in the order of the glossary', () => {
    const glossary = [term('a', 'Alpha'), term('b', 'Beta')]
    expect(ids(findTerms(glossary, ['Beta und Alpha', 'Alpha']))).toEqual(['a', 'b'])
  })
})
