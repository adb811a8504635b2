/**
 * The one way in for pictures. The file is looked at here, and unpacked in a thread of its own with a limit on time and memory,
 * so that a picture neither holds up the server nor ends it, nor sees its memory.
 */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '../errors'
import { logFailure } from '../log'
import { createWorkerQueue, type JobOwner } from '../report/pdf/worker-queue'
import { logSecurity } from '../security-log'
import { badImage } from './bad-image'
import { pictureLimits } from './limits'
import type { PictureAnswer } from './picture-job'
import type { PngParts } from './png-format'
import { readPng } from './read-png'

// Put together at run time: a bundler that saw the path would try to pack the worker.
const projectPath = (...parts: readonly string[]) => join(process.cwd(), ...parts)

const busy = (cause?: unknown) => new AppError('image-busy', { fields: [{ field: 'file', code: 'image-busy' }], cause })

const { running, waiting, waitingForMembers, each } = pictureLimits
const queue = createWorkerQueue({ running, waiting, waitingForMembers, each, eachAddress: running + waiting }, () => {
  logSecurity('budget-spent', { what: 'pictures' })
  return busy()
})

/** What a test may set. */
export interface PictureWorker {
  /** Milliseconds and megabytes. */
  readonly time: number
  readonly memory: number
  readonly script: string
}

const usual: PictureWorker = {
  time: pictureLimits.time,
  memory: pictureLimits.memory,
  script: 'build/picture-worker.mjs',
}

function runWorker(parts: PngParts, { time, memory, script }: PictureWorker): Promise<PictureAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(projectPath(script), {
      workerData: parts,
      resourceLimits: { maxOldGenerationSizeMb: memory },
      // Neither loaders of this process nor its settings and secrets.
      execArgv: [],
      env: { NODE_ENV: 'production' },
    })
    const end = () => {
      clearTimeout(timer)
      void worker.terminate()
    }
    const fail = (cause: unknown) => {
      end()
      reject(busy(cause))
    }
    const timer = setTimeout(() => fail(new Error('a picture takes too long')), time)
    worker.once('message', (answer: PictureAnswer) => {
      end()
      resolve(answer)
    })
    worker.once('error', fail)
    // Ended without an answer and without an error: nothing may wait for it for ever.
    worker.once('exit', (code) => fail(new Error(`worker ended with ${code}`)))
  })
}

/**
 * Checks a picture from outside and makes a clean file of it: the same pixels, written by this program, nothing else.
 * @param upload bytes of a PNG file
 * @param owner who takes a turn for it: nobody takes them all
 * @param limit most bytes of it
 * @param worker for tests
 * @returns a PNG that is not interlaced, with at most 8 bits a channel and without metadata, of at most 256 KB
 * @throws AppError `bad-image` with the reason, `body-too-large`, or `image-busy` if too many are waiting or the thread failed
 */
export async function cleanPicture(
  upload: Uint8Array,
  owner: JobOwner,
  limit: number = pictureLimits.file,
  worker: PictureWorker = usual,
): Promise<Uint8Array> {
  const parts = readPng(upload, limit)
  const answer = await queue
    .run(owner, () => runWorker(parts, worker))
    .catch((error: unknown) => {
      // A page tells it beside the field, so nobody else would write it down.
      if (error instanceof AppError && error.cause !== undefined) logFailure(error, 'cleanPicture')
      throw error
    })
  if ('problem' in answer) throw badImage('content', answer.problem)
  if (answer.png.length > pictureLimits.stored) throw badImage('packed')
  return answer.png
}
