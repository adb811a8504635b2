/** How fast answers are saved through HTTP, held against an empty handler of the same server; and that none is lost. */
import { startSite, type Site } from '../../tests/setup/site'
import { line, load, median, percentile } from './measure'

const connections = 16
const requests = 4000
const rounds = 5

interface Saver {
  readonly assessment: string
  readonly cookie: string
  /** Version of the one answer this connection writes. */
  version: number
  value: number
}

const question = 'rueckendeckung-struktur'
const factor = 'rueckendeckung'

async function begin(site: Site): Promise<Saver> {
  const response = await fetch(`${site.url}/api/assessments`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'mode=voll',
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  const assessment = response.headers.get('location')?.split('/')[2]
  if (!cookie || !assessment) throw new Error(`no assessment: ${response.status}`)
  return { assessment, cookie, version: 0, value: 0 }
}

async function save(site: Site, saver: Saver): Promise<boolean> {
  const value = (saver.value + 1) % 5
  const response = await fetch(`${site.url}/api/assessments/${saver.assessment}/answers`, {
    method: 'POST',
    headers: { origin: site.url, 'content-type': 'application/json', accept: 'application/json', cookie: saver.cookie },
    body: JSON.stringify({
      factor,
      formId: `bench-${saver.assessment}`,
      answers: { [question]: { choice: String(value), comment: '', clarifyWith: '', version: saver.version } },
    }),
  })
  const body = (await response.json()) as { versions?: Record<string, number> }
  const version = body.versions?.[question]
  if (!response.ok || version === undefined) return false
  saver.version = version
  saver.value = value
  return true
}

const empty = async (site: Site) => {
  const response = await fetch(`${site.url}/api/ping`, { method: 'POST', headers: { origin: site.url } })
  await response.arrayBuffer()
  return response.ok
}

/** What is stored, read back through the export of each assessment. */
async function lost(site: Site, savers: readonly Saver[]): Promise<number> {
  let missing = 0
  for (const saver of savers) {
    const response = await fetch(`${site.url}/api/assessments/${saver.assessment}/state`, { headers: { cookie: saver.cookie } })
    const state = (await response.json()) as { answers: Record<string, { choice: string } | undefined> }
    const stored = state.answers[question]?.choice
    if (stored !== String(saver.value)) missing += 1
  }
  return missing
}

/** Save ÷ empty handler, in alternating rounds of one run. */
export async function benchSave(): Promise<void> {
  const site = await startSite()
  try {
    const savers = await Promise.all(Array.from({ length: connections }, () => begin(site)))
    await load(connections, 500, (_, connection) => save(site, savers[connection]!))
    await load(connections, 500, () => empty(site))
    const ratios: number[] = []
    const saves: number[] = []
    let failures = 0
    for (let round = 0; round < rounds; round += 1) {
      const bare = await load(connections, requests, () => empty(site))
      const saved = await load(connections, requests, (_, connection) => save(site, savers[connection]!))
      failures += saved.failures
      saves.push(saved.perSecond)
      ratios.push(saved.perSecond / bare.perSecond)
    }
    line('save ÷ empty handler, 16 connections', median(ratios).toFixed(2), 'aim ≥ 0.40')
    line('  saves per second', median(saves).toFixed(0))
    line('  not acknowledged', String(failures), 'aim 0')
    line('  acknowledged and lost', String(await lost(site, savers)), 'aim 0')
  } finally {
    await site.close()
  }
}

/** p99 of a save while reports render ÷ without. */
export async function benchSaveWhileRendering(): Promise<void> {
  const site = await startSite()
  try {
    const savers = await Promise.all(Array.from({ length: 4 }, () => begin(site)))
    const reader = savers[0]!
    const report = () =>
      fetch(`${site.url}/api/assessments/${reader.assessment}/report`, { headers: { cookie: reader.cookie } }).then(
        async (response) => {
          await response.arrayBuffer()
          return response.ok
        },
      )
    const place = await fetch(`${site.url}/api/assessments/${reader.assessment}/place`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site.url, cookie: reader.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=Nordviertel',
    })
    if (place.status >= 400) throw new Error(`place: ${place.status}`)
    const saving = () => load(4, 600, (_, connection) => save(site, savers[connection]!))
    await saving()
    if (!(await report())) throw new Error('the report failed')
    const ratios: number[] = []
    const reportMs: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const quiet = percentile((await saving()).latencies, 0.99)
      let rendering = true
      const renderer = (async () => {
        while (rendering) {
          const begun = performance.now()
          await report()
          reportMs.push(performance.now() - begun)
        }
      })()
      const busy = percentile((await saving()).latencies, 0.99)
      rendering = false
      await renderer
      ratios.push(busy / quiet)
    }
    line('save p99 while reports render ÷ without', median(ratios).toFixed(2), 'aim ≤ 2')
    line('  report through HTTP, ms', median(reportMs).toFixed(0))
  } finally {
    await site.close()
  }
}
