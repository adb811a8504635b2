/** A workspace with people, two rounds and measures, made by the product's services in the database of a running site. */
import type { Browser, BrowserContext } from 'playwright-core'
import { sessionCookieName } from '@/lib/accounts/session-cookie'
import { signIn } from '@/lib/accounts/session-service'
import { byKey, type Actor } from '@/lib/accounts/actor'
import { newId } from '@/lib/assessments/secret'
import { decideMeasure, savePlace, startAssessment } from '@/lib/assessments/service'
import { closeDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { createMeasure, type Origin } from '@/lib/measures/create-service'
import type { MeasureFields } from '@/lib/measures/schema'
import { claimAssessment } from '@/lib/rounds/service'
import { measureFields } from '../factories/measure'
import { firstWorkspace, join, password, person } from '../integration/accounts/people'
import { newPerson, type PersonOptions } from '../setup/browser'
import type { Site } from '../setup/site'

export interface MeasuresScene {
  readonly workspaceId: string
  /** Closed long ago; open now. */
  readonly rounds: { readonly first: string; readonly second: string }
  readonly erika: Actor & { readonly userId: string }
  readonly otto: Actor & { readonly userId: string }
  add: (given: Partial<MeasureFields>, at?: Date, origin?: Origin | null) => Promise<string>
  /** A browser in which somebody is signed in. */
  browserOf: (browser: Browser, name: 'Erika' | 'Otto' | 'Ida', options?: PersonOptions) => Promise<BrowserContext>
}

const year = 365 * 24 * 60 * 60 * 1000
const before = (ms: number) => new Date(Date.now() - ms)

/** Makes the scene. This process uses the site's database from then on. */
export async function makeMeasuresScene(site: Site): Promise<MeasuresScene> {
  await closeDatabase()
  process.env.DATA_DIR = site.dataDir
  process.env.APP_URL = site.url
  resetSettings()
  const { workspaceId, koordination, userId } = await firstWorkspace()
  const otto = await join(workspaceId, koordination, 'Otto', 'mitarbeit')
  await join(workspaceId, koordination, 'Ida', 'lesen')
  const erika = { key: null, userId }
  const round = async (name: string, at: Date) => {
    const { id, newKey } = await startAssessment({ key: null, mode: 'voll', now: at })
    await savePlace(byKey(newKey), id, 'Nordviertel', at)
    await claimAssessment({ ...byKey(newKey), userId }, id, workspaceId, { name, periodFrom: null, periodTo: null }, at)
    return id
  }
  const first = await round('2024', before(2 * year))
  const add: MeasuresScene['add'] = async (given, at = before(year), origin = null) => {
    const id = newId()
    await createMeasure(otto, workspaceId, { id, fields: measureFields({ factorId: 'raeume', ...given }), origin }, at)
    return id
  }
  await decideMeasure(
    otto,
    first,
    'raeume-ort-finden',
    { decision: 'nicht-vorgesehen', reason: 'Im Nordviertel gibt es den Ort seit 2023.' },
    before(year),
  )
  return {
    workspaceId,
    rounds: { first, second: await round('2026', before(1000)) },
    erika,
    otto,
    add,
    browserOf: async (browser, name, options) => {
      const { email } = person(name)
      const { cookie } = await signIn({ email, password, address: null }, null)
      const context = await newPerson(browser, options)
      await context.addCookies([{ name: sessionCookieName, value: cookie, url: site.url }])
      return context
    },
  }
}
