/** Lets a few jobs run at once and a few more wait, fairly: nobody takes the PDF away from everybody. */
import { pdfLimits } from './limits'

/** For whom a job is done. */
export interface JobOwner {
  /** A person, a browser, or everybody. Never shown to anybody. */
  readonly id: string
  /** Signed in: some waiting places are kept for these. */
  readonly member: boolean
  /** Of a browser without an account, where it is known. */
  readonly address?: string | null
  /** How many jobs it may have; two unless given. */
  readonly most?: number
}

export interface WorkerQueue {
  /**
   * Runs a job when its turn comes. Next is whoever was served least recently: first between people signed in and everybody else, then
   * between network addresses, then between owners.
   * @param job gets a signal that says when to stop
   * @param signal of whoever waits for it: aborted, a waiting job leaves the queue and a running one is told to stop
   * @throws what `refused` makes if the owner has too many jobs (`own`) or too many are waiting (`busy`); the signal's reason
   */
  run<T>(owner: JobOwner, job: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>
}

export interface QueueLimits {
  readonly running: number
  readonly waiting: number
  readonly waitingForMembers: number
  readonly each: number
  readonly eachAddress: number
}

interface Waiting {
  readonly owner: JobOwner
  readonly start: () => void
}

/** Owners whose turn is remembered; far more than can be waiting. */
const remembered = 1_000

/** Who takes turns with whom, from the widest circle to the owner. */
const circles = ({ id, member, address }: JobOwner): readonly string[] => [
  member ? 'members' : 'others',
  member || !address ? id : `address ${address}`,
  id,
]

export function createWorkerQueue(limits: QueueLimits, refused: (why: 'own' | 'busy') => Error): WorkerQueue {
  const waiting: Waiting[] = []
  /** Of every job that runs or waits. */
  const owners: JobOwner[] = []
  const served = new Map<string, number>()
  let running = 0
  let turns = 0

  const isBefore = (a: JobOwner, b: JobOwner): boolean => {
    const [first, second] = [a, b].map((owner) => circles(owner).map((circle) => served.get(circle) ?? 0))
    const differing = first!.findIndex((turn, index) => turn !== second![index])
    return differing >= 0 && first![differing]! < second![differing]!
  }

  function assertRoom(owner: JobOwner): void {
    const count = (fits: (one: JobOwner) => boolean) => owners.filter(fits).length
    if (count(({ id }) => id === owner.id) >= (owner.most ?? limits.each)) throw refused('own')
    const { address, member } = owner
    if (!member && address && count((one) => !one.member && one.address === address) >= limits.eachAddress) throw refused('own')
    if (running < limits.running) return
    const places = limits.waiting - (member ? 0 : limits.waitingForMembers)
    if (waiting.length >= places) throw refused('busy')
  }

  function noteTurn(owner: JobOwner): void {
    turns += 1
    for (const circle of circles(owner)) {
      served.delete(circle)
      served.set(circle, turns)
    }
    for (const circle of served.keys()) {
      if (served.size <= remembered) break
      served.delete(circle)
    }
  }

  function startNext(): void {
    if (running >= limits.running || waiting.length === 0) return
    const next = waiting.reduce((best, one) => (isBefore(one.owner, best.owner) ? one : best))
    waiting.splice(waiting.indexOf(next), 1)
    running += 1
    next.start()
  }

  /** Resolves when it is the job's turn. */
  function turnOf(owner: JobOwner, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const entry: Waiting = {
        owner,
        start: () => {
          signal.removeEventListener('abort', leave)
          resolve()
        },
      }
      const leave = () => {
        const index = waiting.indexOf(entry)
        if (index < 0) return
        waiting.splice(index, 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      waiting.push(entry)
      startNext()
    })
  }

  return {
    async run(owner, job, signal = new AbortController().signal) {
      signal.throwIfAborted()
      assertRoom(owner)
      owners.push(owner)
      try {
        await turnOf(owner, signal)
        noteTurn(owner)
        try {
          signal.throwIfAborted()
          return await job(signal)
        } finally {
          running -= 1
        }
      } finally {
        owners.splice(owners.indexOf(owner), 1)
        startNext()
      }
    },
  }
}

/** A rendering for everybody: kept by whoever asked for it, and never ended because one of them has gone. */
export const everybody: JobOwner = { id: 'everybody', member: false, most: pdfLimits.shared }
