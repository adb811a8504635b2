/** Checks a submitted profile field by field, so that the valid ones are saved whatever the others are. */
import type { FieldError } from '../errors'
import { firstRepeated } from '../first-repeated'
import type { Profile, ProfileValue } from '../questionnaire/questionnaire'
import type { ProfileField } from '../questionnaire/schema'
import { readGermanNumber } from './german-number'
import { limits } from './limits'
import { checkText } from './text'

type Given = Readonly<Record<string, string | readonly string[]>>
type NumberField = Extract<ProfileField, { type: 'number' }>
type Problem = Omit<FieldError, 'field'> & { readonly part?: 'year' | 'source' }

/** What became of one field: its value, `null` for none; several problems are possible for a figure. */
interface Checked {
  readonly value: ProfileValue | null
  readonly problems: readonly Problem[]
}

const refused = (problem: Problem): Checked => ({ value: null, problems: [problem] })
const taken = (value: ProfileValue | null): Checked => ({ value, problems: [] })
const single = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : (value?.[0] ?? ''))
const several = (value: string | readonly string[] | undefined): readonly string[] =>
  (typeof value === 'string' ? [value] : (value ?? [])).filter((one) => one !== '')

function checkTextField(field: Extract<ProfileField, { type: 'text' }>, given: string): Checked {
  const checked = checkText(given, { limit: field.maxLength, oneLine: true })
  if ('error' in checked) return refused(checked.error)
  if (checked.text === '') return taken(null)
  const fits = field.pattern === undefined || new RegExp(field.pattern, 'u').test(checked.text)
  return fits ? taken(checked.text) : refused({ code: 'wrong-type' })
}

/** A figure carries its year and its source; what is missing of the two is asked for, and the number kept meanwhile. */
function checkFigure(value: number, field: NumberField, given: Given, now: Date): Checked {
  const problems: Problem[] = []
  const yearText = single(given[`${field.id}.year`]).trim()
  const latest = now.getUTCFullYear() + 1
  let year: number | null = null
  if (yearText === '') problems.push({ code: 'required', part: 'year' })
  else if (!/^\d{4}$/.test(yearText)) problems.push({ code: 'wrong-type', part: 'year' })
  else if (Number(yearText) < 1900 || Number(yearText) > latest)
    problems.push({ code: 'number-out-of-range', part: 'year', values: { min: 1900, max: latest } })
  else year = Number(yearText)

  const source = checkText(single(given[`${field.id}.source`]), { limit: limits.source, oneLine: true })
  if ('error' in source) problems.push({ ...source.error, part: 'source' })
  else if (source.text === '') problems.push({ code: 'required', part: 'source' })
  return { value: { value, year, source: 'text' in source ? source.text : '' }, problems }
}

function checkNumber(field: NumberField, given: Given, now: Date): Checked {
  const text = single(given[field.id])
  if (text.trim() === '') return taken(null)
  const value = readGermanNumber(text)
  if (value === null) return refused({ code: 'wrong-type' })
  if (value < field.min || value > field.max) {
    return refused({ code: 'number-out-of-range', values: { min: field.min, max: field.max } })
  }
  const factor = 10 ** field.decimals
  // 0.1 + 0.2: whether there are too many decimals is asked with room for binary fractions.
  if (Math.abs(value * factor - Math.round(value * factor)) > 1e-6) return refused({ code: 'wrong-type' })
  return field.figure ? checkFigure(value, field, given, now) : taken(value)
}

function checkField(field: ProfileField, given: Given, now: Date): Checked {
  switch (field.type) {
    case 'text':
      return checkTextField(field, single(given[field.id]))
    case 'number':
      return checkNumber(field, given, now)
    case 'choice': {
      const choice = single(given[field.id])
      if (choice === '') return taken(null)
      return field.options.some(({ id }) => id === choice) ? taken(choice) : refused({ code: 'unknown-option' })
    }
    case 'multi': {
      const chosen = several(given[field.id])
      const known = field.options.map(({ id }) => id).filter((id) => chosen.includes(id))
      if (chosen.some((id) => !field.options.some((option) => option.id === id))) return refused({ code: 'unknown-option' })
      if (firstRepeated(chosen) !== undefined) return refused({ code: 'chosen-twice' })
      return taken(known.length > 0 ? known : null)
    }
  }
}

/** Names a form uses for one field. */
function namesOf(field: ProfileField): string[] {
  return field.type === 'number' && field.figure ? [field.id, `${field.id}.year`, `${field.id}.source`] : [field.id]
}

/**
 * Checks what was submitted against the profile's fields.
 * @param stored what is kept where the submission says nothing, or something that is refused
 * @param given values by field name; a figure as `id`, `id.year`, `id.source`. A text or number that is missing is left as it
 *   is; a choice that is missing was not chosen
 * @returns the new profile and the refused fields: `required`, `wrong-type`, `number-out-of-range`, `unknown-option`, `chosen-twice`,
 *   `text-too-long`, `bad-characters`, and `bad-request` for a field that does not exist
 */
export function checkProfile(
  fields: readonly ProfileField[],
  stored: Profile,
  given: Given,
  now: Date,
): { profile: Profile; errors: FieldError[] } {
  const profile: Record<string, ProfileValue> = { ...stored }
  const errors: FieldError[] = []
  for (const field of fields) {
    const asked = field.type === 'choice' || field.type === 'multi' || namesOf(field).some((name) => given[name] !== undefined)
    if (!asked) continue
    const { value, problems } = checkField(field, given, now)
    for (const { part, ...problem } of problems) errors.push({ field: part ? `${field.id}.${part}` : field.id, ...problem })
    if (value !== null) profile[field.id] = value
    else if (problems.length > 0) continue
    else if (field.required) errors.push({ field: field.id, code: 'required' })
    else delete profile[field.id]
  }
  const known = new Set(fields.flatMap(namesOf))
  for (const name of Object.keys(given)) if (!known.has(name)) errors.push({ field: name.slice(0, 80), code: 'bad-request' })
  return { profile, errors }
}

/** Gives a profile as a form shows and sends it: numbers with a decimal comma, figures in three fields. */
export function profileToForm(fields: readonly ProfileField[], profile: Profile): Record<string, string | string[]> {
  const written = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))
  const entries = fields.flatMap((field): [string, string | string[]][] => {
    const value = profile[field.id]
    if (value === undefined) return []
    if (typeof value === 'string') return [[field.id, value]]
    if (typeof value === 'number') return [[field.id, written(value)]]
    if (!('year' in value)) return [[field.id, [...value]]]
    return [
      [field.id, written(value.value)],
      [`${field.id}.year`, written(value.year)],
      [`${field.id}.source`, value.source],
    ]
  })
  return Object.fromEntries(entries)
}
