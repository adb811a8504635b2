/** The clock and what depends on it in the database. */
import { judgeClock, noteJudgement, type Judgement } from '../clock-trust'
import { findClock, mendEarlyTimes, mendLateTimes, storeClock } from './repository-clock'
import { withDatabase } from './with-database'

/**
 * Judges the clock by what was seen of it before, and remembers what it says now. Once it is right after having been wrong, what
 * was stored with a wrong time is put right.
 * @param ranAway see `judgeClock`
 */
export async function checkClock(now: Date, ranAway = false): Promise<Judgement> {
  return await withDatabase((database) =>
    database.transaction(async (client) => {
      const judgement = judgeClock(await findClock(client), now, ranAway)
      noteJudgement(judgement)
      await storeClock(client, judgement.state)
      if (judgement.slow !== null) await mendEarlyTimes(client, judgement.slow, now)
      if (judgement.trusted) await mendLateTimes(client, now)
      return judgement
    }),
  )
}
