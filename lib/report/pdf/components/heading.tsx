import { Text } from '@react-pdf/renderer'
import { tag } from '../tagging/tag'
import { type } from '../style'

interface HeadingProps {
  readonly level: 1 | 2 | 3
  readonly children: string
  /** Name for links and the table of contents. */
  readonly anchor?: string
  /** Listed among the bookmarks. */
  readonly outline?: boolean
  /** Room that must follow on the same page. */
  readonly keep?: number
  /** Looks like a heading of level 3. */
  readonly small?: boolean
  /** One of many: less space above. */
  readonly close?: boolean
}

const looks = {
  1: { ...type.h1, marginBottom: 10 },
  2: { ...type.h2, marginTop: 13, marginBottom: 3 },
  3: { ...type.h3, marginTop: 8, marginBottom: 2 },
} as const

/** A heading; never the last thing on a page. */
export function Heading({ level, children, anchor, outline = level < 3, keep = 30, small = false, close = false }: HeadingProps) {
  const role = `H${level}` as const
  return (
    <Text
      {...tag(role, { anchor, ...(outline && { outline: children }) })}
      minPresenceAhead={keep}
      style={[looks[small ? 3 : level], close ? { marginTop: 5 } : {}]}
    >
      {children}
    </Text>
  )
}
