/** Sizes and spaces of the PDF, in points; the look of the mock's report pages at three quarters of its pixels. */
import { neutral } from '../../charts/palette'
import { fontFamily } from './text/fonts'

export const page = { margin: 57, top: 58, bottom: 58, width: 595.28 - 2 * 57 } as const

/** Text is set no wider than this: about 75 characters. */
export const textWidth = 400

export const type = {
  title: { fontSize: 26, lineHeight: 1.2, fontWeight: 600 },
  h1: { fontSize: 21, lineHeight: 1.2, fontWeight: 600 },
  h2: { fontSize: 13, lineHeight: 1.35, fontWeight: 600 },
  h3: { fontSize: 10.5, lineHeight: 1.4, fontWeight: 600 },
  lead: { fontSize: 15, lineHeight: 1.35, fontWeight: 500 },
  text: { fontSize: 10.5, lineHeight: 1.43 },
  cell: { fontSize: 9.5, lineHeight: 1.32 },
  note: { fontSize: 8.5, lineHeight: 1.35, color: neutral.quiet },
} as const

export const pageStyle = {
  fontFamily,
  fontWeight: 400,
  color: neutral.ink,
  paddingTop: page.top,
  paddingBottom: page.bottom,
  paddingHorizontal: page.margin,
  ...type.text,
} as const

/**
 * Things side by side. Never stretched: a stretched label is as high as the text beside it, has nothing to break there, and
 * so keeps a text longer than a page from breaking at all.
 */
export const row = { flexDirection: 'row', alignItems: 'flex-start' } as const

export const topline = { borderTopWidth: 0.75, borderTopColor: neutral.line, borderTopStyle: 'solid' } as const
