/** What a person does on the way through the check, with and without JavaScript. */
import type { Page } from 'playwright-core'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'

export const questionnaire: Questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')

/** „Speichern und weiter“, then the next page. */
export async function saveAndContinue(page: Page): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name: /^(Speichern und weiter|Weiter|Speichern)/ }).click()
  await page.waitForURL((url) => url.toString() !== before)
}

/** Begins a check from the start page and gives its id. */
export async function beginCheck(page: Page, siteUrl: string, mode: 'voll' | 'schnell' = 'voll'): Promise<string> {
  await page.goto(siteUrl)
  await page.getByRole('button', { name: mode === 'voll' ? 'Vollständigen Check beginnen' : 'Schnellcheck beginnen' }).click()
  await page.waitForURL(/\/check\/[\w-]+\/profil$/)
  return page.url().split('/')[4]!
}

async function choose(page: Page, field: string, value: string): Promise<void> {
  const list = page.locator(`select[name="${field}"]`)
  if ((await list.count()) > 0) await list.selectOption(value)
  else await page.locator(`input[name="${field}"][value="${value}"]`).check()
}

/** Fills in what the profile requires, wherever its form stands. */
export async function typeProfile(page: Page, name = 'Musterstadt', status = 'kreisstadt'): Promise<void> {
  await page.locator('input[name="name"]').fill(name)
  await choose(page, 'land', 'hessen')
  await choose(page, 'status', status)
  await page.locator('input[name="einwohner"]').fill('31.000')
  await page.locator('input[name="einwohner.year"]').fill('2025')
  await page.locator('input[name="einwohner.source"]').fill('Melderegister')
  await choose(page, 'ansatz', 'quartier')
  await page.locator('input[name="konzepte"][value="leitlinien"]').check()
}

/** Fills what the profile requires; from /profil to /herausforderungen. */
export async function fillProfile(page: Page, name?: string, status?: string): Promise<void> {
  await typeProfile(page, name, status)
  await saveAndContinue(page)
}

/** From /herausforderungen to the overview. */
export async function fillChallengesAndPlace(page: Page, place = 'Nordviertel'): Promise<void> {
  for (const id of ['konzentration', 'nebeneinander']) await page.locator(`input[name="challenges"][value="${id}"]`).check()
  await saveAndContinue(page)
  await page.locator('input[name="name"]').fill(place)
  await saveAndContinue(page)
  await page.waitForURL(/\/check\/[\w-]+$/)
}

/** Chooses an answer on a factor page: `0`–`4`, `unknown` or `na:<reason>`. */
export async function answer(page: Page, questionId: string, choice: string): Promise<void> {
  await page.locator(`input[name="q.${questionId}.choice"][value="${choice}"]`).check()
}

/** The answer this run gives to a question: mixed, with some „Weiß nicht“. */
export function plannedChoice(questionId: string): string {
  const index = [...questionnaire.questionById.keys()].indexOf(questionId)
  const level = questionnaire.factorOfQuestion.get(questionId)?.level
  if (index % 11 === 10) return 'unknown'
  if (level === 'verwaltung') return String(3 + (index % 2))
  return String((index * 3) % 4)
}

/** Answers every factor page from the overview on, and arrives at the review. */
export async function answerEverything(page: Page): Promise<number> {
  await page
    .getByRole('link', { name: /^(Anfangen|Weiter)/ })
    .first()
    .click()
  let pages = 0
  while (/\/frage\//.test(page.url())) {
    const factor = questionnaire.factorById.get(page.url().split('/frage/')[1]!.split(/[?#]/)[0]!)
    if (!factor) throw new Error(`no factor at ${page.url()}`)
    const asked = await page.locator('fieldset input[type="radio"][value="0"]').count()
    for (const question of factor.questions.slice(0, asked)) await answer(page, question.id, plannedChoice(question.id))
    await saveAndContinue(page)
    pages += 1
  }
  return pages
}
