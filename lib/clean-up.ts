/** What the server deletes by itself, and by which time. */
import { checkClock } from './assessments/clock-service'
import { deleteExpired, emptyLog } from './assessments/removal-service'
import { currentTime, monotonicTime } from './clock'
import { hasRunAway, type Judgement, type Reading } from './clock-trust'
import { toAppError } from './database-error'
import { createTranslate } from './i18n/translate'
import { logFailure, tellOperator } from './log'

const day = 24 * 60 * 60 * 1000
const t = createTranslate('de')
/** `2026-11-23 12:00` */
const minuteOf = (time: Date) => time.toISOString().slice(0, 16).replace('T', ' ')

function tellOfClock({ finding }: Judgement, now: Date, before: Date): void {
  if (finding !== null) tellOperator(t(`errors.operator.clock.${finding}`, { now: minuteOf(now), before: minuteOf(before) }))
}

/**
 * Makes what a server does at its start and then every hour: it looks at the clock, and once a day deletes what has outlived its
 * time, if the clock can be believed; a wrong one would delete for good. A failure is told and tried again an hour later.
 */
export function createCleanUp(): () => Promise<void> {
  let last: Reading | null = null
  /** By the steady clock, which nobody sets. */
  let deletedAt: number | null = null

  async function deleteDaily({ time, steady }: Reading): Promise<void> {
    if (deletedAt !== null && steady - deletedAt < day) return
    const count = await deleteExpired(time)
    deletedAt = steady
    if (count > 0) tellOperator(t('errors.operator.expiredDeleted', { count }))
  }

  return async () => {
    try {
      const reading = { time: currentTime(), steady: monotonicTime() }
      const judgement = await checkClock(reading.time, last !== null && hasRunAway(last, reading))
      last = reading
      tellOfClock(judgement, reading.time, judgement.before)
      if (judgement.trusted) await deleteDaily(reading)
      // What was deleted before the last stop may still stand there.
      else await emptyLog()
    } catch (failure) {
      const error = toAppError(failure)
      tellOperator(
        t('errors.operator.databaseUnusable', {
          title: t(`errors.${error.code}.title`),
          action: t(`errors.${error.code}.action`),
        }),
      )
      logFailure(error, 'cleanUp')
    }
  }
}
