/** Runs in its own thread: renders one PDF and ends. Bundled by `scripts/build-worker.mjs`. */
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { renderQuestionnaire } from './render-questionnaire'
import { renderReport } from './render-report'
import type { WorkerAnswer, WorkerJob } from './worker-job'

// On Linux a priority belongs to the thread, elsewhere to the whole process: a report may wait, saving an answer may not.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

const job = workerData as WorkerJob
const { bytes } = await (job.kind === 'report' ? renderReport(job) : renderQuestionnaire(job))
const copy = new Uint8Array(bytes)
const answer: WorkerAnswer = { bytes: copy }
parentPort?.postMessage(answer, [copy.buffer])
