import { describe, expect, test } from '@jest/globals'
import { Turns, TurnsFull } from '@/lib/accounts/turns'

/** Work that ends when it is told to, and notes when it began. */
function scene(atOnce: number, waiting: number) {
  const turns = new Turns(atOnce, waiting)
  const begun: string[] = []
  const ends = new Map<string, (failure?: Error) => void>()
  const take = (name: string, ahead = false) =>
    turns.take(
      () =>
        new Promise<void>((resolve, reject) => {
          begun.push(name)
          ends.set(name, (failure) => (failure ? reject(failure) : resolve()))
        }),
      { ahead },
    )
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  const end = async (name: string, failure?: Error) => {
    ends.get(name)!(failure)
    await settle()
  }
  return { take, begun, end, settle }
}

describe('turns', () => {
  test('only so many happen at once; the others follow in their order', async () => {
    const { take, begun, end, settle } = scene(2, 10)
    const all = ['a', 'b', 'c', 'd'].map((name) => take(name))
    await settle()
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'c'])
    for (const name of ['a', 'c', 'd']) await end(name)
    await Promise.all(all)
  })

  test('whoever goes ahead does, and finds room where the others have none', async () => {
    const { take, begun, end } = scene(1, 2)
    const all = [take('a'), take('b'), take('c')]
    await expect(take('d')).rejects.toThrow(TurnsFull)
    all.push(take('known', true), take('known 2', true))
    await expect(take('known 3', true)).rejects.toThrow(TurnsFull)
    for (const name of ['a', 'known', 'known 2', 'b', 'c']) await end(name)
    await Promise.all(all)
    expect(begun).toEqual(['a', 'known', 'known 2', 'b', 'c'])
  })

  test('a failure gives its turn away, and the last one gives it back', async () => {
    const { take, begun, end } = scene(1, 1)
    const failed = take('a').catch((error: Error) => error.message)
    const second = take('b')
    await end('a', new Error('no'))
    expect(await failed).toBe('no')
    await end('b')
    await second
    const third = take('c')
    expect(begun).toEqual(['a', 'b', 'c'])
    await end('c')
    await third
  })
})
