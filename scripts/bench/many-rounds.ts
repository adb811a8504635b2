/** Workspaces with many rounds: one's own made by the product's services, those of others as copies of it. */
import type { Actor } from '@/lib/accounts/actor'
import { issueSetUpCode, setUp } from '@/lib/accounts/invitation-service'
import { questionnaireOf } from '@/lib/assessments/content'
import { saveProfile, readAssessment, saveAnswers, savePlace } from '@/lib/assessments/service'
import { newId } from '@/lib/assessments/secret'
import { closeDatabase, type Database, openDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { closeRound } from '@/lib/rounds/service'
import { startRound } from '@/lib/rounds/start-service'

export const person = { name: 'Erika', email: 'erika@musterstadt.example', password: 'Brücke Kiesel Lampe' }
const profile = { land: 'niedersachsen', status: 'kreisangehoerig', ansatz: 'beides' }

export interface OwnWorkspace {
  readonly actor: Actor
  readonly workspaceId: string
}

/** From now on this process works on the database of this folder. */
export async function useDataDir(dataDir: string): Promise<void> {
  await closeDatabase()
  process.env.DATA_DIR = dataDir
  resetSettings()
}

async function addRound({ actor, workspaceId }: OwnWorkspace, year: number, basedOn: string | null): Promise<string> {
  const now = new Date(`${year}-11-23T12:00:00Z`)
  const naming = { name: String(year), periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` }
  const id = await startRound(actor, workspaceId, { ...naming, mode: 'voll', basedOn, place: null }, now)
  await saveProfile(actor, id, profile, now)
  await savePlace(actor, id, 'Nordviertel', now)
  const { answers: stored } = await readAssessment(actor, id, now)
  const answers = [...questionnaireOf().questionById.keys()].map((questionId, index) => {
    const comment = index % 6 === 0 ? `Stand ${year}: mit allen Beteiligten besprochen.` : ''
    const version = stored[questionId]?.version ?? 0
    return [questionId, { choice: String((index * 7 + year) % 5), comment, clarifyWith: '', version }] as const
  })
  await saveAnswers(actor, id, { formId: `form-${year}`, answers: Object.fromEntries(answers) }, now)
  return id
}

/** Makes a workspace with rounds, each begun from the last; all but the latest are closed. Its person signs in as `person`. */
export async function makeWorkspace(rounds: number, email = person.email): Promise<OwnWorkspace> {
  const now = new Date()
  const code = await issueSetUpCode(now, { further: true })
  const { workspaceId, userId } = await setUp(code!, 'Musterstadt', { ...person, email }, now)
  const own: OwnWorkspace = { actor: { key: null, userId }, workspaceId }
  let last: string | null = null
  for (let index = 0; index < rounds; index += 1) {
    const year = 2026 - rounds + 1 + index
    const id = await addRound(own, year, last)
    if (index < rounds - 1) await closeRound(own.actor, id, new Date(`${year}-12-15T12:00:00Z`))
    last = id
  }
  return own
}

type Row = Record<string, unknown>
type Connection = Parameters<Parameters<Database['write']>[0]>[0]

const readRows = (connection: Connection, table: string, column: string, id: unknown) =>
  connection.prepare(`SELECT * FROM "${table}" WHERE "${column}" = ?`).all(id) as Row[]

function addRows(connection: Connection, table: string, rows: readonly Row[]): void {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const statement = connection.prepare(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  )
  for (const row of rows) statement.run(row)
}

/** Copies a round with its answers and its closed state into another workspace. */
function copyRound(connection: Connection, round: Row, workspaceId: string): void {
  const [assessmentId, placeId, responseId] = [newId(), newId(), newId()]
  const [response] = readRows(connection, 'Response', 'assessmentId', round.id)
  const answers = readRows(connection, 'Answer', 'responseId', response!.id)
  // A closed round takes no answers any more: it is closed afterwards, as by the product.
  addRows(connection, 'Assessment', [{ ...round, id: assessmentId, workspaceId, basedOnId: null, status: 'offen' }])
  addRows(connection, 'Place', [{ id: placeId }])
  const places = readRows(connection, 'AssessmentPlace', 'assessmentId', round.id)
  addRows(
    connection,
    'AssessmentPlace',
    places.map((place) => ({ ...place, assessmentId, placeId })),
  )
  addRows(connection, 'Response', [{ ...response, id: responseId, assessmentId }])
  addRows(
    connection,
    'Answer',
    answers.map((answer) => ({ ...answer, responseId, subjectId: answer.subjectId === '' ? '' : placeId })),
  )
  const snapshots = readRows(connection, 'Snapshot', 'assessmentId', round.id)
  addRows(
    connection,
    'Snapshot',
    snapshots.map((snapshot) => ({ ...snapshot, id: newId(), assessmentId })),
  )
  connection.prepare('UPDATE "Assessment" SET "status" = ? WHERE "id" = ?').run(round.status, assessmentId)
}

/** Adds workspaces of others, each with copies of all rounds of one's own. @param rounds of them all together */
export async function addRoundsOfOthers({ workspaceId }: OwnWorkspace, rounds: number): Promise<void> {
  const database = await openDatabase()
  let made = 0
  while (made < rounds) {
    made += await database.write((connection) => {
      const own = readRows(connection, 'Assessment', 'workspaceId', workspaceId)
      const [workspace] = readRows(connection, 'Workspace', 'id', workspaceId)
      // Some workspaces a transaction, so that none grows too large.
      for (let index = 0; index < 20 && made + index * own.length < rounds; index += 1) {
        const id = newId()
        addRows(connection, 'Workspace', [{ ...workspace, id }])
        for (const round of own) copyRound(connection, round, id)
      }
      return Math.min(20 * own.length, rounds - made)
    })
  }
}
