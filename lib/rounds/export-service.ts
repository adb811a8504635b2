/** A closed round as one archive for the file of a town: reports, answers, and the hash that shows they are unchanged. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Actor } from '../accounts/actor'
import { questionnaireOf } from '../assessments/content'
import { readCoatOfArms } from '../assessments/coat-of-arms-service'
import { readAssessment } from '../assessments/service'
import { toReportDetails } from '../assessments/to-report-details'
import { toSheet } from '../assessments/to-sheet'
import type { Translate } from '../i18n/translate'
import { renderReportPdfs, type PdfRequest } from '../report/pdf/render-in-worker'
import { logSecurity } from '../security-log'
import type { Edition } from '../report/types'
import { buildReport } from '../report/view-model'
import { answersTable } from './answers-table'
import { archiveNames as names, closedFileName, type ClosedFile, readmeText } from './archive-texts'
import { viewOfSnapshot } from './closed-view'
import { readClosed } from './service'
import { readSince } from './since-service'
import { writeCsv } from '../csv'

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
  const { workspaceId, snapshot, payload, closedAt } = await readClosed(actor, id, revision, now)
  const view = viewOfSnapshot(await readAssessment(actor, id, now), snapshot)
  logSecurity('round-exported', { person: actor.userId, workspace: workspaceId, what: 'answers' })
  return { name: closedFileName({ view, snapshot, closedAt }, 'json'), payload }
}

/**
 * Gives a closed revision of a round as a ZIP archive. Everything in it comes from the snapshot, dated by its closing.
 * @param revision null: the newest one that was closed
 * @param given the words, the moment, and for whom its reports are rendered
 * @throws AppError `not-found` (also for a revision that was never closed), `database-corrupt`, and what rendering a PDF throws
 */
export async function exportRound(
  actor: Actor,
  id: string,
  revision: number | null,
  { t, now, pdf }: { readonly t: Translate; readonly now: Date; readonly pdf: PdfRequest },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { workspaceId, snapshot, payload, hash, closedAt } = await readClosed(actor, id, revision, now)
  const view = viewOfSnapshot(await readAssessment(actor, id, now), snapshot)
  const closed: ClosedFile = { view, snapshot, hash, closedAt }
  const questionnaire = questionnaireOf(view)
  const build = async () => {
    const coatOfArms = view.details.hasCoatOfArms ? await readCoatOfArms(actor, id, now) : null
    const since = await readSince(actor, { view, closedAt }, now)
    const report = (edition: Edition) =>
      buildReport(questionnaire, toSheet(view), toReportDetails(view, { date: closedAt, edition, since }), t)
    return [
      { view: report('gremien'), coatOfArms },
      { view: report('arbeit'), coatOfArms },
    ]
  }
  const [gremien, arbeit] = await renderReportPdfs(build, pdf)
  const files: Zippable = {
    [names.readme]: strToU8(readmeText(closed, t)),
    // What is packed already does not get smaller.
    [names.gremien]: [gremien!, { level: 0 }],
    [names.arbeit]: [arbeit!, { level: 0 }],
    [names.json]: strToU8(payload),
    [names.csv]: strToU8(writeCsv(answersTable(view, questionnaire, t))),
    [names.hash]: strToU8(`${hash}  ${names.json}\n`),
  }
  logSecurity('round-exported', { person: actor.userId, workspace: workspaceId, what: 'archive' })
  return { name: closedFileName(closed, 'zip'), bytes: zipSync(files, { mtime: closedAt }) }
}
