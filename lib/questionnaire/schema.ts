/**
 * The shape of a questionnaire's content files, one schema per file kind.
 *
 * Content is data: every sentence a participant reads about a factor, a question or a measure is in these files,
 * never in code. `schema.json` beside the content is generated from here, so that editors complete and check it.
 * Rules that need more than one file (dangling ids, cycles, refused words) are in `check/`.
 */
import { z } from 'zod'
import { versionSchema } from './version'

/** Lower-case letters, digits, hyphens. Ids are permanent: never reused, renamed, or carrying a weight or position. */
export const idSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens only')

/** A chapter of the source, e.g. `5.3.3`. Shown as „Kap. 5.3.3“. */
export const chapterSchema = z.string().regex(/^[1-8](\.[1-7])?(\.[1-4])?$/, 'a chapter such as "3" or "5.3.3"')

const text = z.string().trim().min(1)
const chapters = z.array(chapterSchema).min(1)

export const levelIdSchema = z.enum(['verwaltung', 'intermediaer', 'vor-ort'])
/** What an answer speaks about: the whole Kommune, or one named Quartier. */
export const subjectKindSchema = z.enum(['kommune', 'quartier'])
export const stageIdSchema = z.enum(['am-anfang', 'punktuell', 'im-aufbau', 'etabliert', 'verankert'])

/** Per-stage sentences. Each is complete, ends with a full stop and describes practice, never a person (ux.md, Words). */
const stageTextsSchema = z.strictObject({
  'am-anfang': text,
  punktuell: text,
  'im-aufbau': text,
  etabliert: text,
  verankert: text,
})

export const levelSchema = z.strictObject({
  id: levelIdSchema,
  /** Full name, shown once per view. */
  name: text,
  /** The one word used everywhere else: Rathaus / Dazwischen / Vor Ort. */
  short: text,
  description: text,
  chapters,
  /** Factor ids in the order they are asked. */
  factors: z.array(idSchema).min(1),
  /** R3: the level is „etabliert“ or more only if each of these is met, or one of its alternatives (for the cap only). */
  foundations: z.array(z.strictObject({ factor: idSchema, capAlternatives: z.array(idSchema).default([]) })),
  /** First half of the headline if this level is the strongest, by stage; no full stop. */
  headline: stageTextsSchema,
  /** One sentence about the level, by stage. */
  summary: stageTextsSchema,
  /** One sentence for a level that cannot be assessed yet. */
  notAssessable: text,
})

export const questionnaireFileSchema = z.strictObject({
  id: idSchema,
  version: versionSchema,
  language: z.literal('de'),
  title: text,
  subtitle: text,
  source: z.strictObject({ citation: text, short: text, url: z.url() }),
  levels: z.array(levelSchema).length(3),
})

const optionsSchema = z.strictObject({ '0': text, '1': text, '2': text, '3': text, '4': text })

export const questionSchema = z.strictObject({
  id: idSchema,
  /** The key question asks for structure, the second for practice. The Schnellcheck asks key questions only. */
  role: z.enum(['key', 'practice']),
  /** Raised when the wording changes in a way that makes old and new answers incomparable. */
  wordingVersion: z.int().positive(),
  /** At most 20 words, not negated, one object. */
  stem: text,
  /** At most 40 words; names what one could look at. */
  help: text,
  /** „Wann reicht das?“: when informal practice reaches which option, what counts. At most 60 words. */
  enough: text,
  /** Cumulative ladder: each option is the one before plus exactly one feature. At most 18 words each. */
  options: optionsSchema,
  /** Two to six words per option naming the one feature it adds; used to word „next answer“ and reports. */
  features: optionsSchema,
  /** Reasons a user may give for „Trifft nicht zu“; empty: not offered. Never on a foundation. */
  notApplicable: z.array(z.strictObject({ id: idSchema, label: text })).default([]),
  chapters,
  /** What the text does not say but we decide (thresholds, periods): shown marked „eigene Setzung“. */
  ownSetting: text.optional(),
})

/** The profile only, never answers (R7). */
export const appliesWhenSchema = z.strictObject({ field: idSchema, notIn: z.array(idSchema).min(1), reason: text })

export const factorFileSchema = z.strictObject({
  id: idSchema,
  level: levelIdSchema,
  /** Full name as in the instrument. */
  name: text,
  /** One to three words for charts and tables. */
  short: text,
  foundation: z.boolean().default(false),
  subject: subjectKindSchema,
  /** One line on the question page: why it matters. At most 25 words. */
  why: text,
  /** What good looks like, one or two sentences. */
  good: text,
  chapters,
  appliesWhen: appliesWhenSchema.optional(),
  /** Who in a town hall usually knows: default for „Zu klären mit …“. */
  office: text,
  /** Nominative singular noun phrase that fits „… steht als Nächstes {nextStep} an.“, e.g. „ein fester Ort“. */
  nextStep: text,
  /** One complete sentence on the practice at each stage. Describes structures, names a next step where low. */
  statements: stageTextsSchema,
  /** One sentence if nothing or too little is known: what is worth finding out, phrased as a finding. */
  unknown: text,
  questions: z.array(questionSchema).length(2),
})

