import { Text, View, type TextProps } from '@react-pdf/renderer'
import { row } from '../style'
import { tag } from '../tagging/tag'
import { keepTogether } from '../text/keep-together'

type Look = Exclude<TextProps['style'], undefined>

interface LabelledProps {
  readonly label: string
  readonly children: string
  /** Width of the label's column, in points. */
  readonly labels: number
  readonly labelLook: Look
  readonly look: Look
  /** Space above; none below, which could fill a page of its own. */
  readonly above?: number
  /** About how many characters of the text stand in a line. */
  readonly charactersPerLine?: number
}

/**
 * A list item: a label and beside it a text, however long. A short one stays on one page. A long one breaks; then the label
 * is placed by itself, because on the next page only the text is left and would move to the label's place.
 */
export function Labelled({ label, children, labels, labelLook, look, above = 0, charactersPerLine = 60 }: LabelledProps) {
  const short = keepTogether(charactersPerLine, label, children)
  const labelBox = { width: labels, paddingRight: 8 }
  return (
    <View {...tag('LI')} wrap={!short} style={short ? { ...row, marginTop: above } : { marginTop: above, paddingLeft: labels }}>
      <Text {...tag('Lbl')} style={[labelBox, short ? {} : { position: 'absolute', left: 0, top: 0 }, ...[labelLook].flat()]}>
        {label}
      </Text>
      <Text {...tag('LBody')} orphans={2} widows={2} style={[short ? { flex: 1 } : {}, ...[look].flat()]}>
        {children}
      </Text>
    </View>
  )
}
