/** Reads a PDF as a person and as a screen reader would: its text and its structure tree. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface StructureNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly StructureNode[]
}

export interface ReadPdf {
  readonly pages: number
  readonly text: string
  /** Text of each page. */
  readonly pageTexts: readonly string[]
  /** Roles in reading order, e.g. `H1`, `P`, `Table`. */
  readonly roles: readonly string[]
  /** Alternative texts of figures; empty where one is missing. */
  readonly figureAlts: readonly string[]
  readonly language: string | null
  readonly title: string | null
  readonly tagged: boolean
}

const flatten = (node: StructureNode): StructureNode[] => [node, ...(node.children ?? []).flatMap(flatten)]

/** Reads a PDF from its bytes. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pageTexts: string[] = []
  const nodes: StructureNode[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    pageTexts.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
    const tree = (await page.getStructTree()) as StructureNode | null
    if (tree) nodes.push(...flatten(tree))
  }
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } }
  const markInfo = (await document.getMarkInfo()) as { Marked?: boolean } | null
  const numPages = document.numPages
  await document.destroy()
  return {
    pages: numPages,
    pageTexts,
    text: pageTexts
      .join('\n')
      .replaceAll(/[\u00ad\u200b]/g, '')
      .replaceAll(/\s+/g, ' '),
    roles: nodes.flatMap((node) => (node.role ? [node.role] : [])),
    figureAlts: nodes.filter((node) => node.role === 'Figure').map((node) => node.alt ?? ''),
    language: info.Language ?? null,
    title: info.Title ?? null,
    tagged: markInfo?.Marked === true,
  }
}
