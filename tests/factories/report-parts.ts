/** Levels, factors, measures and answers of the fictional Musterstadt; `report.ts` puts them together. */
import type { LevelId, StageId } from '@/lib/questionnaire/schema'
import type { Explanation } from '@/lib/report/balance-types'
import type { AnswerView, FactorView, Ladder, LevelView, MeasureView, RungState } from '@/lib/report/types'

const stages: readonly StageId[] = ['am-anfang', 'punktuell', 'im-aufbau', 'etabliert', 'verankert']
const stageTexts = ['am Anfang', 'punktuell', 'im Aufbau', 'etabliert', 'verankert']
export const stageText = (index: number | null) => (index === null ? 'nicht bewertbar' : stageTexts[index]!)

export function exampleExplanation(title: string): Explanation {
  return {
    title,
    summary: `${title} Der Wert ist der Mittelwert der beantworteten Fragen.`,
    rows: [{ label: 'Frage nach der Struktur', value: '50 Punkte', weight: 'zählt zur Hälfte' }],
    leftOut: [],
    cap: null,
    figures: ['Wert: 50 von 100 Punkten, auf ganze Punkte abgerundet.'],
    next: 'Die nächste Stufe wäre mit einem schriftlichen Auftrag erreicht.',
  }
}

/** A ladder standing on rung `current`; `beyond` says what follows on the next rung. */
export function exampleLadder(name: string, current: number | null, beyond: RungState = 'not-reached'): Ladder {
  const rungs = stages.map((_, index): RungState => {
    if (current === null) return 'not-assessable'
    if (index <= current) return 'reached'
    return index === current + 1 ? beyond : 'not-reached'
  })
  return { rungs, current, alt: `${name}: Stufe „${stageText(current)}“ von fünf Stufen.` }
}

type FactorRow = readonly [id: string, name: string, stage: number | null, foundation?: 'F', beyond?: RungState]

const factorRows: Readonly<Record<LevelId, readonly FactorRow[]>> = {
  verwaltung: [
    ['rueckendeckung', 'Rückendeckung durch Stadtspitze und Politik', 3, 'F'],
    ['ressortuebergreifend', 'Ressortübergreifende Zusammenarbeit', 4],
    ['zustaendigkeit', 'Klare Zuständigkeit und Mandat', 3, 'F'],
    ['strategie', 'Gemeinsames Verständnis und Strategie', 3],
    ['sozialraum', 'Sozialraumorientierung: Bau und Soziales verbunden', 2],
    ['ueberblick', 'Systematischer Überblick', 2, undefined, 'open'],
    ['landkreis', 'Zusammenarbeit mit dem Landkreis', 3],
    ['ressourcen', 'Verlässliche Ressourcen', 1],
  ],
  intermediaer: [
    ['schnittstelle', 'Mandatierte Schnittstelle', 1, 'F'],
    ['dialogformate', 'Fester Dialog zwischen Rathaus, Politik und Quartier', 3],
    ['einbindung-dritter', 'Einbindung Dritter', 3],
    ['transparenz', 'Information in beide Richtungen', 2, undefined, 'open'],
    ['umsetzung', 'Auf Beteiligung folgen Taten', 2],
    ['stadtdialog', 'Stadtgesellschaftlicher Dialog', 4],
    ['netzwerke', 'Netzwerke und Ehrenamt tragfähig', 3],
  ],
  'vor-ort': [
    ['raeume', 'Räume und Anlaufstelle', 1, 'F'],
    ['quartiermanagement', 'Quartiermanagement', 0, 'F'],
    ['aufsuchend', 'Aufsuchende Gemeinwesenarbeit', 2],
    ['beteiligung', 'Beteiligung und Empowerment', 1],
    ['vernetzung', 'Vernetzung der Akteure vor Ort', 3],
    ['infrastruktur', 'Soziale Infrastruktur', 2, undefined, 'open'],
    ['begegnung', 'Begegnung', 1, undefined, 'open'],
    ['image', 'Bild des Quartiers', null],
  ],
}

function factorView(levelId: LevelId, [id, name, stage, foundation, beyond]: FactorRow): FactorView {
  return {
    id,
    levelId,
    name,
    short: name.split(' ')[0]!,
    foundation: foundation === 'F',
    stage: stage === null ? null : stages[stage]!,
    stageText: stageText(stage),
    statement: `${name}: So wird heute gearbeitet; als Nächstes hilft eine feste Absprache.`,
    ladder: exampleLadder(name, stage, beyond),
    notes: [...(foundation ? ['Fundament'] : []), ...(beyond === 'open' ? ['1-mal „Weiß nicht“'] : [])],
    chaptersText: 'Kap. 3; 6',
    explanation: exampleExplanation(`Warum „${stageText(stage)}“?`),
  }
}

