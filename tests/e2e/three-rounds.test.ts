/**
 * Two members, three rounds: two years apart, then two more under a newer version of the questionnaire. What moved, why, what
 * cannot be compared, and that a closed round stays as it was. Erika works with scripts, Otto without.
 */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { typeProfile } from './fill-check'
import * as step from './round-steps'
import { answerFirstRound, planned, said, startTown, type Town } from './round-town'

// A measure is done on the day of the run, which has to lie between the first two rounds.
const thisYear = new Date().getFullYear()
const [first, second, third] = [String(thisYear - 2), String(thisYear), String(thisYear + 2)] as const

const text = step.mainText

let town: Town
let erika: Town['erika']
let otto: Town['otto']
/** The id of each year's round. */
const checks: Record<string, string> = {}
const frozen: Record<string, Awaited<ReturnType<typeof step.frozenParts>>> = {}

const check = (year: string) => `${town.site.url}/check/${checks[year]}`
const compare = (from: string, to: string) => erika.goto(`${town.place('vergleich')}?von=${checks[from]}&bis=${checks[to]}`)

beforeAll(async () => {
  town = await startTown()
  ;({ erika, otto } = town)
}, 120_000)
afterAll(() => town?.close())

describe('the first round', () => {
  test('begins empty with the profile of the workspace; both members answer it', async () => {
    await erika.goto(town.place('einstellungen'))
    await typeProfile(erika)
    await step.press(erika, 'Angaben speichern')
    await erika.waitForURL(/gespeichert/)
    await erika.goto(town.place('neu'))
    checks[first] = await step.beginRoundHere(erika, first)
    expect(await text(erika)).toContain(`Durchgang „${first}“ · 01.01.${first} bis 31.12.${first} · offen`)
    await erika.goto(`${check(first)}/profil`)
    expect(await erika.locator('input[name="einwohner"]').inputValue()).toBe('31000')
    await answerFirstRound(town, check(first))
    await otto.goto(check(first))
    expect(await text(otto)).toContain('Alle 46 Fragen')
  }, 120_000)

  test('gives Otto a measure for the plan; closing it is for the coordinator', async () => {
    await otto.goto(`${check(first)}/empfehlung/raeume-ort-finden`)
    await otto.getByRole('link', { name: 'In den Maßnahmenplan übernehmen' }).click()
    await otto.locator('[name="title"]').fill('Ladenlokal anmieten')
    await step.press(otto, 'In den Maßnahmenplan eintragen')
    expect(await text(otto)).toContain('Die Maßnahme ist eingetragen.')
    await otto.goto(`${check(first)}/abschluss`)
    expect(await text(otto)).toContain('Abschließen kann die Koordination Ihres Arbeitsbereichs.')
    expect(await otto.getByRole('button', { name: 'Durchgang jetzt abschließen' }).count()).toBe(0)
    const hash = await step.closeRoundHere(erika, check(first))
    frozen[first] = await step.frozenParts(otto, check(first))
    expect(frozen[first].hash).toBe(hash)
    expect(createHash('sha256').update(frozen[first].file).digest('hex')).toBe(hash)
  }, 90_000)
})

