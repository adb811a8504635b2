/** The words of the archive of a closed round: its name and the text that comes with it. */
import type { AssessmentView } from '../assessments/types'
import type { Translate } from '../i18n/translate'
import { fileNamePart, germanDate, germanDay, germanTime, isoDate } from '../report/format'
import type { Snapshot } from './snapshot'

/** What lies in the archive of a closed round. */
export const archiveNames = {
  gremien: 'bericht-gremienfassung.pdf',
  arbeit: 'bericht-arbeitsfassung.pdf',
  json: 'antworten.json',
  csv: 'antworten.csv',
  hash: 'pruefsumme.txt',
  readme: 'liesmich.txt',
} as const

export interface ClosedFile {
  readonly view: AssessmentView
  readonly snapshot: Snapshot
  readonly hash: string
  readonly closedAt: Date
}

/** „MEZ“ or „MESZ“. */
function zoneName(date: Date): string {
  const parts = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', timeZoneName: 'short' }).formatToParts(date)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** Gives what lies in the archive and how to check it, in words. Times are Berlin's, with the zone: one hour a year comes twice. */
export function readmeText({ view, snapshot, closedAt, hash }: ClosedFile, t: Translate): string {
  const { round, questionnaire, scoringVersion } = snapshot
  const file = archiveNames.json
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
      zone: zoneName(closedAt),
      revision: round.revision,
    }),
    t('rounds.export.readme.questionnaire', { id: questionnaire.id, version: questionnaire.version }),
    t('rounds.export.readme.scoring', { version: scoringVersion }),
    '',
    t('rounds.export.readme.filesHeading'),
    ...(['gremien', 'arbeit', 'json', 'csv', 'hash'] as const).map((part) =>
      line(archiveNames[part], t(`rounds.export.readme.${part}`, { file })),
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
export function closedFileName(
  { view, snapshot, closedAt }: Pick<ClosedFile, 'view' | 'snapshot' | 'closedAt'>,
  ending: string,
): string {
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
