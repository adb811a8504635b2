/** The published content against the instrument's contract: what is asked, of whom, and what carries a level. */
import { describe, expect, test } from '@jest/globals'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { instrumentOutline } from '@/tests/factories/instrument-outline'

const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
const outline = Object.entries(instrumentOutline.levels)

describe('the Drei-Ebenen-Check', () => {
  test('has the 23 factors in their order, with their subject and foundations', () => {
    expect(
      questionnaire.levels.map(({ id, factors }) => [
        id,
        factors.map((factorId) => {
          const factor = questionnaire.factorById.get(factorId)!
          return [factor.id, factor.subject, factor.foundation]
        }),
      ]),
    ).toEqual(
      outline.map(([id, factors]) => [
        id,
        factors.map((factor) => [factor.id, factor.subject ?? 'kommune', factor.foundation ?? false]),
      ]),
    )
  })

  test('caps vor-ort by quartiermanagement unless aufsuchend is met, and nothing else has an alternative', () => {
    const alternatives = questionnaire.levels.flatMap(({ foundations }) =>
      foundations.map(({ factor, capAlternatives }) => [factor, capAlternatives]),
    )
    expect(alternatives).toEqual([
      ['rueckendeckung', []],
      ['zustaendigkeit', []],
      ['schnittstelle', []],
      ['raeume', []],
      ['quartiermanagement', ['aufsuchend']],
    ])
  })

  test('asks 46 questions and knows at least 46 measures, nine challenges and one condition', () => {
    expect(questionnaire.questionById.size).toBe(46)
    expect(questionnaire.measures.length).toBeGreaterThanOrEqual(46)
    expect(questionnaire.challenges).toHaveLength(9)
    expect(
      questionnaire.factors.filter(({ appliesWhen }) => appliesWhen).map(({ id, appliesWhen }) => [id, appliesWhen?.notIn]),
    ).toEqual([['landkreis', ['kreisfrei']]])
  })

  test('takes examples from all six towns, each from a chapter of that town or from chapter 6', () => {
    const chapterOf: Record<string, string> = {
      'Bad Hersfeld': '5.2',
      Merzig: '5.3',
      Mühlacker: '5.4',
      Pirmasens: '5.5',
      Saalfeld: '5.6',
      Weißenfels: '5.7',
    }
    const examples = questionnaire.measures.map(({ id, example }) => ({ id, ...example }))
    expect([...new Set(examples.map(({ town }) => town))].toSorted()).toEqual(Object.keys(chapterOf).toSorted())
    const foreign = examples.filter(({ town, chapters }) =>
      chapters.some((chapter) => chapter.startsWith('5.') && chapter !== '5.1' && !chapter.startsWith(chapterOf[town]!)),
    )
    expect(foreign).toEqual([])
  })

  test('uses the three model questions word for word', () => {
    const wording = (id: string) => {
      const { stem, help, options } = questionnaire.questionById.get(id)!
      return [stem, help, ...Object.values(options)]
    }
    expect(wording('rueckendeckung-struktur')).toEqual([
      'Wie befasste sich die Stadtspitze in den letzten 12 Monaten mit dem Zusammenleben?',
      'Gemeint sind Bürgermeister*in und Beigeordnete persönlich. Belege: Vermerke, Protokolle, Vorlagen.',
      'Gar nicht; das Thema lag allein bei der Arbeitsebene.',
      'Nur bei konkretem Anlass, etwa einem Konflikt.',
      'Sie ließ sich mindestens zweimal berichten, auch ohne Anlass.',
      'Außerdem nahm sie mindestens zweimal selbst an einem Abstimmungsgremium teil.',
      'Außerdem brachte sie mindestens ein Ergebnis daraus zur Entscheidung.',
    ])
    expect(wording('schnittstelle-struktur')).toEqual([
      'Wie ist die Vermittlung zwischen Rathaus und dem genannten Quartier geregelt?',
      'Vermitteln heißt: Anliegen weitergeben, Antworten zurückbringen. Belege: Auftrag, Stellenbeschreibung.',
      'Niemand vermittelt; Anliegen gehen an wechselnde Stellen.',
      'Einzelne vermitteln gelegentlich, aus eigenem Antrieb.',
      'Eine bestimmte Person oder Stelle ist beiden Seiten dafür bekannt.',
      'Außerdem hat sie dafür einen schriftlichen Auftrag von Stadtspitze oder Rat.',
      'Außerdem ist Arbeitszeit dafür unbefristet oder noch drei Jahre gesichert.',
    ])
    expect(wording('raeume-struktur')).toEqual([
      'Welche räumliche Anlaufstelle steht den Menschen im genannten Quartier offen?',
      'Auch Wohnung, Laden, Schule oder Container zählen. Belege: Öffnungszeiten, Mietvertrag.',
      'Im Quartier gibt es keine.',
      'Räume werden nur von Fall zu Fall überlassen.',
      'Ein Raum ist jede Woche zu festen Zeiten offen.',
      'Außerdem nutzen ihn mindestens zwei Stellen jede Woche.',
      'Außerdem ist er für mindestens drei Jahre gesichert.',
    ])
  })
})
