/**
 * What is known only when all pages are laid out: running header, footer with „Seite x von y“, and the page numbers of the
 * table of contents. Drawn straight onto the page, so that the layout need not run twice.
 */
import { neutral } from '../../../charts/palette'
import { nodeType, walk, type FontFace, type LayoutNode } from './layout-node'
import type { PdfContext } from './pdf-context'

/** Words of header and footer; an empty header draws none. */
export interface Furniture {
  /** Says on every sheet, the cover too, what kind of paper this is; null says nothing. */
  readonly mark: string | null
  readonly left: string
  readonly right: string
  readonly footer: string
  /** „Seite 3 von 16“ */
  pageText(page: number, total: number): string
}

export interface FurnitureFonts {
  readonly text: FontFace
  /** For characters `text` lacks. */
  readonly fallback: FontFace
}

const margin = 57
const size = 8.5
const markSize = 10
const headerTop = 30
const ruleGap = 16
const footerFromBottom = 42
const markFromBottom = 27

const fontFor = ({ text, fallback }: FurnitureFonts, words: string) =>
  [...words].every((character) => text.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) ? text : fallback

/** Shortens words to a width, with „…“ at the end. */
function fit(context: PdfContext, words: string, width: number): string {
  if (context.widthOfString(words) <= width) return words
  const characters = [...words]
  while (characters.length > 0 && context.widthOfString(`${characters.join('')}…`) > width) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

function rule(context: PdfContext, y: number): void {
  context.strokeColor(neutral.line).lineWidth(0.75)
  context
    .moveTo(margin, y)
    .lineTo(context.page.width - margin, y)
    .stroke()
}

/** Sets one line with words on the left and on the right; the left ones give way. */
function line(context: PdfContext, fonts: FurnitureFonts, left: string, right: string, y: number): void {
  const width = context.page.width - 2 * margin
  context.fillColor(neutral.quiet).fillOpacity(1)
  context.font(fontFor(fonts, right), size)
  const end = fit(context, right, width * 0.6)
  const endWidth = context.widthOfString(end)
  context.text(end, context.page.width - margin - endWidth, y, { lineBreak: false })
  context.font(fontFor(fonts, left), size)
  context.text(fit(context, left, width - endWidth - 18), margin, y, { lineBreak: false })
}

/** Sets the mark in the middle below the footer, in ink, so that a single copied sheet still says what it is. */
function drawMark(context: PdfContext, fonts: FurnitureFonts, words: string): void {
  context.fillColor(neutral.ink).fillOpacity(1).font(fontFor(fonts, words), markSize)
  const left = (context.page.width - context.widthOfString(words)) / 2
  context.text(words, left, context.page.height - markFromBottom, { lineBreak: false })
}

/** Draws header and footer of the current page as artifacts. */
export function drawFurniture(
  context: PdfContext,
  fonts: FurnitureFonts,
  furniture: Furniture,
  page: number,
  total: number,
  withHeader: boolean,
): void {
  context.save()
  if (withHeader) {
    context.markContent('Artifact', { type: 'Pagination', attached: ['Top'] })
    line(context, fonts, furniture.left, furniture.right, headerTop)
    rule(context, headerTop + ruleGap)
    context.endMarkedContent()
  }
  context.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
  const top = context.page.height - footerFromBottom
  rule(context, top - 6)
  line(context, fonts, furniture.footer, furniture.pageText(page, total), top)
  if (furniture.mark !== null) drawMark(context, fonts, furniture.mark)
  context.endMarkedContent()
  context.restore()
}

/** Page of each anchor, counted from 1. */
export function anchorPages(pages: readonly LayoutNode[]): Map<string, number> {
  const found = new Map<string, number>()
  pages.forEach((page, index) =>
    walk(page, (node) => {
      const anchor = node.props?.tag?.anchor
      if (anchor && !found.has(anchor)) found.set(anchor, index + 1)
    }),
  )
  return found
}

/** Fills the places where a page number belongs; a place without its anchor is a mistake in the document. */
export function fillPageNumbers(
  node: LayoutNode,
  pages: ReadonlyMap<string, number>,
  context: PdfContext,
  fonts: FurnitureFonts,
): LayoutNode {
  const anchor = node.props?.tag?.pageOf
  if (node.type === nodeType.canvas && anchor) {
    const page = pages.get(anchor)
    if (page === undefined) throw new Error(`no place called "${anchor}" in the document`)
    const width = node.box?.width ?? 0
    const paint = () => {
      context.fillColor(neutral.ink).fillOpacity(1).font(fonts.text, 10)
      const words = String(page)
      context.text(words, width - context.widthOfString(words), 0, { lineBreak: false })
      return null
    }
    return { ...node, props: { ...node.props, paint } }
  }
  if (!node.children) return node
  return { ...node, children: node.children.map((child) => fillPageNumbers(child, pages, context, fonts)) }
}
