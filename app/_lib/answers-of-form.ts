/**
 * Turns the flat fields of the question form (`q.<question>.choice` …) into the shape of the JSON variant, so that one
 * schema checks both. Fields that are neither stay where they are, for the schema to refuse.
 */
export function answersOfForm(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const answers = new Map<string, [string, unknown][]>()
  const rest: [string, unknown][] = []
  for (const [name, value] of Object.entries(fields)) {
    const [, question, part] = /^q\.([^.]*)\.([^.]*)$/.exec(name) ?? []
    if (question === undefined || part === undefined) {
      rest.push([name, value])
      continue
    }
    const parts = answers.get(question) ?? []
    if (parts.length === 0) answers.set(question, parts)
    parts.push([part === 'clarify' ? 'clarifyWith' : part, value])
  }
  const nested = Object.fromEntries([...answers].map(([question, parts]) => [question, Object.fromEntries(parts)]))
  return { ...Object.fromEntries(rest), answers: nested }
}