type LevelRow = readonly [id: LevelId, short: string, name: string, stage: number, beyond: RungState, provisional: boolean]

const levelRows: readonly LevelRow[] = [
  ['verwaltung', 'Rathaus', 'Politik und Verwaltung', 3, 'not-reached', false],
  ['intermediaer', 'Dazwischen', 'Intermediärer Bereich', 2, 'capped', false],
  ['vor-ort', 'Vor Ort', 'Vor-Ort-Ebene', 1, 'open', true],
]

function levelView([id, short, name, stage, beyond, provisional]: LevelRow): LevelView {
  const factors = factorRows[id].map((row) => factorView(id, row))
  return {
    id,
    name,
    short,
    description: `${name}: Wer arbeitet hier zusammen, und ist das geregelt?`,
    stage: stages[stage]!,
    stageText: stageText(stage),
    provisional,
    summary: `Auf der Ebene ${short} ist ein Teil geregelt, anderes noch vom Anlass abhängig.`,
    ladder: exampleLadder(short, stage, beyond),
    answeredText: '14 von 16 Fragen',
    weakestText: `${factors.at(-1)!.name}, punktuell`,
    capText:
      beyond === 'capped'
        ? 'Das Fundament „Mandatierte Schnittstelle“ ist noch nicht erfüllt.'
        : 'Nichts. Die Fundamente sind erfüllt.',
    explanation: exampleExplanation(`Warum „${stageText(stage)}“?`),
    factors,
  }
}

export const exampleLevels = levelRows.map(levelView)
export const exampleFactors = exampleLevels.flatMap((level) => level.factors)
export const levelShort = (levelId: LevelId): string => exampleLevels.find(({ id }) => id === levelId)!.short

export function exampleMeasure(rank: number, factor: FactorView = exampleFactors[rank % exampleFactors.length]!): MeasureView {
  return {
    id: `${factor.id}-schritt-${rank}`,
    rank,
    title: `Maßnahme ${rank} für „${factor.short}“ beginnen`,
    levelId: factor.levelId,
    levelShort: levelShort(factor.levelId),
    factorId: factor.id,
    factorName: factor.name,
    why: 'Ein fester Rahmen macht aus guten Absichten eine Arbeitsweise, die auch einen Wechsel von Personen übersteht.',
    chaptersText: 'Kap. 5.3.3; 6',
    evidenceText: 'Querschau-Befund',
    firstStep: 'Drei Räume ansehen und Kosten, Zeiten und mögliche Träger auf einer Seite festhalten.',
    effortText: 'mittel',
    costText: 'ohne Zusatzmittel',
    horizonText: '6–12 Monate',
    lead: 'Fachbereich Soziales mit Liegenschaften',
    decisionBy: 'Ausschuss für Soziales',
    decision: 'Soll die Verwaltung bis zum Frühjahr einen Vorschlag mit Kosten und Zeiten vorlegen?',
    prerequisites: rank % 2 === 0 ? ['Eine zuständige Stelle benennen'] : [],
    pitfalls: ['Auf die ideale Lösung warten (eigene Einschätzung).', 'Projektmittel ohne Plan für danach (Kap. 5.3.3).'],
    example: {
      town: 'Beispielstadt',
      text: 'Eine leere Wohnung wurde zum Treffpunkt mit festen Zeiten.',
      source: 'Difu 2020, Kap. 5.3.3. Stand 2020.',
    },
    whyHere: {
      ...exampleExplanation('Warum hier?'),
      rows: [
        { label: 'Lücke zum Ziel', value: 'Ziel 75, heute 12,5 Punkte', weight: '62,5' },
        { label: 'Hebel', value: 'Fundament', weight: '× 3' },
      ],
      figures: ['Ergebnis: 187,5.'],
    },
    decisionTaken: rank === 2 ? { decision: 'spaeter', text: 'später', reason: 'Erst nach dem Haushalt.' } : null,
  }
}

export function exampleAnswer(questionId: string, changes: Partial<AnswerView> = {}): AnswerView {
  return {
    questionId,
    stem: `Wie ist „${questionId}“ im genannten Quartier geregelt?`,
    roleText: questionId.endsWith('praxis') ? 'Praxis' : 'Struktur',
    answerText: 'Außerdem gibt es dafür einen schriftlichen Auftrag.',
    state: 'answered',
    pointsText: '75 Punkte',
    comment: '',
    clarifyWith: '',
    ownSetting: 'Die Schriftform haben wir festgelegt.',
    chaptersText: 'Kap. 3; 5.3.3',
    ...changes,
  }
}