describe('the second round, two years later', () => {
  test('begins with the last answers; each stands there to be confirmed', async () => {
    await erika.goto(town.place('neu'))
    expect(await erika.getByLabel(`Mit den Antworten aus „${first}“`).isChecked()).toBe(true)
    checks[second] = await step.beginRoundHere(erika, second)
    expect(await text(erika)).toContain('46 übernommene Antworten warten auf Ihre Bestätigung')
    await otto.goto(`${check(second)}/frage/raeume`)
    const asked = await text(otto)
    expect(
      step.missingIn(asked, [`Im Durchgang „${first}“`, 'Übernommen, bitte bestätigen', 'Pfarrsaal, nur mittwochs']),
    ).toEqual([])
  }, 60_000)

  test('both confirm or change them, in the Rathaus and elsewhere', async () => {
    await step.walkFactors(erika, check(second), step.factorIds.town, planned.second)
    await step.walkFactors(otto, check(second), step.factorIds.elsewhere, planned.second)
    await erika.goto(check(second))
    expect(await text(erika)).toContain('Alle 46 Fragen')
    expect(await text(erika)).not.toContain('auf Ihre Bestätigung')
  }, 120_000)

  test('the plan is asked what became of the measure', async () => {
    await otto.goto(check(second))
    await otto.getByRole('link', { name: 'Stand angeben' }).click()
    await otto.locator('[name="status"][value="erledigt"]').check()
    await step.press(otto, 'Stand speichern')
    expect(await text(otto)).toContain('Der Stand ist gespeichert.')
    await step.closeRoundHere(erika, check(second))
    frozen[second] = await step.frozenParts(erika, check(second))
    expect(frozen[second].hash).not.toBe(frozen[first]!.hash)
  }, 60_000)

  test('the comparison says which level moved, by what, and of which parts the change consists', async () => {
    await compare(first, second)
    expect(await erika.locator('h1').innerText()).toBe(
      'Am stärksten verändert hat sich die Ebene „Vor Ort“: Dort liegen Antworten höher als davor.',
    )
    expect(await text(erika)).toContain('45 Fragen sind vergleichbar')
    expect(await step.levelCard(erika, 'Rathaus')).toMatch(
      /im Aufbau\s+wie davor[\s\S]*Eine Frage ist jetzt beantwortet, davor nicht/,
    )
    expect(await step.levelCard(erika, 'Dazwischen')).toMatch(/im Aufbau\s+wie davor[\s\S]*Eine Antwort liegt niedriger/)
    expect(await step.levelCard(erika, 'Vor Ort')).toMatch(/etabliert\s+davor im Aufbau[\s\S]*5 Antworten liegen höher/)
    expect(await step.splitOf(erika, 'Rathaus')).toEqual({ before: 50, practice: 1, known: 2, content: 0, after: 53 })
    expect(await step.splitOf(erika, 'Dazwischen')).toEqual({ before: 50, practice: -2, known: 0, content: 0, after: 48 })
    expect(await step.splitOf(erika, 'Vor Ort')).toEqual({ before: 46, practice: 16, known: 0, content: 0, after: 62 })
    expect(step.missingIn(await erika.locator('#bewegt').innerText(), said.moved)).toEqual([])
  }, 60_000)
})

