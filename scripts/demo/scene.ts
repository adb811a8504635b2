/** What the events of the demonstration share: who is there, and what has been made so far. */
import type { Actor } from '@/lib/accounts/actor'
import type { DemoContent } from './read-demo'

export interface Scene extends DemoContent {
  readonly workspaceId: string
  /** By the person's id in `demo.yml`. */
  readonly actors: Readonly<Record<string, Actor>>
  /** Ids of the rounds that have begun, by year. */
  readonly rounds: Map<string, string>
}

/** Something that somebody did at one time. */
export interface Event {
  readonly at: Date
  readonly run: (scene: Scene, now: Date) => Promise<void>
}

/** Gives a moment of a day. @param hour in UTC */
export const timeOf = (day: string, hour: number, minute = 0): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000)

/** Gives an entry that must be there. @throws Error naming it */
export function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the demonstration lacks ${what}`)
  return value
}

/** The first person speaks for the town, the last one for the Quartier. */
export function speakers({ demo, actors }: Scene): { readonly town: Actor; readonly quartier: Actor } {
  const actorOf = (index: number) => needed(actors[demo.people.at(index)?.id ?? ''], 'its people')
  return { town: actorOf(0), quartier: actorOf(-1) }
}
