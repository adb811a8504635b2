/**
 * A complete view model of a town that does not exist, written by hand: renderers are tested against it without content,
 * scoring or a database. Stages, words and numbers are invented.
 */
import type { BalanceView } from '@/lib/report/balance-types'
import type { ReportViewModel, UnknownView } from '@/lib/report/types'
import {
  exampleAnswer,
  exampleExplanation,
  exampleFactors as factors,
  exampleLevels as levels,
  exampleMeasure,
  levelShort,
} from './report-parts'

const balance: BalanceView = {
  state: 'imbalance',
  certainty: 'certain',
  sentence:
    'Zwischen „Rathaus“ und „Vor Ort“ besteht eine Schieflage. Sie bliebe auch, wenn alle offenen Antworten günstig ausfielen.',
  marks: levels.map(({ id, short, ladder, stageText }) => ({ levelId: id, short, stage: ladder.current, stageText })),
  alt: 'Gleichgewicht der Ebenen auf fünf Stufen. Rathaus: etabliert; Dazwischen: im Aufbau; Vor Ort: punktuell.',
  explanation: exampleExplanation('Warum „Schieflage“?'),
}

const unknowns: readonly UnknownView[] = factors
  .filter(({ ladder }) => ladder.rungs.includes('open') || ladder.current === null)
  .map(({ id, name, levelId }) => ({
    questionId: `${id}-praxis`,
    factorId: id,
    factorName: name,
    levelId,
    stem: `Was geschah in den letzten 12 Monaten bei „${name}“?`,
    finding: 'Das ist bisher nicht bekannt; es zu klären ist selbst ein Schritt.',
    clarifyWith: 'Stadtplanung',
  }))

const measures = Array.from({ length: 20 }, (_, index) => exampleMeasure(index + 1))

/** The whole report of Musterstadt, with single parts replaced. */
export function exampleReport(changes: Partial<ReportViewModel> = {}): ReportViewModel {
  return {
    edition: 'gremien',
    meta: {
      product: 'Drei-Ebenen-Check',
      title: 'Drei-Ebenen-Check Musterstadt, Nordviertel',
      kommune: 'Musterstadt',
      quartier: 'Nordviertel',
      date: '2026-11-23',
      dateText: '23.11.2026',
      editionText: 'Gremienfassung',
      statusText: 'Entwurf',
      answeredBy: ['Integrationsbeauftragte', 'Leitung Fachbereich Soziales'],
      modeText: 'Vollständiger Check',
      answeredText: '40 von 46 Fragen beantwortet',
      questionnaire: { id: 'drei-ebenen-check', version: '1.0.0', hash: '0'.repeat(64) },
      fileName: 'drei-ebenen-check_musterstadt_2026-11-23.pdf',
      footerText: 'Drei-Ebenen-Check 1.0.0, Grundlage Difu 2020; kein Produkt des Difu',
    },
    headline: 'Das Rathaus ist gut eingespielt – im Quartier steht als Nächstes ein fester Ort an.',
    lead: 'Stadtspitze und Fachbereiche arbeiten verlässlich zusammen. Im Nordviertel hängt noch viel von Gelegenheiten ab.',
    empty: false,
    levels,
    balance,
    strengths: factors.filter(({ stage }) => stage === 'etabliert' || stage === 'verankert'),
    gaps: factors.filter(({ stage }) => stage && stage !== 'etabliert' && stage !== 'verankert'),
    unknowns,
    summary: {
      carries: 'Die Fachbereiche stimmen sich in einem festen Rahmen ab, und die Stadtspitze nimmt selbst teil.',
      missing: 'Dem Nordviertel fehlen ein Raum mit festen Zeiten und eine beauftragte Koordination.',
      open: '6 von 46 Fragen sind mit „Weiß nicht“ beantwortet. Fünf Stellen können das klären.',
    },
    situation: {
      paragraphs: ['Musterstadt hat diesen Check für „Nordviertel“ ausgefüllt.'],
      figures: [
        { label: 'Einwohner*innen', value: '31.200', source: '2025, Statistikstelle' },
        { label: 'Status', value: 'kreisangehörig', source: 'eigene Angabe' },
      ],
      challenges: [
        { name: 'Nebeneinander ohne Kontakt', explanation: 'Gruppen leben nebeneinander her und begegnen sich kaum.' },
      ],
    },
    strategies: {
      paragraphs: ['Ein Leitbild liegt vor und wird in Vorlagen genutzt.'],
      concepts: ['Leitlinien zum Zusammenleben'],
      bodies: ['Ressortübergreifende Runde'],
    },
    since: null,
    conclusions: [
      { heading: 'Was trägt', paragraphs: ['Auftrag und Zuständigkeit sind im Rathaus geklärt.'] },
      { heading: 'Wo die Ebenen auseinanderliegen', paragraphs: ['Die Abstimmung hat im Nordviertel noch wenig Gegenüber.'] },
    ],
    firstMeasures: measures.slice(0, 5),
    otherMeasures: levels.map(({ id, short, name }) => ({
      levelId: id,
      levelShort: short,
      levelName: name,
      measures: measures.slice(5).filter(({ levelId }) => levelId === id),
    })),
    decisions: measures
      .slice(0, 3)
      .map(({ id, decisionBy, decision }) => ({ by: decisionBy, question: decision, measureId: id })),
    annex: {
      method: [{ heading: 'Wie gerechnet wird', paragraphs: ['Jede Antwort steht für 0, 25, 50, 75 oder 100 Punkte.'] }],
      answers: factors.map(({ id, name, levelId }) => ({
        levelId,
        levelShort: levelShort(levelId),
        factorName: name,
        pointsText: '62 Punkte',
        answers: [exampleAnswer(`${id}-struktur`), exampleAnswer(`${id}-praxis`)],
      })),
      sources: [
        'Franke, Thomas; Pätzold, Ricarda; Reimann, Bettina (2020): „Gute Governance“ für gesellschaftliche Integration.',
      ],
    },
    ...changes,
  }
}
