/**
 * Reads a PDF for tests as assistive technology would: the structure tree with the text of each element, what is an
 * artifact, annotations, outline. Attributes that pdf.js does not give (header scope) are read from the file itself.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface StructureElement {
  readonly role: string
  readonly alt: string | null
  readonly page: number
  readonly text: string
  readonly children: readonly StructureElement[]
}

export interface PdfStructure {
  readonly pages: number
  /** Elements of each page, in reading order; an element that breaks over pages appears on each. */
  readonly pageTrees: readonly (readonly StructureElement[])[]
  /** All elements of all pages, flat. */
  readonly elements: readonly StructureElement[]
  /** Text of each page in drawing order, artifacts included. */
  readonly pageTexts: readonly string[]
  /** Text outside the structure tree, by page. */
  readonly artifactTexts: readonly string[]
  /** Text drawn in neither an element nor an artifact. */
  readonly strayText: string
  readonly links: readonly {
    readonly page: number
    readonly target: string | null
    readonly url: string | null
    readonly title: string
  }[]
  /** Page of each named destination. */
  readonly destinations: ReadonlyMap<string, number>
  readonly outline: readonly { readonly title: string; readonly depth: number }[]
  readonly language: string | null
  readonly title: string | null
}

interface RawNode {
  readonly role?: string
  readonly alt?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly RawNode[]
}
interface RawOutline {
  readonly title: string
  readonly items: readonly RawOutline[]
}

/** Text by marked-content id, plus artifacts and strays. */
function sortText(items: readonly object[]) {
  const byId = new Map<string, string>()
  const open: (string | null)[] = []
  let [artifact, stray, all] = ['', '', '']
  for (const item of items as readonly { type?: string; id?: string; tag?: string; str?: string; hasEOL?: boolean }[]) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps')
      open.push(item.id ?? (item.tag === 'Artifact' ? 'artifact' : null))
    else if (item.type === 'endMarkedContent') open.pop()
    else {
      const text = (item.str ?? '') + (item.hasEOL ? '\n' : '')
      all += text
      const place = open.findLast((entry) => entry !== null)
      if (place === undefined || place === null) stray += text.trim()
      else if (place === 'artifact') artifact += `${text} `
      else byId.set(place, (byId.get(place) ?? '') + text)
    }
  }
  return { byId, artifact, stray, all }
}

function build(node: RawNode, page: number, byId: ReadonlyMap<string, string>): StructureElement {
  const children = (node.children ?? []).filter((child) => child.role).map((child) => build(child, page, byId))
  const text = (node.children ?? [])
    .map((child) =>
      child.type === 'content' ? (byId.get(child.id ?? '') ?? '') : child.role ? build(child, page, byId).text : '',
    )
    .join('')
  return { role: node.role ?? '', alt: node.alt ?? null, page, text: text.replaceAll(/\s+/g, ' ').trim(), children }
}

const flatten = (element: StructureElement): StructureElement[] => [element, ...element.children.flatMap(flatten)]
const flattenOutline = (items: readonly RawOutline[], depth = 1): { title: string; depth: number }[] =>
  items.flatMap(({ title, items: below }) => [{ title, depth }, ...flattenOutline(below, depth + 1)])

/** Reads structure, text and links of a PDF. */
export async function readStructure(bytes: Uint8Array): Promise<PdfStructure> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pageTrees: StructureElement[][] = []
  const [pageTexts, artifactTexts]: [string[], string[]] = [[], []]
  const links: PdfStructure['links'][number][] = []
  let strayText = ''
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const sorted = sortText(items)
    const tree = (await page.getStructTree()) as RawNode | null
    pageTrees.push((tree?.children ?? []).filter((child) => child.role).map((child) => build(child, number, sorted.byId)))
    pageTexts.push(sorted.all)
    artifactTexts.push(sorted.artifact)
    strayText += sorted.stray
    for (const { subtype, dest, url, contentsObj } of await page.getAnnotations()) {
      if (subtype === 'Link') links.push({ page: number, target: dest ?? null, url: url ?? null, title: contentsObj?.str ?? '' })
    }
  }
  const destinations = new Map<string, number>()
  for (const [name, target] of Object.entries((await document.getDestinations()) as Record<string, unknown[]>)) {
    destinations.set(name, (await document.getPageIndex(target[0] as never)) + 1)
  }
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } }
  const outline = flattenOutline(((await document.getOutline()) ?? []) as unknown as readonly RawOutline[])
  const pages = document.numPages
  await document.destroy()
  return {
    pages,
    pageTrees,
    elements: pageTrees.flat().flatMap(flatten),
    pageTexts,
    artifactTexts,
    strayText,
    links,
    destinations,
    outline,
    language: info.Language ?? null,
    title: info.Title ?? null,
  }
}

/** Dictionaries of the structure elements of one role, as they stand in the file (pdfkit does not compress them). */
export function rawElements(bytes: Uint8Array, role: string): string[] {
  const file = Buffer.from(bytes).toString('latin1')
  return [...file.matchAll(/\d+ 0 obj\n(<<[\s\S]*?>>)\nendobj/g)]
    .map(([, body]) => body!)
    .filter((body) => body.includes(`/S /${role}\n`) && body.includes('/P '))
}

/** Text without anything a line break, a soft hyphen or a page may add or take away. */
export const bare = (text: string): string => text.replaceAll(/[\s\u00ad\u200b\u00a0]/g, '')
