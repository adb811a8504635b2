import { z } from 'zod'

/**
 * A record by id. Zod's own drops a key called `__proto__` without a word; this one refuses it like any unknown key, so that
 * nothing that was sent is lost in silence.
 */
export function recordSchema<Key extends z.ZodType<string, string>, Value extends z.ZodType>(key: Key, value: Value) {
  return z.preprocess(
    (given, context) => {
      if (typeof given === 'object' && given !== null && Object.hasOwn(given, '__proto__')) {
        context.issues.push({ code: 'unrecognized_keys', keys: ['__proto__'], input: given as Record<string, unknown> })
      }
      return given
    },
    z.record(key, value),
  )
}
