/** A workspace with rounds on a running site, made in its database the way the product makes them. */
import type { BrowserContext } from 'playwright-core'
import { issueSetUpCode, setUp } from '@/lib/accounts/invitation-service'
import { sessionCookieName } from '@/lib/accounts/session-cookie'
import { signIn } from '@/lib/accounts/session-service'
import { questionnaireOf } from '@/lib/assessments/content'
import { saveAnswers, savePlace, saveProfile, startAssessment } from '@/lib/assessments/service'
import { newId } from '@/lib/assessments/secret'
import { closeDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { createMeasure, freeMeasure } from '@/lib/measures/create-service'
import type { Mode } from '@/lib/questionnaire/questionnaire'
import { claimAssessment, closeRound } from '@/lib/rounds/service'
import type { Site } from './site'

const person = { name: 'Erika', email: 'erika@musterstadt.de', password: 'Brücke Kiesel Lampe' }

const wholeProfile = {
  name: 'Musterstadt',
  land: 'niedersachsen',
  status: 'kreisangehoerig',
  ansatz: 'beides',
  einwohner: '42300',
  'einwohner.year': '1985',
  'einwohner.source': 'Melderegister',
}

export interface RoundOutline {
  readonly name: string
  readonly year: number
  /** `0`–`4`, `unknown` or empty for each question by its place in the questionnaire. */
  readonly choiceOf: (questionId: string, index: number) => string
  readonly commentOf?: (questionId: string) => string
  readonly mode?: Mode
  readonly place?: string
  /** As the form of the profile sends it. */
  readonly profile?: Readonly<Record<string, string>>
  readonly open?: boolean
}

export interface Rounds {
  readonly workspaceId: string
  /** In the order of the outlines. */
  readonly ids: readonly string[]
  /** Signs the coordinator in, in a browser. */
  readonly enter: (context: BrowserContext) => Promise<void>
}

async function makeRound(userId: string, workspaceId: string, outline: RoundOutline): Promise<string> {
  const { name, year, choiceOf, commentOf = () => '', mode = 'voll', place = 'Nordviertel', profile = {}, open } = outline
  const now = new Date(`${year}-11-23T12:00:00Z`)
  const { id, newKey: key } = await startAssessment({ key: null, mode, now })
  const actor = { key, userId }
  const questionnaire = questionnaireOf()
  const fields = { ...wholeProfile, ...profile }
  const refused = (await saveProfile(actor, id, fields, now)).errors
  await savePlace(actor, id, place, now)
  const answers = [...questionnaire.questionById.keys()].flatMap((questionId, index) => {
    const choice = choiceOf(questionId, index)
    return choice === '' ? [] : [[questionId, { choice, comment: commentOf(questionId), clarifyWith: '', version: 0 }] as const]
  })
  const saved = await saveAnswers(actor, id, { formId: `form-${id}`, answers: Object.fromEntries(answers) }, now)
  const errors = [...refused, ...saved.errors]
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  await claimAssessment(actor, id, workspaceId, { name, periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` }, now)
  if (!open) await closeRound({ key: null, userId }, id, now)
  return id
}

/** A measure that became done on a day. */
export interface DoneOutline {
  readonly title: string
  readonly factorId: string
  readonly doneOn: string
}

async function makeDone(userId: string, workspaceId: string, { doneOn, ...given }: DoneOutline): Promise<void> {
  const fields = { ...freeMeasure, ...given, status: 'erledigt' as const }
  await createMeasure({ key: null, userId }, workspaceId, { id: newId(), fields, origin: null }, new Date(`${doneOn}T12:00:00Z`))
}

/** Gives a workspace of „Musterstadt“ with these rounds, each closed unless it is open. Call once a site. */
export async function makeRounds(
  site: Site,
  outlines: readonly RoundOutline[],
  measures: readonly DoneOutline[] = [],
): Promise<Rounds> {
  const use = async <T>(work: () => Promise<T>): Promise<T> => {
    process.env.DATA_DIR = site.dataDir
    process.env.APP_URL = site.url
    resetSettings()
    try {
      return await work()
    } finally {
      await closeDatabase()
    }
  }
  const { workspaceId, ids } = await use(async () => {
    const code = await issueSetUpCode(new Date())
    if (!code) throw new Error('no code for the set-up')
    const made = await setUp(code, 'Musterstadt', person, new Date())
    const rounds: string[] = []
    for (const outline of outlines) rounds.push(await makeRound(made.userId, made.workspaceId, outline))
    for (const measure of measures) await makeDone(made.userId, made.workspaceId, measure)
    return { workspaceId: made.workspaceId, ids: rounds }
  })
  const enter = async (context: BrowserContext) => {
    const { cookie } = await use(() => signIn({ ...person, address: null }, null))
    await context.addCookies([{ name: sessionCookieName, value: cookie, url: site.url, httpOnly: true, sameSite: 'Lax' }])
  }
  return { workspaceId, ids, enter }
}
