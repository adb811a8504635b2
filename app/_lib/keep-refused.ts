/** Keeps what was typed into a refused form, so that a page can show it again. */
import type { Actor } from '@/lib/accounts/actor'
import { keepRejectedInput } from '@/lib/assessments/service'
import type { RejectedInput } from '@/lib/assessments/types'
import { trySpend } from '@/lib/budgets/spend'
import type { Submission } from './read-body'
import { spenderOf } from './spender'

interface Sender {
  readonly key: string | null
  readonly actor: Actor
  readonly request: Request
  readonly now: Date
}

/** What a page can show again: texts, not files. A password is typed anew and never kept. */
export function typedTexts(fields: Submission['fields']): Record<string, string | string[]> {
  const shown = Object.entries(fields).filter(
    (entry): entry is [string, string | string[]] =>
      !/password/i.test(entry[0]) &&
      (typeof entry[1] === 'string' || (Array.isArray(entry[1]) && entry[1].every((one) => typeof one === 'string'))),
  )
  return Object.fromEntries(shown)
}

/**
 * Keeps a refused form for the browser that sent it, as far as the budgets go.
 * @param open gives a browser without a valid key one
 * @returns whether it was kept, and the key if the browser got one
 * @throws AppError `not-found` without a valid key, unless `open`
 */
export async function keepRefused(
  sender: Sender,
  form: string,
  input: RejectedInput,
  open: boolean,
): Promise<{ readonly kept: boolean; readonly newKey: string | null }> {
  if ((await trySpend('kept', spenderOf(sender))) !== null) return { kept: false, newKey: null }
  const { key, actor, now } = sender
  return await keepRejectedInput(key, form, input, now, { open, trusted: actor.userId !== null })
}
