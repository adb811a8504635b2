/** A workspace with members, made in the browser the way people make it. */
import type { Browser, Page } from 'playwright-core'
import { newPerson, type PersonOptions } from '../setup/browser'
import type { Site } from '../setup/site'

export const password = 'Brücke Kiesel Lampe'

/** The link that the server prints while nobody has an account; each start makes the one before invalid. */
export function setUpLink(site: Site): string {
  const link = site
    .output()
    .match(/https?:\S+\/einrichten#[0-9A-Z-]+/g)
    ?.at(-1)
  if (!link) throw new Error(`no link for the set-up: ${site.output()}`)
  return link
}

/** Fills the fields of a new account. */
export async function fillPerson(page: Page, name: string): Promise<void> {
  await page.locator('input[name="name"]').fill(name)
  await page.locator('input[name="email"]').fill(emailOf(name))
  await page.locator('input[name="password"]').fill(password)
  await page.locator('input[name="password-again"]').fill(password)
}

export const emailOf = (name: string) => `${name.toLowerCase()}@musterstadt.de`

/** Sets the first workspace up in this browser. @returns its id */
export async function setUpWorkspace(page: Page, site: Site, name = 'Erika', kommune = 'Musterstadt'): Promise<string> {
  const link = setUpLink(site)
  await page.goto(link)
  // Without scripts it is typed.
  await page.locator('input[name="code"]').fill(link.split('#')[1] ?? '')
  await page.locator('input[name="kommune"]').fill(kommune)
  await fillPerson(page, name)
  await page.getByRole('button', { name: 'Arbeitsbereich einrichten' }).click()
  await page.waitForURL(/\/arbeitsbereich\/[^/?]+$/)
  return page.url().split('/').at(-1)!
}

/** Makes an invitation out as coordinator. @returns its link as the sheet shows it */
export async function inviteMember(page: Page, site: Site, workspaceId: string, role: string): Promise<string> {
  await page.goto(`${site.url}/arbeitsbereich/${workspaceId}/mitglieder`)
  await page.locator(`#einladungen input[name="role"][value="${role}"]`).check()
  await page.getByRole('button', { name: 'Einladung ausstellen' }).click()
  await page.waitForURL(/eingeladen=1/)
  return (await page.locator('.dec-code-box dd').first().textContent())!.trim()
}

/**
 * Opens the link of an invitation: its code stands behind `#`, and a script has it looked up.
 * @param typed without scripts: the code is typed into the field instead
 */
export async function openInvitation(page: Page, link: string, { typed = false } = {}): Promise<void> {
  const [address = '', code = ''] = link.split('#')
  const shown = page.waitForResponse(
    (answer) => new URL(answer.url()).pathname === '/einladung' && answer.request().redirectedFrom() !== null,
  )
  await page.goto(typed ? `${address}?mit=code` : link)
  if (typed) {
    await page.locator('input[name="code"]').first().fill(code)
    await page.getByRole('button', { name: 'Einladung ansehen' }).click()
  }
  // Until the last byte: the new page is there then, and nobody waits for the load of the one before.
  await (await shown).finished()
  await page.waitForLoadState('load')
}

async function joinHere(page: Page, name: string): Promise<Page> {
  await fillPerson(page, name)
  await page.getByRole('button', { name: 'Konto anlegen und beitreten' }).click()
  await page.waitForURL(/\/arbeitsbereich\/[^/?]+$/)
  return page
}

/** A new person in an own browser who redeems an invitation with a new account. */
export async function joinByLink(browser: Browser, link: string, name: string, options: PersonOptions = {}): Promise<Page> {
  const page = await (await newPerson(browser, options)).newPage()
  await openInvitation(page, link, { typed: options.javaScript === false })
  return await joinHere(page, name)
}

/** The same with the code from the sheet, typed by hand. */
export async function joinByCode(
  browser: Browser,
  site: Site,
  code: string,
  name: string,
  options: PersonOptions = {},
): Promise<Page> {
  const page = await (await newPerson(browser, options)).newPage()
  await openInvitation(page, `${site.url}/einladung#${code}`, { typed: true })
  return await joinHere(page, name)
}

/** Signs in on the page that asks for it. */
export async function signInHere(page: Page, name: string, typed = password): Promise<void> {
  await page.locator('form[action="/api/session"] input[name="email"]').fill(emailOf(name))
  await page.locator('form[action="/api/session"] input[name="password"]').fill(typed)
  await page.locator('form[action="/api/session"] button').click()
}
