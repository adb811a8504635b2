import { jsonAnswer } from '@/app/_lib/answer-request'
import { checkHealth } from '@/lib/assessments/health'
import { monotonicTime } from '@/lib/clock'
import { toAppError } from '@/lib/database-error'
import { logFailure } from '@/lib/log'

/** Not more than one write a second, however often somebody asks. */
const keptMs = 1_000
let last: { readonly at: number; readonly result: Promise<string | null> } | undefined

/** Gives null if an answer could be saved now, else the code of the reason. */
async function probe(): Promise<string | null> {
  try {
    await checkHealth()
    return null
  } catch (failure) {
    const error = toAppError(failure)
    logFailure(error, '/health')
    return error.code
  }
}

/** Ready, or why not. A real write, because a server that reads but cannot save is not ready. */
export async function GET(): Promise<Response> {
  // A clock that is set back must not keep an old answer for years.
  const at = monotonicTime()
  if (!last || at - last.at >= keptMs) last = { at, result: probe() }
  const reason = await last.result
  return reason === null ? jsonAnswer({ status: 'ready' }) : jsonAnswer({ status: 'not-ready', reason }, { status: 503 })
}
