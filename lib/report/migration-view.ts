/** The preview of a migration as a page shows it: every question under its fate, in words, with what is stored. */
import type { Translate } from '../i18n/translate'
import { hasNote, type FilledCheck } from '../questionnaire/migration/filled-check'
import type { FateKind, MigrationPath, PathResult } from '../questionnaire/migration/migration-path'
import {
  previewMigration,
  type MigrationPreview,
  type PreviewEntry,
  type QuestionPreview,
} from '../questionnaire/migration/preview-migration'
import { answerText } from './answer-text'
import { joinWords } from './format'

/** Where the answers go: into a new round, or into this check under its new version. */
export type MigrationTarget = 'round' | 'here'

interface EntryView {
  /** `kommune` or the id of a place. */
  readonly subject: string
  readonly label: string
  readonly before: string
  readonly becomes: string
  readonly comment: string
  readonly clarifyWith: string
  /** Set where comment and „Zu klären mit …“ are not taken along. */
  readonly noteText: string | null
}

export interface MigrationQuestionView {
  readonly questionId: string
  readonly factorText: string
  /** As the new version asks it; of a dropped question, as the old one did. */
  readonly stem: string
  /** Null if the words are the same. */
  readonly earlierStem: string | null
  readonly entries: readonly EntryView[]
}

export interface MigrationGroupView {
  readonly fate: FateKind
  readonly heading: string
  readonly text: string
  readonly questions: readonly MigrationQuestionView[]
}

export interface MigrationView {
  readonly title: string
  readonly lead: string
  readonly unchanged: string
  readonly summary: readonly string[]
  /** What changes first, what stays the same last; fates that no question has are missing. */
  readonly groups: readonly MigrationGroupView[]
  /** Parts of profile, challenges and decisions that are not taken over. */
  readonly around: readonly { readonly heading: string; readonly items: readonly string[] }[]
  /** Said instead if everything is taken over. */
  readonly aroundText: string | null
  readonly instrument: readonly string[]
}

const fateOrder: readonly FateKind[] = ['reworded', 'scale-changed', 'added', 'dropped', 'kept']

function becomesText(
  t: Translate,
  path: MigrationPath,
  { questionId, fate }: QuestionPreview,
  { becomes }: PreviewEntry,
): string {
  const { outcome, answer } = becomes
  if (outcome === 'mapped') {
    return t('migration.outcome.mapped', { answer: answerText(t, path.to.questionById.get(questionId)!, answer) })
  }
  return t(outcome === 'shown' && fate.kind !== 'reworded' ? 'migration.outcome.reasonGone' : `migration.outcome.${outcome}`)
}

function questionView(
  t: Translate,
  path: MigrationPath,
  preview: QuestionPreview,
  target: MigrationTarget,
): MigrationQuestionView {
  const { questionId } = preview
  const holder = path.to.questionById.has(questionId) ? path.to : path.from
  const factor = holder.factorOfQuestion.get(questionId)!
  const stem = holder.questionById.get(questionId)!.stem
  const earlier = path.from.questionById.get(questionId)
  return {
    questionId,
    factorText: t('migration.entry.factor', { level: holder.levelById.get(factor.level)!.short, factor: factor.name }),
    stem,
    earlierStem: earlier && earlier.stem !== stem ? earlier.stem : null,
    entries: preview.entries.map((entry) => {
      const { subject, placeName, answer, note, becomes } = entry
      return {
        subject,
        label: placeName === '' ? t('migration.entry.before') : t('migration.entry.beforeAt', { place: placeName }),
        // An entry exists only where the old version asks.
        before: earlier ? answerText(t, earlier, answer) : '',
        becomes: becomesText(t, path, preview, entry),
        comment: note.comment,
        clarifyWith: note.clarifyWith,
        noteText: hasNote(note) && !becomes.noteTaken ? t('migration.entry.noteLeft', { target }) : null,
      }
    }),
  }
}

function aroundView(
  t: Translate,
  { from }: MigrationPath,
  preview: MigrationPreview,
  target: MigrationTarget,
): MigrationView['around'] {
  const profile = preview.profile.dropped.map(({ fieldId, because, choices }) => {
    const field = from.profileFields.find(({ id }) => id === fieldId)
    const label = field?.label ?? fieldId
    if (because === 'field') return t('migration.around.field', { label })
    const options = field && 'options' in field ? field.options : []
    const labels = choices.map((choice) => `„${options.find(({ id }) => id === choice)?.label ?? choice}“`)
    return t('migration.around.choices', { label, count: choices.length, choices: joinWords(labels) })
  })
  const challenges = preview.challenges.dropped.map((id) =>
    t('migration.around.challenge', { name: from.challenges.find((challenge) => challenge.id === id)?.name ?? id }),
  )
  const decisions = preview.decisions.dropped.map((id) =>
    t('migration.around.decision', { target, title: from.measureById.get(id)?.title ?? id }),
  )
  return [
    { heading: t('migration.around.profile', { count: profile.length }), items: profile },
    { heading: t('migration.around.challenges', { count: challenges.length }), items: challenges },
    { heading: t('migration.around.decisions', { count: decisions.length }), items: decisions },
  ].filter(({ items }) => items.length > 0)
}

function instrumentView(t: Translate, { factors, measures }: MigrationPreview): string[] {
  const lines = [
    ['factorsAdded', factors.added.length],
    ['factorsDropped', factors.dropped.length],
    ['measuresAdded', measures.added.length],
    ['measuresDropped', measures.dropped.length],
  ] as const
  return lines.flatMap(([key, count]) => (count > 0 ? [t(`migration.instrument.${key}`, { count })] : []))
}

/** Gives the preview in words. Nothing is stored or changed by it. */
export function buildMigrationView(
  path: MigrationPath,
  filled: FilledCheck,
  t: Translate,
  target: MigrationTarget = 'round',
): MigrationView {
  const preview = previewMigration(path, filled)
  const { counts } = preview
  const versions = { from: preview.from, to: preview.to }
  const around = aroundView(t, path, preview, target)
  return {
    title: t('migration.title', versions),
    lead: t('migration.lead', versions),
    unchanged: t('migration.unchanged', { ...versions, target }),
    summary: [
      t('migration.summary.toConfirm', { count: counts.toConfirm }),
      t('migration.summary.toAnswer', { count: counts.toAnswer }),
      ...(counts.notesLeft > 0 ? [t('migration.summary.notesLeft', { target, count: counts.notesLeft })] : []),
    ],
    groups: fateOrder.flatMap((fate) => {
      const own = preview.questions.filter((question) => question.fate.kind === fate)
      if (own.length === 0) return []
      return [
        {
          fate,
          heading: t(`migration.fate.${fate}.heading`, { count: own.length }),
          text: t(`migration.fate.${fate}.text`, { target }),
          questions: own.map((question) => questionView(t, path, question, target)),
        },
      ]
    }),
    around,
    aroundText: around.length === 0 ? t('migration.around.nothing') : null,
    instrument: instrumentView(t, preview),
  }
}

/** Says why there is no way to the newest version. */
export function migrationRefusal(t: Translate, { reason, at }: Extract<PathResult, { ok: false }>): string {
  return t(`migration.refused.${reason}`, { at })
}
