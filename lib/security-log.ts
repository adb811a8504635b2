/**
 * What the operator needs to see an attack and to find out afterwards what happened: one line for each event, to the server's
 * output. Never what somebody typed, no name, no e-mail address, no id of an assessment (OWASP ASVS 5.0, chapter 16).
 */
import { currentTime, monotonicTime } from './clock'
import { LineFlood } from './line-flood'

/** The closed list of what is told; docs/sicherheit.md explains each. */
export const securityEvents = [
  'login', // somebody signed in; what: known-browser, new-browser, or after-code
  'login-wrong', // unknown address or wrong password
  'login-slowed', // too many wrong ones, or too many people at once (what): not even compared
  'logout',
  'session-ended', // by the person, in another browser; what: one or others
  'password-changed',
  'password-wrong', // one's own, asked again by somebody who is signed in
  'password-slowed',
  'reset-issued', // by the operator
  'reset-redeemed',
  'set-up-issued', // by the operator, or by a start while nobody has an account
  'set-up-redeemed',
  'invitation-made', // what: the role; without a person: by the operator
  'invitation-revoked',
  'invitation-redeemed', // what: the role
  'role-changed', // what: the new role
  'member-removed',
  'member-left',
  'account-deleted',
  'workspace-exported', // by the operator
  'workspace-deleted', // by the operator
  'check-claimed', // a check begun without an account became a round
  'round-exported', // what: archive or answers of a closed round, or state of an open one
  'round-deleted',
  'wrong-origin', // a form that another site caused
  'forbidden', // a member tried what the role does not include; what: the action
  'code-wrong', // a code that does not exist, is over or was used
  'codes-slowed', // too many wrong codes
  'budget-spent', // an address, or all together, asked for more than there is
  'left-out', // so many more of one kind (what) within a minute
] as const
export type SecurityEvent = (typeof securityEvents)[number]

/** Who and where, in ids that mean something to the operator only. */
export interface SecurityDetails {
  /** Who did it: the person's id. */
  readonly person?: string | null
  /** To whom it was done. */
  readonly about?: string | null
  readonly workspace?: string | null
  /** A keyed hash of an address that was typed for a login: the same one each time, and nobody can tell whose it is. */
  readonly account?: string | null
  /** Of the client; told for attempts that failed only. */
  readonly address?: string | null
  /** One more word from a closed list, e.g. which budget or which role. */
  readonly what?: string | null
  /** How many. */
  readonly count?: number
}

/** Lines of one kind in a minute; whoever makes more of them does not bury the others, nor fill the disk. */
export const securityLinesPerMinute = 60

interface Output {
  write: (line: string) => void
  readonly flood: LineFlood
  /** Runs while it is still to be told how many were left out. */
  timer: NodeJS.Timeout | undefined
}

/** Route Handlers and pages may be separate bundles of one process. */
const shared = globalThis as typeof globalThis & { [slot: symbol]: Output | undefined }
const output = (shared[Symbol.for('drei-ebenen-check.security-log')] ??= {
  write: (line) => console.log(line),
  flood: new LineFlood(securityLinesPerMinute, 60_000),
  timer: undefined,
})

/** Has the lines of this process written elsewhere: a command whose standard output is data, a demonstration of invented people. */
export function tellSecurityTo(write: (line: string) => void): void {
  tellLeftOut()
  output.write = write
}

/** One line, whatever the values hold: no blank, line end or `=` of theirs can make another field or another line. */
function lineOf(event: SecurityEvent, details: SecurityDetails): string {
  const told = Object.entries(details).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const words = told.map(
    ([name, value]) =>
      `${name}=${String(value)
        .slice(0, 80)
        .replace(/[^\w.:/-]/g, '_')}`,
  )
  return ['sicherheit', currentTime().toISOString(), event, ...words].join(' ')
}

function tellLeftOut(): void {
  clearTimeout(output.timer)
  output.timer = undefined
  for (const [what, count] of output.flood.takeLeftOut()) output.write(lineOf('left-out', { what, count }))
}

/** Tells the operator one event; of a flood of one kind only how many there were. */
export function logSecurity(event: SecurityEvent, details: SecurityDetails = {}): void {
  if (output.flood.admits(event, monotonicTime())) {
    output.write(lineOf(event, details))
    return
  }
  // Not a reason to keep a stopped server alive.
  output.timer ??= setTimeout(tellLeftOut, output.flood.stretchMs).unref()
}
