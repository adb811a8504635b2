/** Reads files that people write (YAML, and so JSON too) and says where something is wrong: line, path, kind. */
import type { z } from 'zod'
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { FileProblem } from './check-against-questionnaire'
import { assessmentFileSchema, type AssessmentFile } from './schema'
import { shapeProblem } from './shape-problem'

/** 1-based line of the value, or of the nearest thing around it. */
type Located<Problem> = Problem & { readonly line: number }
export type LocatedProblem = Located<FileProblem>

export type Parsed<File> =
  | {
      readonly ok: true
      readonly file: File
      readonly locate: <Problem extends Pick<FileProblem, 'path'>>(problem: Problem) => Located<Problem>
    }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] }
export type ParsedFile = Parsed<AssessmentFile>

/** Line of a key where there is one, else of the value, else of the nearest thing around it. */
function lineOf(document: Document.Parsed, counter: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true) ?? document.contents
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path[length - 1]) : undefined
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line
  }
  return 1
}

/** Offset of the first alias. An alias can blow a small file up to gigabytes, and a coded answer file needs none. */
function firstAlias(document: Document.Parsed): number | null {
  let offset: number | null = null
  visit(document, {
    Alias: (_, node) => {
      offset = node.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

/**
 * Parses the text of a file of a given shape.
 * @returns the file with a function that adds line numbers to problems found later, or every problem of syntax and shape
 */
export function parseFile<Shape extends z.ZodType>(text: string, schema: Shape): Parsed<z.infer<Shape>> {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const tooDeep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION')
  if (tooDeep) {
    // What the reader says after that is about the depth again, once for each level.
    return { ok: false, problems: [{ path: [], code: 'too-deep', values: {}, line: counter.linePos(tooDeep.pos[0]).line }] }
  }
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => ({
        path: [],
        code: 'syntax',
        values: { reason: error.message },
        line: counter.linePos(error.pos[0]).line,
      })),
    }
  }
  const alias = firstAlias(document)
  if (alias !== null) {
    return { ok: false, problems: [{ path: [], code: 'alias', values: {}, line: counter.linePos(alias).line }] }
  }
  const locate = <Problem extends Pick<FileProblem, 'path'>>(problem: Problem) => ({
    ...problem,
    line: lineOf(document, counter, problem.path),
  })
  const parsed = schema.safeParse(document.toJS(), { reportInput: true })
  if (parsed.success) return { ok: true, file: parsed.data, locate }
  return { ok: false, problems: parsed.error.issues.map((issue) => locate(shapeProblem(issue))) }
}

/** Parses the text of a coded answer file. @returns as `parseFile` */
export function parseAssessmentFile(text: string): ParsedFile {
  return parseFile(text, assessmentFileSchema)
}
