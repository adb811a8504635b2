/** A closed round as one archive for the file of a town: reports, answers, and the hash that shows they are unchanged. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Actor } from '../accounts/actor'
import { questionnaireOf } from '../assessments/content'
import { readAssessment, readCoatOfArms } from '../assessments/service'
import { toReportDetails } from '../assessments/to-report-details'
import { toSheet } from '../assessments/to-sheet'
import type { AssessmentView } from '../assessments/types'
import type { Translate } from '../i18n/translate'
import { fileNamePart, germanDate, germanDay, germanTime, isoDate } from '../report/format'
import { renderReportPdf } from '../report/pdf/render-in-worker'
import type { Edition } from '../report/types'
import { buildReport } from '../report/view-model'
import { answersTable } from './answers-table'
import { viewOfSnapshot } from './closed-view'
import { readClosed } from './service'
import type { Snapshot } from './snapshot'
import { writeCsv } from './write-csv'

const names = {
  gremien: 'bericht-gremienfassung.pdf',
  arbeit: 'bericht-arbeitsfassung.pdf',
  json: 'antworten.json',
  csv: 'antworten.csv',
  hash: 'pruefsumme.txt',
  readme: 'liesmich.txt',
} as const

interface Closed {
  readonly view: AssessmentView
  readonly snapshot: Snapshot
  readonly payload: string
  readonly hash: string
  readonly closedAt: Date
}

function readme({ view, snapshot, closedAt, hash }: Closed, t: Translate): string {
  const { round, questionnaire, scoringVersion } = snapshot
  const file = names.json
  const { fileReference = '' } = view.round ?? {}
  const line = (name: string, text: string) => `  ${name.padEnd(28)}${text}`
  const lines = [
    t('rounds.export.readme.title', { name: round.name }),
    '',
    t('rounds.export.readme.kommune', { kommune: String(view.profile['name'] ?? t('page.unnamedTown')) }),
    ...(view.place ? [t('rounds.export.readme.place', { place: view.place.name })] : []),
    ...(fileReference ? [t('rounds.export.readme.fileReference', { fileReference })] : []),
    ...(round.periodFrom && round.periodTo
      ? [t('rounds.export.readme.period', { from: germanDay(round.periodFrom), to: germanDay(round.periodTo) })]
      : []),
    t('rounds.export.readme.closed', {
      date: germanDate(closedAt),
      time: germanTime(closedAt),
      revision: round.revision,
    }),
    t('rounds.export.readme.questionnaire', { id: questionnaire.id, version: questionnaire.version }),
    t('rounds.export.readme.scoring', { version: scoringVersion }),
    '',
    t('rounds.export.readme.filesHeading'),
    ...(['gremien', 'arbeit', 'json', 'csv', 'hash'] as const).map((part) =>
      line(names[part], t(`rounds.export.readme.${part}`, { file })),
    ),
    '',
    t('rounds.export.readme.checkHeading'),
    t('rounds.export.readme.check', { file }),
    ...(['windows', 'linux', 'mac'] as const).map((system) => `  ${t(`rounds.export.readme.${system}`, { file })}`),
    `  ${hash}`,
    '',
    t('rounds.export.readme.names'),
    t('rounds.export.readme.csvNote'),
  ]
  // Read in Windows' own editor as well.
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** The name of a file about a closed round; plain letters only. */
function fileName({ view, snapshot, closedAt }: Pick<Closed, 'view' | 'snapshot' | 'closedAt'>, ending: string): string {
  const { name, revision } = snapshot.round
  const kommune = typeof view.profile['name'] === 'string' ? fileNamePart(view.profile['name']) : ''
  const parts = [
    'drei-ebenen-check',
    kommune || 'kommune',
    fileNamePart(name),
    fileNamePart(view.round?.fileReference ?? ''),
    isoDate(closedAt),
    revision > 1 ? `abschluss-${revision}` : '',
  ]
  return `${parts.filter((part) => part !== '').join('_')}.${ending}`
}

/**
 * Gives the answers of a closed revision as they were hashed.
 * @param revision null: the newest one that was closed
 * @throws AppError as `readClosed`
 */
export async function exportAnswers(
  actor: Actor,
  id: string,
  revision: number | null,
  now: Date,
): Promise<{ readonly name: string; readonly payload: string }> {
  const { snapshot, payload, closedAt } = await readClosed(actor, id, revision, now)
  const view = viewOfSnapshot(await readAssessment(actor, id, now), snapshot)
  return { name: fileName({ view, snapshot, closedAt }, 'json'), payload }
}

/**
 * Gives a closed revision of a round as a ZIP archive. Everything in it comes from the snapshot, dated by its closing.
 * @param revision null: the newest one that was closed
 * @throws AppError `not-found` (also for a revision that was never closed), `database-corrupt`, and what rendering a PDF throws
 */
export async function exportRound(
  actor: Actor,
  id: string,
  revision: number | null,
  t: Translate,
  now: Date,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { snapshot, payload, hash, closedAt } = await readClosed(actor, id, revision, now)
  const view = viewOfSnapshot(await readAssessment(actor, id, now), snapshot)
  const closed: Closed = { view, snapshot, payload, hash, closedAt }
  const questionnaire = questionnaireOf(view)
  const coatOfArms = view.details.hasCoatOfArms ? await readCoatOfArms(actor, id, now) : null
  const pdf = async (edition: Edition) => {
    const report = buildReport(questionnaire, toSheet(view), toReportDetails(view, { date: closedAt, edition }), t)
    return await renderReportPdf({ view: report, coatOfArms })
  }
  const files: Zippable = {
    [names.readme]: strToU8(readme(closed, t)),
    // What is packed already does not get smaller.
    [names.gremien]: [await pdf('gremien'), { level: 0 }],
    [names.arbeit]: [await pdf('arbeit'), { level: 0 }],
    [names.json]: strToU8(payload),
    [names.csv]: strToU8(writeCsv(answersTable(view, questionnaire, t))),
    [names.hash]: strToU8(`${hash}  ${names.json}\n`),
  }
  return { name: fileName(closed, 'zip'), bytes: zipSync(files, { mtime: closedAt }) }
}
