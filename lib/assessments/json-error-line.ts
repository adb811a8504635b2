/** Finds where a JSON text breaks: `JSON.parse` says so only sometimes, and never by line. */

const space = /[ \t\n\r]*/y
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y

/**
 * Gives the line (from 1) of the first thing that is not JSON.
 * @returns null if the text is JSON
 */
export function jsonErrorLine(text: string): number | null {
  let at = 0
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.test(text)
    if (found) at = pattern.lastIndex
    return found
  }
  const open: ('[' | '{')[] = []
  // What may come next: a value, a value or the end of a list, a name, a name or the end of an object, or what follows a value.
  let expected: 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'after' = 'value'
  for (;;) {
    skip(space)
    const character = text[at]
    const closing = open.at(-1) === '[' ? ']' : '}'
    const mayEnd = expected === 'value-or-end' || expected === 'name-or-end' || expected === 'after'
    if (open.length > 0 && mayEnd && character === closing) {
      open.pop()
      at += 1
      expected = 'after'
    } else if (expected === 'after') {
      if (open.length === 0) break
      if (character !== ',') break
      at += 1
      expected = open.at(-1) === '[' ? 'value' : 'name'
    } else if (expected === 'name' || expected === 'name-or-end') {
      if (!skip(string)) break
      skip(space)
      if (text[at] !== ':') break
      at += 1
      expected = 'value'
    } else if (character === '[' || character === '{') {
      open.push(character)
      at += 1
      expected = character === '[' ? 'value-or-end' : 'name-or-end'
    } else if (skip(string) || skip(literal)) expected = 'after'
    else break
  }
  if (at >= text.length && expected === 'after' && open.length === 0) return null
  return text.slice(0, at).split('\n').length
}
