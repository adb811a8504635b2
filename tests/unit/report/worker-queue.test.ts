import { describe, expect, test } from '@jest/globals'
import { createWorkerQueue, type JobOwner, type QueueLimits } from '@/lib/report/pdf/worker-queue'

const limits: QueueLimits = { running: 1, waiting: 6, waitingForMembers: 2, each: 2, eachAddress: 3 }
const anonymous = (id: string, address: string | null = null): JobOwner => ({ id, member: false, address })
const member = (id: string): JobOwner => ({ id, member: true })

/** Jobs that run until the test ends them. */
function scene(more: Partial<QueueLimits> = {}) {
  const queue = createWorkerQueue({ ...limits, ...more }, (why) => new Error(why))
  const started: string[] = []
  const ends = new Map<string, (how?: Error) => void>()
  const stopped: string[] = []
  const ask = (name: string, owner: JobOwner, signal?: AbortSignal) => {
    const job = (until: AbortSignal) => {
      started.push(name)
      until.addEventListener('abort', () => stopped.push(name))
      return new Promise<string>((resolve, reject) => ends.set(name, (failure) => (failure ? reject(failure) : resolve(name))))
    }
    return queue.run(owner, job, signal).catch((error: Error) => `refused: ${error.message}`)
  }
  // Whatever is ready to go on has gone on after this turn of the event loop.
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  const end = async (name: string, failure?: Error) => {
    ends.get(name)!(failure)
    await settle()
  }
  return { ask, end, started, stopped, settle }
}

describe('how many', () => {
  test('run at once, and how many wait; whoever comes then is turned away at once', async () => {
    const { ask, end, started, settle } = scene({ running: 2, waiting: 2, waitingForMembers: 0 })
    const jobs = ['a', 'b', 'c', 'd'].map((name) => ask(name, anonymous(name)))
    await settle()
    expect(await ask('e', anonymous('e'))).toBe('refused: busy')
    expect(started).toEqual(['a', 'b'])
    await end('b')
    expect(started).toEqual(['a', 'b', 'c'])
    for (const name of ['a', 'c', 'd']) await end(name)
    expect(await Promise.all(jobs)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('one owner may have, running and waiting; the places are free again when they have ended, failed ones too', async () => {
    const { ask, end, started, settle } = scene()
    const first = ask('first', anonymous('x'))
    const second = ask('second', anonymous('x'))
    await settle()
    expect(await ask('third', anonymous('x'))).toBe('refused: own')
    await end('first', new Error('kaputt'))
    expect(await first).toBe('refused: kaputt')
    const fourth = ask('fourth', anonymous('x'))
    await end('second')
    await end('fourth')
    expect([await second, await fourth]).toEqual(['second', 'fourth'])
    expect(started).toEqual(['first', 'second', 'fourth'])
  })

  test('browsers at one address may have together; people who are signed in there are not counted', async () => {
    const { ask, settle } = scene({ running: 9 })
    for (const name of ['a', 'b', 'c']) void ask(name, anonymous(name, '192.0.2.7'))
    void ask('m', { ...member('m'), address: '192.0.2.7' })
    await settle()
    expect(await ask('d', anonymous('d', '192.0.2.7'))).toBe('refused: own')
    const others = [ask('e', anonymous('e', '192.0.2.8')), ask('f', anonymous('f')), ask('g', anonymous('g'))]
    await settle()
    expect(await Promise.race([...others, settle().then(() => 'waiting')])).toBe('waiting')
  })

  test('an owner may be given more', async () => {
    const { ask, settle } = scene()
    for (const name of ['1', '2', '3']) void ask(name, { ...anonymous('everybody'), most: 3 })
    await settle()
    expect(await ask('4', { ...anonymous('everybody'), most: 3 })).toBe('refused: own')
  })
})

describe('whose turn it is', () => {
  test('somebody signed in gets in while all places for others are taken, and is next', async () => {
    const { ask, end, started, settle } = scene()
    for (const name of ['a', 'b', 'c', 'd', 'e']) void ask(name, anonymous(name))
    await settle()
    expect(await ask('f', anonymous('f'))).toBe('refused: busy')
    void ask('m', member('m'))
    void ask('n', member('n'))
    await settle()
    expect(await ask('o', member('o'))).toBe('refused: busy')
    for (const name of ['a', 'm', 'b', 'n', 'c']) await end(name)
    expect(started).toEqual(['a', 'm', 'b', 'n', 'c', 'd'])
  })

  test('nobody has a second job before others have their first', async () => {
    const { ask, end, started, settle } = scene()
    for (const name of ['a1', 'a2']) void ask(name, anonymous('a'))
    for (const name of ['b1', 'b2']) void ask(name, anonymous('b'))
    await settle()
    await end('a1')
    void ask('a3', anonymous('a'))
    await settle()
    for (const name of ['b1', 'a2', 'b2']) await end(name)
    expect(started).toEqual(['a1', 'b1', 'a2', 'b2', 'a3'])
  })

  test('many browsers at one address are one among others', async () => {
    const { ask, end, started, settle } = scene()
    for (const name of ['a', 'b', 'c']) void ask(name, anonymous(name, '192.0.2.7'))
    void ask('z', anonymous('z', '192.0.2.8'))
    await settle()
    for (const name of ['a', 'z']) await end(name)
    expect(started).toEqual(['a', 'z', 'b'])
  })
})

describe('whoever has gone', () => {
  test('leaves the queue, and the place is free', async () => {
    const { ask, end, started, settle } = scene()
    const gone = new AbortController()
    const jobs = [ask('a', anonymous('a')), ask('b', anonymous('b'), gone.signal), ask('c', anonymous('c'))]
    await settle()
    gone.abort(new Error('weg'))
    expect(await jobs[1]).toBe('refused: weg')
    expect(await Promise.race([ask('b1', anonymous('b')), settle()])).toBeUndefined()
    await end('a')
    await end('c')
    expect(started).toEqual(['a', 'c', 'b1'])
  })

  test('before asking starts nothing', async () => {
    const { ask, started } = scene()
    expect(await ask('a', anonymous('a'), AbortSignal.abort(new Error('weg')))).toBe('refused: weg')
    expect(started).toEqual([])
  })

  test('is told to the running job, whose place is free when it has ended', async () => {
    const { ask, end, started, stopped, settle } = scene()
    const gone = new AbortController()
    void ask('a', anonymous('a'), gone.signal)
    void ask('b', anonymous('b'))
    await settle()
    gone.abort()
    await settle()
    expect([stopped, started]).toEqual([['a'], ['a']])
    await end('a', new Error('beendet'))
    expect(started).toEqual(['a', 'b'])
  })
})
