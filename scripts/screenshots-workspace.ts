/**
 * Pictures of accounts, workspace, rounds, measures, targets and comparison: with nothing in them, with three rounds of a town,
 * with errors, and with a newer version of the questionnaire. Called by `screenshots.ts`.
 */
import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { addNextVersion, copyOfContent } from '../tests/factories/next-version'
import { beginRoundHere, factorIds, walkFactors } from '../tests/e2e/round-steps'
import { inviteMember, joinByLink, setUpLink, setUpWorkspace } from '../tests/e2e/workspace'
import { newPerson } from '../tests/setup/browser'
import { makeRounds, type RoundOutline } from '../tests/setup/rounds'
import { startSite, type Site } from '../tests/setup/site'
import { accountPictures, loginDialogPicture } from './screenshots-accounts'
import { show, showAfter, type Picture, type Scene } from './setup/picture'

const comments: Readonly<Record<string, string>> = {
  'raeume-struktur': 'Pfarrsaal, nur mittwochs; der Schlüssel liegt beim Küster.',
  'strategie-praxis': 'Leitbild von 2019, seither in keiner Vorlage erwähnt.',
}
const rounds: readonly RoundOutline[] = [
  { name: '2022', year: 2022, mode: 'schnell', choiceOf: (_, index) => String(index % 3) },
  {
    name: '2024',
    year: 2024,
    choiceOf: (_, index) => (index % 11 === 10 ? 'unknown' : String((index * 3) % 4)),
    commentOf: (id) => comments[id] ?? '',
  },
]
const measures = [{ title: 'Ladenlokal in der Nordstraße anmieten', factorId: 'raeume', doneOn: '2025-03-12' }]

async function workspacePictures(scene: Scene, prefix: string): Promise<void> {
  const { page, place } = scene
  for (const path of ['', 'verlauf', 'vergleich', 'ziele', 'massnahmen', 'mitglieder', 'uebergabe', 'einstellungen', 'neu']) {
    await show(scene, page, `${prefix}-${path || 'durchgaenge'}`, place(path))
  }
}

/** The third round: begun with the answers of the second, some confirmed, some changed. @returns its address */
async function beginThird({ site, page, place }: Scene): Promise<string> {
  await page.goto(place('neu'))
  const round = `${site.url}/check/${await beginRoundHere(page, '2026')}`
  const { town, elsewhere } = factorIds
  await walkFactors(page, round, [...town, ...elsewhere].slice(0, -4), {
    'rueckendeckung-praxis': { choice: '4' },
    'strategie-praxis': { choice: '3', comment: 'Vorlage 2026/31 nennt das Leitbild.' },
    'schnittstelle-struktur': { choice: '1' },
    'raeume-struktur': { choice: '3', comment: 'Ladenlokal in der Nordstraße seit März 2025.' },
    'raeume-praxis': { choice: '4' },
    'umsetzung-praxis': { choice: '0' },
    'quartiermanagement-struktur': { choice: '3' },
    'quartiermanagement-praxis': { choice: '3' },
  })
  return round
}

/** Two recommendations of the closed round become measures, so that the next round asks for them. */
async function measurePictures(scene: Scene, closed: string): Promise<void> {
  const { page, place, picture } = scene
  for (const [index, measure] of ['quartiermanagement-beauftragen', 'raeume-sichern'].entries()) {
    await page.goto(`${place('massnahmen/neu')}?runde=${closed}&empfehlung=${measure}`)
    if (index === 0) await picture(page, 'plan-neu')
    await page.locator('[name="lead"]').fill(index === 0 ? 'Fachbereich Soziales' : 'Gebäudewirtschaft')
    await page.locator('[name="dueOn"]').fill(index === 0 ? '31.01.2026' : '30.06.2028')
    await page.getByRole('button', { name: 'In den Maßnahmenplan eintragen' }).click()
    await page.waitForURL(/massnahmen\/[\w-]{20,}/)
  }
  await picture(page, 'plan-eingetragen')
  await page.locator('[name="dueOn"]').fill('bald')
  await page.locator('[name="status"][value="verworfen"]').check()
  await showAfter(scene, page, 'plan-fehler', 'Änderungen speichern')
}

