/** From a react-pdf document to the bytes of a tagged PDF (docs/adr/0005-tagged-pdf.md). */
import layoutDocument from '@react-pdf/layout'
import renderPages from '@react-pdf/render'
import { Font, pdf } from '@react-pdf/renderer'
import PDFDocument from 'pdfkit'
import type { ReactElement } from 'react'
import { callback, runCallbacks } from './tagging/callback-node'
import type { LayoutNode } from './tagging/layout-node'
import { anchorPages, drawFurniture, fillPageNumbers, type Furniture, type FurnitureFonts } from './tagging/page-furniture'
import { rememberFonts, type PdfContext } from './tagging/pdf-context'
import { createTagger, type TaggedText } from './tagging/tag-pages'
import { relaxSpaces } from './text/relax-spaces'
import { softenHyphens } from './text/soften-hyphens'

export interface RenderOptions {
  readonly title: string
  readonly author: string
  readonly subject: string
  /** Becomes creation date and part of the file's id: the same input gives the same bytes. */
  readonly date: Date
  readonly furniture: Furniture
  readonly fonts: FurnitureFonts
  readonly texts: TaggedText
  /** Only to measure what tagging costs; a report is always tagged. */
  readonly tagged?: boolean
}

export interface RenderedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
}

// Its types name one argument; the renderer itself passes the fonts as the second.
const lay = layoutDocument as unknown as (document: unknown, fonts: typeof Font) => Promise<LayoutNode>
const producer = 'Drei-Ebenen-Check'

function createContext({ title, author, subject, date, tagged = true }: RenderOptions): PdfContext {
  const options = {
    ...(tagged && { tagged: true, subset: 'PDF/UA' }),
    pdfVersion: '1.7',
    lang: 'de-DE',
    displayTitle: true,
    autoFirstPage: false,
    font: '',
    info: {
      Title: title,
      Author: author,
      Subject: subject,
      Creator: producer,
      Producer: producer,
      CreationDate: date,
      ModDate: date,
    },
  }
  return new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfContext
}

/** Lays a document out. Its own function, because the summary is tried at several sizes before the report is built. */
export async function layOut(document: ReactElement): Promise<readonly LayoutNode[]> {
  const { container } = pdf(document as Parameters<typeof pdf>[0])
  const pages = container.document ? ((await lay(container.document, Font)).children ?? []) : []
  // A component that throws leaves an empty document behind; react-pdf would write a file without pages.
  if (pages.length === 0) throw new Error('the document has no pages')
  return pages
}

function collect(context: PdfContext): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    context.on('data', (chunk) => chunks.push(chunk))
    context.on('end', () => resolve(Buffer.concat(chunks)))
    context.on('error', reject)
  })
}

/** Renders a document to a tagged PDF with header, footer and page numbers. */
export async function renderTagged(document: ReactElement, options: RenderOptions): Promise<RenderedPdf> {
  const { fonts, furniture, texts, tagged = true } = options
  const laidOut = await layOut(document)
  softenHyphens(laidOut)
  relaxSpaces(laidOut)
  const context = createContext(options)
  rememberFonts(context)
  runCallbacks(context)
  const numbers = anchorPages(laidOut)
  const filled = laidOut.map((page) => fillPageNumbers(page, numbers, context, fonts))
  const bytes = collect(context)
  let pages = filled
  if (tagged) {
    const root = context.struct('Document')
    context.addStructure(root)
    pages = filled.map(createTagger(context, root, texts))
    const end = context.end.bind(context)
    context.end = () => {
      root.end()
      end()
    }
  }
  const withFurniture = pages.map((page, index) => ({
    ...page,
    children: [
      callback(() => drawFurniture(context, fonts, furniture, index + 1, pages.length, page.props?.furniture !== false)),
      ...(page.children ?? []),
    ],
  }))
  renderPages(context as never, { type: 'DOCUMENT', props: {}, children: withFurniture } as never)
  return { bytes: await bytes, pages: pages.length }
}
