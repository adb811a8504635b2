import { Text, type TextProps } from '@react-pdf/renderer'
import { tag } from '../tagging/tag'
import { textWidth, type } from '../style'

interface ProseProps {
  readonly children: string
  readonly style?: TextProps['style']
}

interface ParagraphProps extends ProseProps {
  /** Introduces what follows and stays with it. */
  readonly leads?: boolean
}

/** A paragraph at reading width. Breaks over pages, never with a single line. */
export function Paragraph({ children, leads = false, style = {} }: ParagraphProps) {
  return (
    <Text
      {...tag('P')}
      orphans={2}
      widows={2}
      {...(leads && { minPresenceAhead: 1 })}
      style={[{ maxWidth: textWidth, marginBottom: 6 }, ...[style].flat()]}
    >
      {children}
    </Text>
  )
}

/** Several paragraphs. */
export function Paragraphs({ texts, small = false }: { readonly texts: readonly string[]; readonly small?: boolean }) {
  return (
    <>
      {texts.map((text, index) => (
        <Paragraph key={index} style={small ? type.cell : {}}>
          {text}
        </Paragraph>
      ))}
    </>
  )
}

/** A small, quiet remark. */
export function Note({ children, style = {} }: ProseProps) {
  return (
    <Text {...tag('P')} style={[type.note, { maxWidth: textWidth }, ...[style].flat()]}>
      {children}
    </Text>
  )
}
