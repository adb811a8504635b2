/** Wording: what the ten rules of the instrument let a program see. The rest takes a reader. */
import type { ContentParts, Sourced } from '../content-parts'
import type { Factor, Measure, Question } from '../schema'
import type { KeyPath, Problem, ProblemCode } from './problem'

/** Largest number of words, by key. */
const limits = { stem: 20, option: 18, help: 40, enough: 60, why: 25, feature: 6, statement: 28, title: 10 }

/** Words that leave the answer to taste, in any inflection; numbers say it better. „Meister*in“ and the like are other words. */
const vagueAdjectives = 'regelmäßig|häufig|gut|ausreichend|genügend|angemessen|viel|selten|intensiv|stark|eng|aktiv|umfassend'
const vague = new RegExp(
  `(?<!\\p{L})(?:(?:${vagueAdjectives})(?:e[mnrs]?)?|(?:häufig|intensiv|selten|eng|aktiv)er[emns]*|stärker[emns]*|oft|öfters?|manchmal|meist(?:e[nrs]?|ens)?)(?![\\p{L}*])|(?<!\\p{L})ggf\\.`,
  'iu',
)
/** Describes the first rung of a ladder, and nothing above it. */
const firstRungOnly = /(?<!\p{L})gelegentlich(?:e[mnrs]?)?(?!\p{L})/iu
const negation = /(?<!\p{L})(?:nicht|kein(?:e[mnrs]?)?|nie|niemals|niemand(?:e[mn])?|nirgends|weder|ohne)(?!\p{L})/iu
const joined = /(?<!\p{L})(?:und|oder|sowie)(?!\p{L})/giu
/** The two ends of one relation are one object. */
const relation =
  /(?<!\p{L})(?:zwischen(?:\s+[\p{L}*-]+){1,3}?\s+und(?!\p{L})|Rathaus\s+und(?=\s+(?:(?:dem|das)\s+)?(?:genannte[ms]?\s+)?Quartier))/giu

/** Words as a reader counts them: a lone dash is none. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}

function tooLong(file: string, path: KeyPath, text: string, limit: number): Problem[] {
  const count = countWords(text)
  return count > limit ? [{ file, path, code: 'too-many-words', values: { key: String(path.at(-1)), count, limit } }] : []
}

function optionProblems(file: string, at: number, question: Question): Problem[] {
  return Object.entries(question.options).flatMap(([rung, text]): Problem[] => {
    const path = ['questions', at, 'options', rung]
    const found = vague.exec(text) ?? (rung === '1' ? null : firstRungOnly.exec(text))
    const refused: Problem[] = found ? [{ file, path, code: 'refused-word', values: { key: question.id, word: found[0] } }] : []
    return [...tooLong(file, path, text, limits.option), ...refused]
  })
}

function stemProblems(file: string, at: number, { id, stem }: Question): Problem[] {
  const path = ['questions', at, 'stem']
  const problem = (code: ProblemCode, word = ''): Problem => ({ file, path, code, values: { key: id, word } })
  const negated = negation.exec(stem)
  const joins = stem.replaceAll(relation, ' ').match(joined)
  return [
    ...tooLong(file, path, stem, limits.stem),
    ...(stem.endsWith('?') ? [] : [problem('not-a-question')]),
    ...(negated ? [problem('negated-stem', negated[0])] : []),
    ...(joins ? [problem('joined-objects', joins[0])] : []),
  ]
}

function factorProblems({ file, value }: Sourced<Factor>): Problem[] {
  return [
    ...tooLong(file, ['why'], value.why, limits.why),
    ...Object.entries(value.statements).flatMap(([stage, text]) => tooLong(file, ['statements', stage], text, limits.statement)),
    ...value.questions.flatMap((question, at) => [
      ...stemProblems(file, at, question),
      ...tooLong(file, ['questions', at, 'help'], question.help, limits.help),
      ...tooLong(file, ['questions', at, 'enough'], question.enough, limits.enough),
      ...optionProblems(file, at, question),
      ...Object.entries(question.features).flatMap(([rung, text]) =>
        tooLong(file, ['questions', at, 'features', rung], text, limits.feature),
      ),
    ]),
  ]
}

function measureProblems({ file, value }: Sourced<Measure>): Problem[] {
  const asked = value.decision.endsWith('?')
  return [
    ...tooLong(file, ['title'], value.title, limits.title),
    ...(asked ? [] : [{ file, path: ['decision'], code: 'not-a-question' as const, values: { key: value.id } }]),
  ]
}

/** Word limits, refused words, and stems that are no plain question about one object. */
export function checkWording(parts: ContentParts): Problem[] {
  return [...parts.factors.flatMap(factorProblems), ...parts.measures.flatMap(measureProblems)]
}
