/**
 * What an element of the PDF is, for the structure tree that assistive technology reads.
 *
 * A react-pdf element says it in one prop: `<Text {...tag('H2', { anchor: 'matrix' })}>`. The object is created once per
 * element and travels with every part of it when it breaks over pages, so it also tells the parts of one element.
 */
export type StructureRole =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Span'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  /** Decoration: drawn, but not read. */
  | 'Artifact'

export interface Tag {
  readonly role: StructureRole
  /** Text alternative of a figure. A drawing without one is an artifact. */
  readonly alt?: string
  /** Of a header cell. */
  readonly scope?: 'Column' | 'Row'
  /** Number of columns a cell spans. */
  readonly columns?: number
  /** Name by which links and the table of contents find this place. */
  readonly anchor?: string
  /** Title in the outline („Lesezeichen“); the role H1–H3 gives its depth. */
  readonly outline?: string
  /** Draw the page number of this anchor here; only on a Canvas. */
  readonly pageOf?: string
}

/** Gives the prop that carries the tag; spread it into a react-pdf element. */
export function tag(role: StructureRole, options: Omit<Tag, 'role'> = {}): { tag: Tag } {
  return { tag: { role, ...options } }
}
