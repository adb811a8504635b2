import { describe, expect, test } from '@jest/globals'
import { createTranslate } from '@/lib/i18n/translate'
import { writeCsv } from '@/lib/csv'
import { calendarEntries, planRows } from '@/lib/measures/plan-files'
import { measureView } from '../../factories/measure'

const t = createTranslate('de')

describe('the table as a file', () => {
  const [heads, row] = planRows(
    [
      measureView({
        place: 'Nord',
        partners: 'AWO',
        dueOn: '2026-06-30',
        overdue: true,
        status: 'laeuft',
        resolvedOn: '2026-01-15',
        resolutionNumber: '2026/14',
        costClass: 'foerderung',
        effort: 'halbe Stelle',
        note: 'Zeile 1\nZeile 2',
        round: { id: 'r', name: '2026' },
      }),
    ],
    t,
  )

  test('has a heading for each cell, and German words and days', () => {
    expect(Object.fromEntries(heads!.map((head, index) => [head, row![index]]))).toEqual({
      Maßnahme: 'Fester Ort im Nordviertel',
      Ebene: 'Vor Ort',
      Erfolgsfaktor: 'Treffpunkt',
      Quartier: 'Nord',
      'Wer führt': 'Jugendamt',
      'Wer mitwirkt': 'AWO',
      Termin: '30.06.2026',
      Stand: 'läuft',
      überfällig: 'überfällig',
      Begründung: '',
      'Beschluss vom': '15.01.2026',
      Drucksache: '2026/14',
      Kosten: 'Förderung',
      Aufwand: 'halbe Stelle',
      Notiz: 'Zeile 1\nZeile 2',
      'Aus Durchgang': '2026',
    })
  })

  test('opens in German Excel: byte order mark, semicolons, every cell in quotes', () => {
    expect(writeCsv([['a', 'b;c', 'd"e', 'f\ng', '']])).toBe('\ufeff"a";"b;c";"d""e";"f\ng";""\r\n')
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-3', "'-3"],
    ['@x', "'@x"],
    ['\t=1', "'\t'=1"],
    ['\rx', "'\rx"],
    ['＝1', "'＝1"],
    [' =1', " '=1"],
    // As another reader splits it: at commas, at tabs, at line breaks once it has lost the quotes.
    ['Amt,=1+1', "Amt,'=1+1"],
    ['Amt;@x', "Amt;'@x"],
    ['Amt\t+1', "Amt\t'+1"],
    ['Punkte:\n- erster\n- zweiter', "Punkte:\n'- erster\n'- zweiter"],
    ['Amt, "=1+1', 'Amt, "\'=1+1'],
    ['Amt\u2028=1', "Amt\u2028'=1"],
  ])('never computes: %j', (cell, written) => {
    expect(writeCsv([[cell, 'x']])).toBe(`\ufeff"${written.replaceAll('"', '""')}";"x"\r\n`)
  })

  test.each(['3', '2,5 Stellen', 'Ost-West', 'a = b', 'kommt am 1.3. - vielleicht', "O'Neill", 'x\n\ny'])(
    'is left as it is: %j',
    (cell) => {
      expect(writeCsv([[cell, 'x']])).toBe(`\ufeff"${cell}";"x"\r\n`)
    },
  )
})

test('a Wiedervorlage is made for each open measure with a day', () => {
  const measures = [
    measureView({ id: 'a', dueOn: '2027-06-30', note: 'Ortstermin' }),
    measureView({ id: 'b' }),
    measureView({ id: 'c', dueOn: '2027-06-30', status: 'erledigt' }),
    measureView({ id: 'd', dueOn: '2027-06-30', status: 'verworfen' }),
    measureView({ id: 'e', dueOn: '2026-06-30', status: 'laeuft', overdue: true, lead: '' }),
  ]
  expect(calendarEntries(measures, t).map(({ id, summary, description }) => [id, summary, description])).toEqual([
    ['a', 'Wiedervorlage: Fester Ort im Nordviertel', 'Wer führt: Jugendamt\nStand: geplant\nOrtstermin'],
    ['e', 'Wiedervorlage: Fester Ort im Nordviertel', 'Stand: läuft'],
  ])
})
