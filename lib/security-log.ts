/**
 * What the operator needs to see an attack and to find out afterwards what happened: one line for each event, to the server's
 * output. Never what somebody typed, no name, no e-mail address, no id of an assessment (OWASP ASVS 5.0, chapter 16).
 */
import { currentTime } from './clock'

/** The closed list of what is told; docs/sicherheit.md explains each. */
export const securityEvents = [
  'login', // somebody signed in
  'login-wrong', // unknown address or wrong password
  'login-slowed', // too many wrong ones: not even compared
  'wrong-origin', // a form that another site caused
  'forbidden', // a member tried what the role does not include
  'code-wrong', // a code that does not exist, is over or was used
  'codes-slowed', // too many wrong codes
  'budget-spent', // an address, or all together, asked for more than there is
] as const
export type SecurityEvent = (typeof securityEvents)[number]

/** Who and where, in ids that mean something to the operator only. */
export interface SecurityDetails {
  /** Who did it: the person's id. */
  readonly person?: string | null
  /** To whom it was done. */
  readonly about?: string | null
  readonly workspace?: string | null
  /** Of the client; told for attempts that failed only. */
  readonly address?: string | null
  /** One more word from a closed list, e.g. which budget or which role. */
  readonly what?: string | null
}

/** Tells the operator one event. */
export function logSecurity(event: SecurityEvent, details: SecurityDetails = {}): void {
  const told = Object.entries(details).filter(([, value]) => value !== undefined && value !== null)
  const words = told.map(
    ([name, value]) =>
      `${name}=${String(value)
        .replace(/[^\w.:@+-]/g, '_')
        .slice(0, 80)}`,
  )
  console.log(['sicherheit', currentTime().toISOString(), event, ...words].join(' '))
}
