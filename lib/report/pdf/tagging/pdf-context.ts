/** The part of pdfkit's document that tagging uses, written down narrowly because its own types know only half of it. */
import type { FontFace } from './layout-node'

export interface StructureElement {
  add(child: StructureElement | StructureContent): StructureElement
  end(): void
  readonly dictionary: { readonly data: Record<string, unknown> }
}
/** Opaque: what `markStructureContent` gives and `add` takes. */
export type StructureContent = object

export interface OutlineItem {
  addItem(title: string, options: { expanded: boolean; top: number; left: number }): OutlineItem
}

export interface PdfContext {
  readonly outline: OutlineItem
  readonly page: { readonly width: number; readonly height: number }
  struct(role: string, options?: { alt?: string; scope?: string; actual?: string }): StructureElement
  addStructure(element: StructureElement): void
  markContent(tag: 'Artifact', options?: { type: 'Pagination'; attached: readonly string[] }): void
  markStructureContent(role: string): StructureContent
  endMarkedContent(): void
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): unknown
  addNamedDestination(name: string | (() => void), kind: 'XYZ', x: number, y: number, zoom: null): void
  font(font: FontFace, size: number): PdfContext
  fontSize(size: number): PdfContext
  _font: unknown
  fillColor(colour: string): PdfContext
  fillOpacity(opacity: number): PdfContext
  strokeColor(colour: string): PdfContext
  lineWidth(width: number): PdfContext
  moveTo(x: number, y: number): PdfContext
  lineTo(x: number, y: number): PdfContext
  stroke(): PdfContext
  save(): PdfContext
  restore(): PdfContext
  text(text: string, x: number, y: number, options: { lineBreak: false }): PdfContext
  widthOfString(text: string): number
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  on(event: 'end', listener: () => void): void
  on(event: 'error', listener: (error: unknown) => void): void
  end(): void
}

/**
 * Makes `font` remember what it opened. react-pdf sets the font anew for every run of text, and pdfkit compares name
 * tables each time it is given a font object.
 */
export function rememberFonts(context: PdfContext): void {
  const opened = new Map<FontFace, unknown>()
  const open = context.font.bind(context)
  context.font = (font, size) => {
    const known = opened.get(font)
    if (known === undefined) {
      open(font, size)
      opened.set(font, context._font)
      return context
    }
    context._font = known
    return context.fontSize(size)
  }
}
