/**
 * Renders PDFs off the event loop, so that saving an answer never waits for a report: one worker thread per PDF, with a
 * limit on time and memory, few at once. A thread that goes wrong is ended and takes nothing with it.
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { settings } from '../../env'
import { AppError } from '../../errors'
import type { Questionnaire } from '../../questionnaire/questionnaire'
import type { LevelId } from '../../questionnaire/schema'
import type { ReportViewModel } from '../types'
import { createWorkerQueue } from './worker-queue'
import type { WorkerAnswer, WorkerJob } from './worker-job'

export interface WorkerLimits {
  /** Milliseconds for one PDF. */
  readonly time: number
  /** Megabytes of JavaScript heap for one PDF; a report needs about 100. */
  readonly memory: number
}

const defaultLimits: WorkerLimits = { time: 60_000, memory: 512 }
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1))
const waitingAtMost = 8

const queue = createWorkerQueue({ running: atOnce, waiting: waitingAtMost, full: () => new AppError('report-timeout') })

// Put together at run time: a bundler that saw the path would try to pack the worker.
const projectPath = (...parts: readonly string[]) => join(process.cwd(), ...parts)

type Job = WorkerJob extends infer Each ? (Each extends WorkerJob ? Omit<Each, 'fonts' | 'demo'> : never) : never

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

function runWorker(job: Job, { time, memory }: WorkerLimits): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(job, memory)
    const fail = (code: 'report-failed' | 'report-timeout', cause?: unknown) => {
      clearTimeout(timer)
      void worker.terminate()
      reject(new AppError(code, { cause }))
    }
    const timer = setTimeout(() => fail('report-timeout'), time)
    worker.once('message', ({ bytes }: WorkerAnswer) => {
      clearTimeout(timer)
      resolve(bytes)
    })
    worker.once('error', (cause) => fail('report-failed', cause))
    // Ended without an answer and without an error: nothing may wait for it for ever.
    worker.once('exit', (code) => fail('report-failed', new Error(`worker ended with ${code}`)))
  })
}

/**
 * Renders the report of a view model as a tagged PDF.
 * @param input the view model of the wanted edition, and the coat of arms as PNG bytes or null
 * @param limits for tests
 * @throws AppError `report-failed` if rendering fails or needs too much memory; `report-timeout` if it takes too long or too
 * many are waiting
 */
export function renderReportPdf(
  { view, coatOfArms }: { view: ReportViewModel; coatOfArms: Uint8Array | null },
  limits: WorkerLimits = defaultLimits,
): Promise<Uint8Array> {
  return queue.run(() => runWorker({ kind: 'report', view, coatOfArms }, limits))
}

/**
 * Renders the blank questionnaire as a tagged PDF.
 * @param input `levelId` for the questions of one level, or null for all
 * @throws AppError as `renderReportPdf`
 */
export function renderQuestionnairePdf(
  { questionnaire, levelId }: { questionnaire: Questionnaire; levelId: LevelId | null },
  limits: WorkerLimits = defaultLimits,
): Promise<Uint8Array> {
  return queue.run(() => runWorker({ kind: 'questionnaire', questionnaire, levelId }, limits))
}
