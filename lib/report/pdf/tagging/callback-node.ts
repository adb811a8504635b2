/**
 * A hook into drawing. After a node is drawn, react-pdf asks pdfkit for a destination named by the node's `id`; here the
 * „name“ may be a function, and is run instead. (A Canvas would do as well, at three times the cost.)
 */
import { nodeType, type LayoutNode } from './layout-node'
import type { PdfContext } from './pdf-context'

/** A node without extent and content that runs a callback when its turn to be drawn comes. */
export function callback(run: () => void): LayoutNode {
  return { type: nodeType.text, box: { top: 0, left: 0, width: 0, height: 0 }, style: {}, props: { id: run }, children: [] }
}

/** Makes a document run the callbacks of such nodes. */
export function runCallbacks(context: PdfContext): void {
  const add = context.addNamedDestination.bind(context)
  context.addNamedDestination = (name, kind, x, y, zoom) => {
    if (typeof name === 'function') name()
    else add(name, kind, x, y, zoom)
  }
}
