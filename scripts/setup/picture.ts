/** Taking a picture of a page, by address or after a button. */
import type { Browser, Page } from 'playwright-core'
import type { Site } from '../../tests/setup/site'

/** Keeps what a page looks like, in each width, under a name. */
export type Picture = (page: Page, name: string) => Promise<void>

export interface Scene {
  readonly site: Site
  readonly browser: Browser
  readonly picture: Picture
  readonly page: Page
  readonly guest: Page
  /** The address of a page of the workspace. */
  readonly place: (path?: string) => string
}

/** Shows the page at an address. */
export async function show({ picture }: Pick<Scene, 'picture'>, page: Page, name: string, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await picture(page, name)
}

/** Presses a button and shows the page it leads to. */
export async function showAfter({ picture }: Pick<Scene, 'picture'>, page: Page, name: string, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  await page.waitForURL(/[?&]\w+=/)
  await page.waitForLoadState('networkidle')
  await picture(page, name)
}
