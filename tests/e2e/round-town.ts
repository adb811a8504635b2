/** A town with two members on a site of its own, and what they answer in three rounds. */
import { rmSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { addNextVersion, copyOfContent } from '../factories/next-version'
import { launchBrowser, newPerson } from '../setup/browser'
import { startSite, type Site } from '../setup/site'
import { questionnaire, saveAndContinue } from './fill-check'
import { saveAnswers, walkFactors, type PlannedAnswers } from './round-steps'
import { inviteMember, joinByCode, setUpWorkspace } from './workspace'

export interface Town {
  readonly site: Site
  /** Coordinates, with scripts. */
  readonly erika: Page
  /** Works with her, without scripts. */
  readonly otto: Page
  /** The address of a page of their workspace. */
  readonly place: (...rest: string[]) => string
  /** The operator puts version 1.1.0 of the questionnaire beside 1.0.0. */
  readonly publishNextVersion: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts the site with version 1.0.0; Erika sets the workspace up, Otto joins with the code from her sheet. */
export async function startTown(): Promise<Town> {
  const content = copyOfContent()
  const site = await startSite({ CONTENT_DIR: content })
  const browser = await launchBrowser()
  const erika = await (await newPerson(browser)).newPage()
  const workspace = await setUpWorkspace(erika, site)
  await inviteMember(erika, site, workspace, 'mitarbeit')
  const code = await erika.locator('.dec-code--large').innerText()
  const otto = await joinByCode(browser, site, code, 'Otto', { javaScript: false })
  return {
    site,
    erika,
    otto,
    place: (...rest) => [site.url, 'arbeitsbereich', workspace, ...rest].join('/'),
    publishNextVersion: async () => {
      addNextVersion(content)
      // At once: a browser's spare connection may keep a server that ends in order waiting for a minute.
      await site.crashAndRestart()
    },
    close: async () => {
      await browser.close()
      await site.close()
      rmSync(content, { recursive: true, force: true })
    },
  }
}

/** What is answered on the pages; everything else is 2 in the first round and confirmed in the later ones. */
export const planned = {
  first: {
    'strategie-struktur': { choice: '2' },
    'strategie-praxis': { choice: 'unknown' },
    'raeume-struktur': { choice: '1', comment: 'Pfarrsaal, nur mittwochs' },
    'raeume-praxis': { choice: '1' },
  },
  second: {
    'strategie-praxis': { choice: '3' },
    'ueberblick-praxis': { choice: '3' },
    'umsetzung-praxis': { choice: '1', comment: 'Zwei Vorhaben ruhen.' },
    'raeume-struktur': { choice: '3', comment: 'Ladenlokal seit März' },
    'raeume-praxis': { choice: '4' },
    'quartiermanagement-struktur': { choice: '3' },
    'quartiermanagement-praxis': { choice: '4' },
    'begegnung-praxis': { choice: '4' },
  },
  third: {
    'landkreis-praxis': { choice: '3' },
    'transparenz-praxis': { choice: '4' },
    'netzwerke-praxis-2': { choice: '4' },
    'beteiligung-praxis': { choice: '3' },
  },
} satisfies Record<string, PlannedAnswers>

/** What the pages say then: what moved by the second round, what the newer version changes, what moved by the third. */
export const said = {
  moved: [
    'Räume und Anlaufstelle: von „punktuell“ zu „verankert“.',
    'Pfarrsaal, nur mittwochs',
    'Ladenlokal seit März',
    'In dieser Zeit dazu erledigt: Ladenlokal anmieten',
    'Auf Beteiligung folgen Taten: von „im Aufbau“ zu „punktuell“.',
    'Zwei Vorhaben ruhen.',
    'jetzt erst oder nicht mehr zutreffen: Gemeinsames Verständnis und Strategie.',
  ],
  preview: [
    '43 Antworten werden übernommen.',
    '3 Fragen sind neu zu beantworten.',
    '2 Fragen sind neu gefasst',
    'Bei einer Frage sind die Antworten anders gestuft',
    'Eine Frage kommt hinzu',
    'Eine Frage fällt weg',
    '42 Fragen bleiben gleich',
    'Sein Ergebnis wird weiter nach Fassung 1.0.0 berechnet und ändert sich nicht.',
  ],
  movedLater: [
    'Beteiligung und Empowerment: von „im Aufbau“ zu „etabliert“.',
    'Bei keinem Erfolgsfaktor liegt die Praxis niedriger.',
    'keine Maßnahme als erledigt vermerkt',
  ],
}

/** Both members answer an empty round: two factors on their pages, the rest by the address behind them. */
export async function answerFirstRound({ erika, otto }: Town, roundUrl: string): Promise<void> {
  await erika.goto(`${roundUrl}/quartier`)
  await erika.locator('input[name="name"]').fill('Nordviertel')
  await saveAndContinue(erika)
  await walkFactors(erika, roundUrl, ['strategie'], planned.first)
  await walkFactors(otto, roundUrl, ['raeume'], planned.first)
  for (const { id, questions } of questionnaire.factors) {
    if (id === 'strategie' || id === 'raeume') continue
    await saveAnswers(otto, roundUrl, id, Object.fromEntries(questions.map((question) => [question.id, '2'])))
  }
}
