/** Runs in its own thread: decodes one picture from outside, writes it anew and ends. Bundled by `scripts/build-worker.mjs`. */
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { cleanPng } from './clean-png'
import type { PictureAnswer } from './picture-job'
import type { PngParts } from './png-format'

// On Linux a priority belongs to the thread, elsewhere to the whole process: a picture may wait, saving an answer may not.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

function answer(): PictureAnswer {
  try {
    return { png: cleanPng(workerData as PngParts) }
  } catch (error) {
    return { problem: String(error) }
  }
}

parentPort?.postMessage(answer())