describe('the third round, under a newer version', () => {
  test('is looked at before it begins', async () => {
    await town.publishNextVersion()
    await erika.goto(town.place('neu'))
    await erika.getByRole('link', { name: `Vorschau für „${second}“` }).click()
    await erika.getByRole('heading', { name: 'Wechsel zur Fassung 1.1.0' }).waitFor()
    expect(step.missingIn(await text(erika), said.preview)).toEqual([])
    await erika.getByRole('link', { name: 'Durchgang mit Fassung 1.1.0 beginnen' }).click()
    await erika.waitForURL(/aus=/)
    expect(await erika.getByLabel(`Mit den Antworten aus „${second}“`).isChecked()).toBe(true)
    checks[third] = await step.beginRoundHere(erika, third)
    expect(await text(erika)).toContain('43 übernommene Antworten warten auf Ihre Bestätigung')
  }, 90_000)

  test('shows beside a reworded question what was answered before', async () => {
    await otto.goto(`${check(third)}/frage/transparenz`)
    expect(step.missingIn(await text(otto), [`Im Durchgang „${second}“`, 'Damals gefragt:'])).toEqual([])
    expect(await otto.locator('input[name="q.transparenz-praxis.choice"]:checked').count()).toBe(0)
    await otto.goto(`${check(third)}/frage/vernetzung`)
    expect(await otto.locator('input[name="q.vernetzung-praxis.choice"][value="1"]').isChecked()).toBe(true)
    await step.walkFactors(erika, check(third), step.factorIds.town, planned.third)
    await step.walkFactors(otto, check(third), step.factorIds.elsewhere, planned.third)
    await erika.goto(check(third))
    expect(await text(erika)).toContain('Alle 46 Fragen')
    await step.closeRoundHere(erika, check(third))
  }, 120_000)

  test('leaves the earlier rounds as they were, byte by byte', async () => {
    for (const year of [first, second]) expect(await step.frozenParts(otto, check(year))).toEqual(frozen[year])
  }, 60_000)

  test('the comparison tells a change of the questionnaire from one of practice, and names what cannot be compared', async () => {
    await compare(second, third)
    const page = await text(erika)
    expect(page).toContain('42 Fragen sind vergleichbar')
    expect(page).toContain(
      'verschiedene Fassungen des Fragebogens (1.0.0 und 1.1.0). 5 Fragen sind neu gefasst, hinzugekommen oder weggefallen',
    )
    expect(await step.splitOf(erika, 'Rathaus')).toEqual({ before: 53, practice: 0, known: 0, content: 1, after: 54 })
    expect(await step.splitOf(erika, 'Dazwischen')).toEqual({ before: 48, practice: 0, known: 0, content: 7, after: 55 })
    expect(await step.splitOf(erika, 'Vor Ort')).toEqual({ before: 62, practice: 2, known: 0, content: -2, after: 62 })
    expect(await step.levelCard(erika, 'Dazwischen')).toMatch(
      /12 von 15 Fragen sind vergleichbar[\s\S]*Der größere Teil der Veränderung kommt nicht aus der Praxis/,
    )
    const factor = (name: string) => erika.locator('#faktoren tr', { hasText: name }).innerText()
    expect(await factor('Netzwerke und Ehrenamt tragfähig')).toContain('höher (Fragebogen), kaum vergleichbar')
    expect(await factor('Beteiligung und Empowerment')).toContain('höher (Praxis)')
    expect(step.missingIn(await erika.locator('#bewegt').innerText(), said.movedLater)).toEqual([])
  }, 60_000)

  test('the first and the last compare over both steps; the course shows all three', async () => {
    await compare(first, third)
    expect(await text(erika)).toContain('41 Fragen sind vergleichbar')
    expect(await step.splitOf(erika, 'Vor Ort')).toMatchObject({ before: 46, after: 62 })
    await erika.goto(town.place('verlauf'))
    expect(await text(erika)).toContain(`3 Durchgänge, von „${first}“ bis „${third}“.`)
    const chart = `Vor Ort im Verlauf: ${first}: im Aufbau; ${second}: etabliert, vergleichbar mit dem vorigen; ${third}: etabliert, vergleichbar`
    expect(await erika.getByRole('img', { name: chart }).count()).toBe(1)
  }, 60_000)

  test('ends in a report that says what the pages say, under its own version', async () => {
    const pdf = await step.downloadReport(otto, check(third))
    expect(pdf.fileName).toMatch(/^drei-ebenen-check_musterstadt_\d{4}-\d{2}-\d{2}\.pdf$/)
    expect([pdf.tagged, pdf.language]).toEqual([true, 'de-DE'])
    expect(
      step.missingIn(pdf.text, [
        'Drei-Ebenen-Check 1.1.0',
        'Musterstadt',
        'Nordviertel',
        '46 von 46 Fragen beantwortet',
        await otto.locator('h1').innerText(),
        'Wie gelangen in den letzten 12 Monaten Wechsel in ehrenamtlichen Initiativen',
        'Außerdem standen Aufgaben und Zugänge vorher auf einem Übergabeblatt.',
        'Seit dem letzten Mal',
        `Von „${second}“ (abgeschlossen am`,
        'Was aus den Maßnahmen wurde',
        'Neue Schwerpunkte',
      ]),
    ).toEqual([])
    expect(pdf.text).not.toContain('Wie arbeiteten ehrenamtliche Initiativen')
    const earlier = await step.downloadReport(otto, check(first))
    const then = ['Drei-Ebenen-Check 1.0.0', 'Wie arbeiteten ehrenamtliche Initiativen', '45 von 46 Fragen beantwortet']
    expect(step.missingIn(earlier.text, then)).toEqual([])
    expect(earlier.text).not.toContain('Seit dem letzten Mal')
  }, 90_000)
})
