/**
 * Renders PDFs off the event loop, so that saving an answer never waits for a report: one worker thread per PDF, with a
 * limit on time and memory, few at once. A thread that goes wrong is ended and takes nothing with it.
 */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { settings } from '../../env'
import { AppError } from '../../errors'
import type { Questionnaire } from '../../questionnaire/questionnaire'
import type { LevelId } from '../../questionnaire/schema'
import type { ReportViewModel } from '../types'
import { pdfLimits } from './limits'
import { createWorkerQueue, everybody, type JobOwner } from './worker-queue'
import type { WorkerAnswer, WorkerJob } from './worker-job'

/** For whom something is rendered, until when, and what it may cost. */
export interface PdfRequest {
  readonly owner: JobOwner
  /** Aborted when whoever asked has gone: nothing is rendered for nobody. */
  readonly signal?: AbortSignal
  /** Milliseconds and megabytes for one PDF; for tests. */
  readonly time?: number
  readonly memory?: number
}

export interface ReportInput {
  /** The view model of the wanted edition. */
  readonly view: ReportViewModel
  /** PNG, or none. */
  readonly coatOfArms: Uint8Array | null
}

const queue = createWorkerQueue(pdfLimits, (why) => {
  const code = why === 'own' ? 'report-own-waiting' : 'report-busy'
  return new AppError(code, { retryAfter: pdfLimits.retryAfter })
})

// Put together at run time: a bundler that saw the path would try to pack the worker.
const projectPath = (...parts: readonly string[]) => join(process.cwd(), ...parts)

type Job = WorkerJob extends infer Each ? (Each extends WorkerJob ? Omit<Each, 'fonts' | 'demo'> : never) : never
type Costs = Pick<PdfRequest, 'time' | 'memory'>

function startWorker(job: Job, memory: number): Worker {
  return new Worker(projectPath('build', 'pdf-worker.mjs'), {
    // Asked here and not by each caller: no PDF of a demonstration leaves without its mark.
    workerData: { ...job, fonts: projectPath('lib', 'report', 'fonts'), demo: settings().demo },
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // Neither loaders of this process nor its settings and secrets.
    execArgv: [],
    env: { NODE_ENV: 'production' },
  })
}

/** Ends the thread before the promise settles: only then is its place free for another. */
function runWorker(
  job: Job,
  { time = pdfLimits.time, memory = pdfLimits.memory }: Costs,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(job, memory)
    let over = false
    const end = (settle: () => void) => {
      if (over) return
      over = true
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      void worker.terminate().then(settle, settle)
    }
    const fail = (code: 'report-failed' | 'report-timeout', cause?: unknown) => end(() => reject(new AppError(code, { cause })))
    const stop = () => end(() => reject(signal.reason))
    const timer = setTimeout(() => fail('report-timeout'), time)
    signal.addEventListener('abort', stop, { once: true })
    worker.once('message', ({ bytes }: WorkerAnswer) => end(() => resolve(bytes)))
    worker.once('error', (cause) => fail('report-failed', cause))
    // Ended without an answer and without an error: nothing may wait for it for ever.
    worker.once('exit', (code) => fail('report-failed', new Error(`worker ended with ${code}`)))
  })
}

/**
 * Renders reports as tagged PDFs, one after the other, in one turn of the queue.
 * @param build gives their inputs when the turn has come: whoever is turned away costs nothing
 * @throws AppError `report-failed` if rendering fails or needs too much memory; `report-timeout` if it takes too long;
 *   `report-own-waiting` or `report-busy` if the owner has, or all together have, enough under way
 */
export function renderReportPdfs(
  build: () => readonly ReportInput[] | Promise<readonly ReportInput[]>,
  { owner, signal, ...costs }: PdfRequest,
): Promise<Uint8Array[]> {
  return queue.run(
    owner,
    async (until) => {
      const rendered: Uint8Array[] = []
      for (const input of await build()) rendered.push(await runWorker({ kind: 'report', ...input }, costs, until))
      return rendered
    },
    signal,
  )
}

/**
 * Renders one report as a tagged PDF.
 * @param request for everybody unless given
 * @throws AppError as `renderReportPdfs`
 */
export async function renderReportPdf(input: ReportInput, request: Partial<PdfRequest> = {}): Promise<Uint8Array> {
  const [bytes] = await renderReportPdfs(() => [input], { owner: everybody, ...request })
  return bytes!
}

/**
 * Renders the blank questionnaire as a tagged PDF, for everybody.
 * @param input `levelId` for the questions of one level, or null for all
 * @throws AppError as `renderReportPdfs`
 */
export function renderQuestionnairePdf(
  { questionnaire, levelId }: { questionnaire: Questionnaire; levelId: LevelId | null },
  costs: Costs = {},
): Promise<Uint8Array> {
  return queue.run(everybody, (until) => runWorker({ kind: 'questionnaire', questionnaire, levelId }, costs, until))
}
