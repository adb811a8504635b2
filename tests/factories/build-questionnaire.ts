/** Builds questionnaires in memory, as small or as large as a test needs. Names are plain, because scores never read them. */
import { compileQuestionnaire } from '@/lib/questionnaire/compile'
import type { ContentParts } from '@/lib/questionnaire/content-parts'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import type { Challenge, Factor, Level, LevelId, Measure } from '@/lib/questionnaire/schema'

export interface MeasureOutline {
  readonly id: string
  readonly trigger: Measure['trigger']
  readonly order?: number
  readonly prerequisites?: readonly string[]
}

export interface FactorOutline {
  readonly id: string
  readonly foundation?: boolean
  readonly capAlternatives?: readonly string[]
  readonly subject?: 'kommune' | 'quartier'
  /** The first is the key question; two unless a test says otherwise. */
  readonly questions?: number
  /** Offers the reason `nicht-bei-uns` with every question. */
  readonly mayNotApply?: boolean
  readonly appliesWhen?: Factor['appliesWhen']
  /** Two by default: one below 2 on the key question, one below 3 on the practice question. */
  readonly measures?: readonly MeasureOutline[]
}

export interface QuestionnaireOutline {
  readonly levels: Readonly<Record<LevelId, readonly FactorOutline[]>>
  readonly challenges?: readonly Pick<Challenge, 'id' | 'factors'>[]
}

/** `<factor>-struktur`, `<factor>-praxis`, then numbered. */
export function questionIds(factorId: string, count = 2): string[] {
  return Array.from({ length: count }, (_, index) => `${factorId}-${['struktur', 'praxis'][index] ?? `frage-${index + 1}`}`)
}

const stages = (word: string) => ({
  'am-anfang': `${word} am Anfang.`,
  punktuell: `${word} punktuell.`,
  'im-aufbau': `${word} im Aufbau.`,
  etabliert: `${word} etabliert.`,
  verankert: `${word} verankert.`,
})

const rungs = (word: string) => ({
  '0': `${word} 0`,
  '1': `${word} 1`,
  '2': `${word} 2`,
  '3': `${word} 3`,
  '4': `${word} 4`,
})

function buildFactor(level: LevelId, outline: FactorOutline): Factor {
  const { id } = outline
  return {
    id,
    level,
    name: `Faktor ${id}`,
    short: id,
    foundation: outline.foundation ?? false,
    subject: outline.subject ?? 'kommune',
    why: 'Warum',
    good: 'Gut',
    chapters: ['3'],
    appliesWhen: outline.appliesWhen,
    office: 'Hauptamt',
    nextStep: 'ein nächster Schritt',
    statements: stages(id),
    unknown: 'Das ist nicht bekannt.',
    questions: questionIds(id, outline.questions).map((questionId, index) => ({
      id: questionId,
      role: index === 0 ? 'key' : 'practice',
      wordingVersion: 1,
      stem: `Wie steht es um ${questionId}?`,
      help: 'Hilfe',
      enough: 'Genug',
      options: rungs(questionId),
      features: rungs(questionId),
      notApplicable: outline.mayNotApply ? [{ id: 'nicht-bei-uns', label: 'Gibt es bei uns nicht.' }] : [],
      chapters: ['3'],
    })),
  }
}

function buildMeasure(factor: Factor, outline: MeasureOutline, index: number): Measure {
  return {
    id: outline.id,
    level: factor.level,
    factor: factor.id,
    order: outline.order ?? index + 1,
    trigger: outline.trigger,
    title: `Maßnahme ${outline.id}`,
    why: 'Warum',
    chapters: ['3'],
    evidence: 'querschau',
    firstStep: 'Schritt',
    effort: 'gering',
    cost: 'ohne-zusatzmittel',
    horizon: 'sofort',
    lead: 'Hauptamt',
    decisionBy: 'Rat der Stadt',
    decision: 'Soll es so sein?',
    prerequisites: [...(outline.prerequisites ?? [])],
    pitfalls: ['Stolperstein'],
    example: { town: 'Merzig', text: 'Beispiel', chapters: ['5.3.3'] },
  }
}

const defaultMeasures = (id: string): MeasureOutline[] => [
  { id: `${id}-beginnen`, trigger: { any: [{ question: `${id}-struktur`, from: 0, below: 2 }] } },
  { id: `${id}-ausbauen`, trigger: { any: [{ question: `${id}-praxis`, from: 0, below: 3 }] } },
]

function buildLevel(id: LevelId, outlines: readonly FactorOutline[]): Level {
  return {
    id,
    name: id,
    short: id,
    description: id,
    chapters: ['3'],
    factors: outlines.map((outline) => outline.id),
    foundations: outlines
      .filter((outline) => outline.foundation)
      .map((outline) => ({ factor: outline.id, capAlternatives: [...(outline.capAlternatives ?? [])] })),
    headline: stages(id),
    summary: stages(id),
    notAssessable: 'Zu wenige Angaben.',
  }
}

/** The parts before compiling, for tests of the checks. */
export function buildParts({ levels, challenges = [] }: QuestionnaireOutline): ContentParts {
  const entries = Object.entries(levels) as [LevelId, readonly FactorOutline[]][]
  const factors = entries.flatMap(([level, outlines]) =>
    outlines.map((outline) => ({ outline, value: buildFactor(level, outline) })),
  )
  const measures = factors.flatMap(({ outline, value }) =>
    (outline.measures ?? defaultMeasures(value.id)).map((measure, index) => buildMeasure(value, measure, index)),
  )
  return {
    questionnaire: {
      file: 'questionnaire.yml',
      value: {
        id: 'probe',
        version: '1.0.0',
        language: 'de',
        title: 'Probe',
        subtitle: 'Probe',
        source: { citation: 'Quelle', short: 'Quelle', url: 'https://example.org/' },
        levels: entries.map(([id, outlines]) => buildLevel(id, outlines)),
      },
    },
    factors: factors.map(({ value }) => ({ file: `factors/${value.id}.yml`, value })),
    measures: measures.map((value) => ({ file: `measures/${value.id}.yml`, value })),
    challenges: {
      file: 'challenges.yml',
      value: {
        challenges: challenges.map(({ id, factors: linked }) => ({
          id,
          name: id,
          explanation: id,
          chapters: ['2'],
          factors: [...linked],
        })),
      },
    },
    glossary: { file: 'glossary.yml', value: { terms: [] } },
    profile: {
      file: 'profile.yml',
      value: {
        fields: [
          {
            id: 'status',
            type: 'choice',
            label: 'Status',
            usedFor: 'Probe',
            required: true,
            optionalGroup: false,
            options: [
              { id: 'kreisfrei', label: 'kreisfrei' },
              { id: 'kreisangehoerig', label: 'kreisangehörig' },
            ],
          },
        ],
      },
    },
    migration: null,
    unread: new Set(),
  }
}

export function buildQuestionnaire(outline: QuestionnaireOutline): Questionnaire {
  return compileQuestionnaire(buildParts(outline), 'probe')
}
