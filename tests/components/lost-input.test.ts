import { expect, test } from '@jest/globals'
import { lostTexts } from '@/app/_lib/lost-input'

const lines = (payload: Parameters<typeof lostTexts>[0]) => lostTexts(payload).map(({ label, text }) => `${label}: ${text}`)

test('what somebody wrote is shown by the label of its field, ids and clicks are not', () => {
  expect(
    lines({
      id: 'qX0nkxTxpHrvP-4IclfHXg',
      factorId: 'raeume',
      version: '3',
      next: '/check/abc/pruefen',
      challenges: ['konzentration', 'infrastruktur'],
      status: 'geplant',
      title: 'Ein Raum für alle',
      dueOn: '30.06.2027',
      note: 'Zeile 1\r\nZeile 2',
      lead: '',
    }),
  ).toEqual(['Maßnahme: Ein Raum für alle', 'Termin: 30.06.2027', 'Notiz: Zeile 1\nZeile 2'])
})

test('figures of the profile have their labels, what is chosen from a list is left out, an unknown text is still shown', () => {
  const shown = lines({ name: 'Musterstadt', einwohner: '31.000', land: 'hessen', neu: 'Ein Satz, der bleibt.' })
  expect(shown).toEqual([
    'Name: Musterstadt',
    expect.stringMatching(/^Einwohner.*: 31\.000$/),
    'Ihre Eingabe: Ein Satz, der bleibt.',
  ])
})

test('answers carry their question, with the words of the choice; what the questionnaire does not have is left out', () => {
  const shown = lines({
    questionnaire: '1.0.0',
    'q.raeume-struktur.choice': 'unknown',
    'q.raeume-struktur.comment': 'Pfarrsaal, dienstags',
    'q.raeume-struktur.version': '2',
    'q.gibt-es-nicht.choice': '3',
    'q.gibt-es-nicht.comment': 'bleibt trotzdem',
  })
  expect(shown).toEqual([
    expect.stringMatching(/^Antwort: .+\?: Weiß nicht$/),
    expect.stringMatching(/^Ihre Anmerkung: .+\?: Pfarrsaal, dienstags$/),
    'Ihre Anmerkung: bleibt trotzdem',
  ])
})