async function targetPictures(scene: Scene): Promise<void> {
  const { page, place } = scene
  await page.goto(place('ziele'))
  const target = page.locator('#ziel-raeume')
  await target.locator('summary').click()
  await target.locator('[name="value"]').fill('60')
  await showAfter(scene, page, 'ziele-fehler', 'Ziel speichern')
  await page.locator('#feld-reason').fill('Der Neubau beginnt erst 2028.')
  await page.locator('#feld-dueOn').fill('31.12.2027')
  await showAfter(scene, page, 'ziele-gespeichert', 'Ziel speichern')
}

async function roundPictures(scene: Scene, round: string, closed: string): Promise<void> {
  const { site, page } = scene
  for (const [prefix, url] of [
    ['round-open', round],
    ['round-closed', `${site.url}/check/${closed}`],
  ] as const) {
    for (const path of [
      '',
      'frage/raeume',
      'frage/strategie',
      'frage/begegnung',
      'pruefen',
      'abschluss',
      'ergebnis',
      'weitergeben',
      'profil',
      'bericht',
    ]) {
      await show(scene, page, `${prefix}-${path.replaceAll('/', '-') || 'start'}`, `${url}/${path}`)
    }
  }
}

/** Of a workspace with nothing in it, on a site where nobody has an account yet. */
export async function takeEmptyWorkspacePictures(site: Site, browser: Browser, picture: Picture): Promise<void> {
  const page = await (await newPerson(browser)).newPage()
  const workspaceId = await setUpWorkspace(page, site)
  for (const path of ['', 'verlauf', 'vergleich', 'massnahmen', 'mitglieder', 'uebergabe', 'neu']) {
    const url = `${site.url}/arbeitsbereich/${workspaceId}/${path}`
    await show({ picture }, page, `workspace-leer-${path || 'durchgaenge'}`, url)
  }
}

/** Takes all pictures on a site and with a browser person of their own. */
export async function takeWorkspacePictures(browser: Browser, picture: Picture): Promise<void> {
  const content = copyOfContent()
  const site = await startSite({ OPERATOR_NAME: 'Stadt Musterstadt', CONTENT_DIR: content })
  try {
    const [guest, person] = [await (await newPerson(browser)).newPage(), await newPerson(browser)]
    await show({ picture }, guest, 'account-einrichten', setUpLink(site))
    await showAfter({ picture }, guest, 'account-einrichten-fehler', 'Arbeitsbereich einrichten')
    const { workspaceId, ids, enter } = await makeRounds(site, rounds, measures)
    await enter(person)
    const page = await person.newPage()
    const place = (path = '') => `${site.url}/arbeitsbereich/${workspaceId}${path && `/${path}`}`
    const scene: Scene = { site, browser, picture, page, guest, place }
    await accountPictures(scene)
    await joinByLink(browser, await inviteMember(page, site, workspaceId, 'koordination'), 'Otto')
    await page.goto(place('mitglieder'))
    await page.locator('[name="label"]').fill('Frau Yılmaz, Jugendamt')
    await showAfter(scene, page, 'workspace-eingeladen', 'Einladung ausstellen')
    await measurePictures(scene, ids[1]!)
    await targetPictures(scene)
    const round = await beginThird(scene)
    await show(scene, page, 'plan-stand', `${place('massnahmen/stand')}?runde=${round.split('/').at(-1)}`)
    await roundPictures(scene, round, ids[1]!)
    await workspacePictures(scene, 'workspace')
    await page.locator('#feld-name').fill('')
    await showAfter(scene, page, 'workspace-neu-fehler', 'Durchgang beginnen')
    addNextVersion(content)
    await site.crashAndRestart()
    await show(scene, page, 'version-hinweis', round)
    await show(scene, page, 'version-vorschau-offen', `${round}/umstellung`)
    await show(scene, page, 'version-vorschau', `${site.url}/check/${ids[1]}/umstellung`)
    await loginDialogPicture(scene, round)
  } finally {
    await site.close()
    rmSync(content, { recursive: true, force: true })
  }
}