/** An answer range of one question: `from` ≤ value < `below`. Only answered questions match. */
export const answerRangeSchema = z.strictObject({
  question: idSchema,
  from: z.int().min(0).max(3).default(0),
  below: z.int().min(1).max(4),
})

export const measureFileSchema = z.strictObject({
  id: idSchema,
  level: levelIdSchema,
  factor: idSchema,
  /** Order among a factor's measures: the first triggered one is ranked first. */
  order: z.int().positive(),
  /** Any of the ranges triggers; `unknowns` marks the one measure that collects all „Weiß nicht“. */
  trigger: z.union([z.strictObject({ any: z.array(answerRangeSchema).min(1) }), z.strictObject({ unknowns: z.literal(true) })]),
  /** Imperative, at most ten words. */
  title: text,
  /** Why it helps, resting on the cited chapters. */
  why: text,
  chapters,
  /** Querschau-Befund / Difu-Einschätzung / Wunsch örtlicher Akteure / eigene Ableitung */
  evidence: z.enum(['querschau', 'difu', 'akteure', 'ableitung']),
  /** What can be done within four weeks. */
  firstStep: text,
  effort: z.enum(['gering', 'mittel', 'hoch']),
  cost: z.enum(['ohne-zusatzmittel', 'stellenanteil', 'haushalt', 'foerderung']),
  horizon: z.enum(['sofort', '6-12-monate', 'strukturell']),
  /** The office or body that leads, e.g. „Fachbereich Soziales“. */
  lead: text,
  /** Who decides, e.g. „Rat der Stadt“. */
  decisionBy: text,
  /** The question to be decided, as a question. */
  decision: text,
  prerequisites: z.array(idSchema).default([]),
  pitfalls: z.array(text).min(1),
  /** What one of the six towns did or described. Roles, no persons, no firms. Shown with „Stand 2020“. */
  example: z.strictObject({ town: text, text, chapters }),
})

export const challengesFileSchema = z.strictObject({
  challenges: z
    .array(z.strictObject({ id: idSchema, name: text, explanation: text, chapters, factors: z.array(idSchema).min(1) }))
    .min(1),
})

export const glossaryFileSchema = z.strictObject({
  /** `forms`: the spellings to be recognised in running text, the term itself included. */
  terms: z.array(z.strictObject({ id: idSchema, term: text, forms: z.array(text).min(1), explanation: text })).min(1),
})

const profileFieldBase = {
  id: idSchema,
  label: text,
  help: text.optional(),
  /** What the field is used for; shown beside it. A field that no rule and no page uses is not asked. */
  usedFor: text,
  required: z.boolean().default(false),
  /** Folded under „Weitere Angaben (freiwillig)“. */
  optionalGroup: z.boolean().default(false),
}
const choiceOptions = z.array(z.strictObject({ id: idSchema, label: text })).min(2)

export const profileFieldSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...profileFieldBase, type: z.literal('text'), maxLength: z.int().positive(), pattern: text.optional() }),
  /** A number; `figure` fields carry year and source with the value. */
  z.strictObject({
    ...profileFieldBase,
    type: z.literal('number'),
    min: z.number(),
    max: z.number(),
    decimals: z.int().min(0).max(2).default(0),
    unit: text.optional(),
    figure: z.boolean().default(false),
  }),
  z.strictObject({ ...profileFieldBase, type: z.literal('choice'), options: choiceOptions }),
  z.strictObject({ ...profileFieldBase, type: z.literal('multi'), options: choiceOptions }),
])

export const profileFileSchema = z.strictObject({ fields: z.array(profileFieldSchema).min(1) })

export type LevelId = z.infer<typeof levelIdSchema>
export type StageId = z.infer<typeof stageIdSchema>
export type SubjectKind = z.infer<typeof subjectKindSchema>
export type Level = z.infer<typeof levelSchema>
export type Question = z.infer<typeof questionSchema>
export type Factor = z.infer<typeof factorFileSchema>
export type Measure = z.infer<typeof measureFileSchema>
export type AnswerRange = z.infer<typeof answerRangeSchema>
export type Challenge = z.infer<typeof challengesFileSchema>['challenges'][number]
export type GlossaryTerm = z.infer<typeof glossaryFileSchema>['terms'][number]
export type ProfileField = z.infer<typeof profileFieldSchema>
export type QuestionnaireFile = z.infer<typeof questionnaireFileSchema>
