/** JavaScript as transferred (gzip) for the question page and the result page, measured by Chromium. */
import { launchBrowser, newPerson } from '../../tests/setup/browser'
import { startSite } from '../../tests/setup/site'
import { line } from './measure'

export async function benchPageWeight(): Promise<void> {
  const browser = await launchBrowser()
  const site = await startSite()
  try {
    const person = await newPerson(browser)
    const page = await person.newPage()
    await page.goto(site.url)
    const started = await page.request.post(`${site.url}/api/assessments`, {
      form: { mode: 'voll' },
      headers: { origin: site.url },
    })
    const id = started.url().split('/')[4]
    await page.request.post(`${site.url}/api/assessments/${id}/place`, {
      form: { name: 'Nordviertel' },
      headers: { origin: site.url },
    })
    const scripts = async (path: string) => {
      // A fresh cache each time: what a first visit costs.
      const cdp = await person.newCDPSession(page)
      await cdp.send('Network.enable')
      await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
      const types = new Map<string, string>()
      let bytes = 0
      cdp.on('Network.responseReceived', (event) => types.set(event.requestId, event.type))
      cdp.on('Network.loadingFinished', (event) => {
        if (types.get(event.requestId) === 'Script') bytes += event.encodedDataLength
      })
      const response = await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' })
      if (!response?.ok()) throw new Error(`${path}: ${response?.status()}`)
      await cdp.detach()
      return bytes / 1024
    }
    line('JavaScript of the question page, KB', (await scripts(`/check/${id}/frage/rueckendeckung`)).toFixed(0), 'aim ≤ 180')
    line('JavaScript of the result page, KB', (await scripts(`/check/${id}/ergebnis`)).toFixed(0), 'aim ≤ 170')
  } finally {
    await browser.close()
    await site.close()
  }
}
