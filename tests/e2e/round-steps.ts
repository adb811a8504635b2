/** What members do with a round, each in an own browser: begin it, answer and confirm, close it, compare it, take the report home. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { answer, questionnaire } from './fill-check'
import { readPdf, type ReadPdf } from './pdf-reader'

const checkUrl = /\/check\/[\w-]+$/

/** Text of a page's main part. */
export const mainText = (page: Page) => page.locator('main').innerText()

/** Which of these texts are missing; hyphens and spaces that only serve the line break do not count. */
export function missingIn(given: string, wanted: readonly string[]): string[] {
  const plain = (one: string) => one.replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ')
  const within = plain(given)
  return wanted.filter((one) => !within.includes(plain(one)))
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** Names the round on the page that begins one, for the whole year it is named for. @returns its id */
export async function beginRoundHere(page: Page, year: string): Promise<string> {
  await page.locator('#feld-name').fill(year)
  await page.locator('#feld-periodFrom').fill(`01.01.${year}`)
  await page.locator('#feld-periodTo').fill(`31.12.${year}`)
  await press(page, 'Durchgang beginnen')
  await page.waitForURL(checkUrl)
  return page.url().split('/').at(-1)!
}

export interface PlannedAnswer {
  /** `0`–`4` or `unknown`. */
  readonly choice: string
  readonly comment?: string
}
export type PlannedAnswers = Readonly<Record<string, PlannedAnswer>>

const factorsOf = (level: string) => questionnaire.factors.filter((factor) => factor.level === level).map(({ id }) => id)

/** The factors of a level; ids are the same in both versions of the questionnaire. */
export const factorIds = {
  town: factorsOf('verwaltung'),
  elsewhere: [...factorsOf('intermediaer'), ...factorsOf('vor-ort')],
}

/** Answers what is planned on the pages of these factors and leaves each with „weiter“, which confirms what was taken over. */
export async function walkFactors(
  page: Page,
  roundUrl: string,
  factors: readonly string[],
  planned: PlannedAnswers,
): Promise<void> {
  for (const factor of factors) {
    await page.goto(`${roundUrl}/frage/${factor}`)
    for (const [questionId, { choice, comment }] of Object.entries(planned)) {
      if ((await page.locator(`[name="q.${questionId}.choice"]`).count()) === 0) continue
      await answer(page, questionId, choice)
      if (comment === undefined) continue
      const area = page.locator(`textarea[name="q.${questionId}.comment"]`)
      const fold = page.locator('details', { has: area })
      if (!(await fold.evaluate((details) => (details as HTMLDetailsElement).open))) await fold.locator('summary').click()
      await area.fill(comment)
    }
    await press(page, /^(Bestätigen|Speichern) und weiter$/)
    await page.waitForURL((url) => !url.pathname.endsWith(`/${factor}`))
  }
}

/** Saves answers the way the question page does while somebody types. Throws with what was refused. */
export async function saveAnswers(page: Page, roundUrl: string, factor: string, choices: Readonly<Record<string, string>>) {
  const url = new URL(roundUrl)
  const answers = Object.fromEntries(
    Object.entries(choices).map(([id, choice]) => [id, { choice, comment: '', clarifyWith: '', version: 0 }]),
  )
  const saved = await page.request.post(`${url.origin}/api/assessments/${url.pathname.split('/').at(-1)}/answers`, {
    headers: { origin: url.origin },
    data: { factor, formId: `bulk-${factor}`, answers },
  })
  if (!saved.ok()) throw new Error(`${factor}: ${saved.status()} ${await saved.text()}`)
}

/** Closes a round on its page. @returns the hash that the page names */
export async function closeRoundHere(page: Page, roundUrl: string): Promise<string> {
  await page.goto(`${roundUrl}/abschluss`)
  await press(page, 'Durchgang jetzt abschließen')
  await page.getByRole('heading', { name: 'Abgeschlossener Durchgang' }).waitFor()
  return await page.locator('code').first().innerText()
}

/** Everything that is frozen with a round, as its pages and files show it. */
export async function frozenParts(page: Page, roundUrl: string) {
  const url = new URL(roundUrl)
  await page.goto(`${roundUrl}/abschluss`)
  const hash = await page.locator('code').first().innerText()
  const file = await page.request.get(
    `${url.origin}/api${url.pathname.replace('/check/', '/assessments/')}/export?datei=json&abschluss=1`,
  )
  if (!file.ok()) throw new Error(`the answers of a closed round: ${file.status()}`)
  const pages: string[] = []
  for (const path of ['ergebnis', 'pruefen', 'frage/netzwerke', 'frage/transparenz']) {
    await page.goto(`${roundUrl}/${path}`)
    pages.push(await mainText(page))
  }
  return { hash, file: await file.text(), pages }
}

export interface Split {
  readonly before: number
  readonly practice: number
  readonly known: number
  readonly content: number
  readonly after: number
}

type LevelName = 'Rathaus' | 'Dazwischen' | 'Vor Ort'
const card = (page: Page, level: LevelName) => page.getByRole('article', { name: level, exact: true })

/** What a comparison says about a level. */
export const levelCard = (page: Page, level: LevelName) => card(page, level).innerText()

/** The parts of a level's change as its table gives them. */
export async function splitOf(page: Page, level: LevelName): Promise<Split> {
  const rows = await card(page, level)
    .locator('table tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')))
  const value = (name: string) => {
    const text = rows.find(([label]) => label === name)?.[1]
    if (text === undefined) throw new Error(`no part „${name}“ of ${level}: ${JSON.stringify(rows)}`)
    return Number.parseInt(text.replace('−', '-'), 10)
  }
  return {
    before: value('Vorher'),
    practice: value('Praxis'),
    known: value('Wissen'),
    content: value('Fragebogen'),
    after: value('Nachher'),
  }
}

/** Downloads the report by the first link on the page of the result, and reads it. */
export async function downloadReport(page: Page, roundUrl: string): Promise<ReadPdf & { readonly fileName: string }> {
  await page.goto(`${roundUrl}/ergebnis`)
  const waiting = page.waitForEvent('download')
  // A link that downloads never finishes loading, so the click is not waited for.
  await page.locator('a[href*="/report"]').first().click({ noWaitAfter: true })
  const download = await waiting
  return { ...(await readPdf(readFileSync(await download.path()))), fileName: download.suggestedFilename() }
}
