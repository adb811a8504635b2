/**
 * Puts the structure tree into a laid-out document.
 *
 * react-pdf draws with pdfkit, which can tag, but never asks it to. Between layout and drawing each leaf (text, drawing,
 * image) is therefore put between two invisible nodes that run a callback (`callback-node.ts`): one opens the leaf's marked
 * content, one closes it. Everything else that is drawn (grounds, borders, page furniture) is an artifact.
 */
import { callback } from './callback-node'
import { nodeType, type LayoutNode } from './layout-node'
import type { OutlineItem, PdfContext, StructureElement } from './pdf-context'
import type { StructureRole, Tag } from './tag'

export interface TaggedText {
  /** The original of a text in which characters had to be replaced; undefined if nothing was. */
  originalOf(text: string): string | undefined
}

const leafTypes: ReadonlySet<string> = new Set([nodeType.text, nodeType.svg, nodeType.image, nodeType.canvas])
const headingDepth: Partial<Record<StructureRole, number>> = { H1: 1, H2: 2, H3: 3 }

/** All text below a node, as one line. */
export function textOf(node: LayoutNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('')
}

function roleOf(node: LayoutNode): StructureRole | null {
  const own = node.props?.tag
  if (own) return own.role
  if (node.type === nodeType.text) return 'P'
  // A drawing that says nothing of itself is decoration.
  return leafTypes.has(node.type) ? 'Artifact' : null
}

function attributes(own: Tag | undefined, node: LayoutNode, left: number, top: number, pageHeight: number): object | null {
  if (own?.scope || own?.columns) {
    return { O: 'Table', ...(own.scope && { Scope: own.scope }), ...(own.columns && { ColSpan: own.columns }) }
  }
  if (own?.role !== 'Figure' || !node.box) return null
  const { width, height } = node.box
  return { O: 'Layout', Placement: 'Block', BBox: [left, pageHeight - top - height, left + width, pageHeight - top] }
}

/**
 * Gives a function that tags the pages of one document, in order.
 * @param context a pdfkit document created with `tagged: true`
 * @param root the element that holds everything
 */
export function createTagger(context: PdfContext, root: StructureElement, texts: TaggedText) {
  const elements = new Map<unknown, StructureElement>()
  const repeated = new Set<Tag>()
  const outline: { depth: number; item: OutlineItem }[] = []
  let link: { element: StructureElement; label: string } | null = null

  // An annotation made while a link is drawn belongs to the link's element and carries its words (PDF/UA).
  const annotate = context.annotate.bind(context)
  context.annotate = (x, y, width, height, options) =>
    annotate(x, y, width, height, link ? { ...options, structParent: link.element, Contents: new String(link.label) } : options)

  function elementFor(node: LayoutNode, role: string, parent: StructureElement, left: number, top: number, pageHeight: number) {
    const own = node.props?.tag
    const key = own ?? node.props
    const known = elements.get(key)
    if (known) return known
    const actual = node.type === nodeType.text ? texts.originalOf(textOf(node)) : undefined
    const element = context.struct(role, { ...(own?.alt && { alt: own.alt }), ...(actual && { actual }) })
    const extra = attributes(own, node, left, top, pageHeight)
    if (extra) element.dictionary.data['A'] = extra
    parent.add(element)
    elements.set(key, element)
    return element
  }

  /** Destination and outline entry of a place, made when it is drawn for the first time. */
  function arrive(own: Tag, top: number): void {
    if (own.anchor) context.addNamedDestination(own.anchor, 'XYZ', 0, Math.max(0, top - 12), null)
    if (!own.outline) return
    const depth = headingDepth[own.role] ?? 1
    while (outline.length && outline.at(-1)!.depth >= depth) outline.pop()
    const parent = outline.at(-1)?.item ?? context.outline
    // pdfkit counts `left` from the right edge.
    const item = parent.addItem(own.outline, { expanded: depth === 1, top: Math.max(0, top - 12), left: context.page.width })
    outline.push({ depth, item })
  }

  function tagLeaf(node: LayoutNode, role: StructureRole, element: StructureElement): LayoutNode[] {
    return [
      callback(() => {
        context.endMarkedContent()
        element.add(context.markStructureContent(role))
      }),
      node,
      callback(() => {
        context.endMarkedContent()
        context.markContent('Artifact')
      }),
    ]
  }

  function tagNode(node: LayoutNode, parent: StructureElement, left: number, top: number, pageHeight: number): LayoutNode[] {
    const own = node.props?.tag
    const role = roleOf(node)
    const [x, y] = [left + (node.box?.left ?? 0), top + (node.box?.top ?? 0)]
    if (role === 'Artifact') return [node]
    if (node.props?.fixed && own) {
      // The head of a table is read once; where it is drawn again on the next page it is an artifact.
      if (repeated.has(own)) return [node]
      repeated.add(own)
    }
    const first = !elements.has(own ?? node.props)
    const element =
      node.type === nodeType.link
        ? elementFor(node, 'Link', parent, x, y, pageHeight)
        : role
          ? elementFor(node, role, parent, x, y, pageHeight)
          : parent
    const arrival = first && own && (own.anchor || own.outline) ? [callback(() => arrive(own, y))] : []
    if (leafTypes.has(node.type)) return [...arrival, ...tagLeaf(node, role ?? 'P', element)]
    const children = (node.children ?? []).flatMap((child) => tagNode(child, element, x, y, pageHeight))
    const inside = { ...node, children }
    if (node.type !== nodeType.link) return [...arrival, inside]
    const label = textOf(node)
    return [callback(() => (link = { element, label })), inside, callback(() => (link = null))]
  }

  return (page: LayoutNode): LayoutNode => ({
    ...page,
    children: [
      callback(() => context.markContent('Artifact')),
      ...(page.children ?? []).flatMap((child) => tagNode(child, root, 0, 0, page.box?.height ?? 0)),
      callback(() => context.endMarkedContent()),
    ],
  })
}
