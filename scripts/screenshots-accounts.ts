/** Pictures of signing in, invitations and the own account. Called by `screenshots-workspace.ts`. */
import { inviteMember, openInvitation, signInHere } from '../tests/e2e/workspace'
import { newPerson } from '../tests/setup/browser'
import { show, showAfter, type Scene } from './setup/picture'

/** The pages of accounts, with errors. */
export async function accountPictures(scene: Scene): Promise<void> {
  const { site, guest, page, place } = scene
  await show(scene, guest, 'account-anmelden', `${site.url}/anmelden`)
  await signInHere(guest, 'Erika', 'falsch')
  await guest.waitForURL(/fehler=1/)
  await scene.picture(guest, 'account-anmelden-fehler')
  await show(scene, guest, 'account-anmelden-verlangt', place('mitglieder'))
  await show(scene, guest, 'account-passwort', `${site.url}/passwort`)
  await show(scene, guest, 'account-einladung', `${site.url}/einladung`)
  await openInvitation(guest, `${site.url}/einladung#0000-0000-0000-0000`)
  await scene.picture(guest, 'account-einladung-ungueltig')
  await openInvitation(guest, await inviteMember(page, site, place().split('/').at(-1)!, 'mitarbeit'))
  await scene.picture(guest, 'account-einladung-gueltig')
  await showAfter(scene, guest, 'account-einladung-fehler', 'Konto anlegen und beitreten')
  await show(scene, page, 'account-konto', `${site.url}/konto`)
  await showAfter(scene, page, 'account-konto-fehler', 'Passwort ändern')
  await show(scene, page, 'account-arbeitsbereiche', `${site.url}/arbeitsbereich`)
}

/** Somebody signs the page's person out elsewhere; the next answer asks for login over the page. */
export async function loginDialogPicture({ site, browser, page, picture }: Scene, round: string): Promise<void> {
  await page.goto(`${round}/frage/raeume`, { waitUntil: 'networkidle' })
  const elsewhere = await (await newPerson(browser)).newPage()
  await elsewhere.goto(`${site.url}/anmelden`)
  await signInHere(elsewhere, 'Erika')
  await elsewhere.waitForURL(/arbeitsbereich/)
  await elsewhere.goto(`${site.url}/konto`)
  await picture(elsewhere, 'account-konto-zwei-browser')
  await elsewhere.getByRole('button', { name: 'Überall sonst abmelden' }).click()
  await elsewhere.waitForURL(/beendet/)
  await page.locator('input[name="q.raeume-struktur.choice"][value="2"]').check()
  await page.getByRole('dialog').waitFor()
  await picture(page, 'account-dialog')
}
