/** Call once at the top of a test file that stores pictures: builds the thread that looks at them. */
import { execFileSync } from 'node:child_process'
import { beforeAll } from '@jest/globals'

export function usePictureWorker(): void {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build-worker.mjs', 'picture'])
  }, 60_000)
}
