import { Text, View } from '@react-pdf/renderer'
import { neutral } from '../../../charts/palette'
import { tag } from '../tagging/tag'
import { row, textWidth, type } from '../style'
import { keepTogether } from '../text/keep-together'

// Space stands above an item, never below: what stands below a block that breaks could alone fill a page of its own.

interface BulletListProps {
  readonly items: readonly string[]
  readonly small?: boolean
}

/** A list with dashes. */
export function BulletList({ items, small = false }: BulletListProps) {
  const look = small ? type.cell : type.text
  return (
    <View {...tag('L')} style={{ maxWidth: textWidth }}>
      {items.map((item, index) => (
        <View key={index} {...tag('LI')} wrap={!keepTogether(60, item)} style={{ ...row, marginTop: index > 0 ? 2 : 0 }}>
          <Text {...tag('Lbl')} style={[look, { width: 14, color: neutral.quiet }]}>
            –
          </Text>
          <Text {...tag('LBody')} style={[look, { flex: 1 }]}>
            {item}
          </Text>
        </View>
      ))}
    </View>
  )
}

export interface Fact {
  readonly label: string
  readonly value: string
}

interface FactListProps {
  readonly facts: readonly Fact[]
  /** Width of the labels' column. */
  readonly labels?: number
  readonly width?: number
  readonly small?: boolean
}

/** Labels with their values, one below the other. */
export function FactList({ facts, labels = 110, width = textWidth, small = false }: FactListProps) {
  const look = small ? type.cell : type.text
  return (
    <View {...tag('L')} style={{ width }}>
      {facts.map(({ label, value }, index) => (
        <View key={index} {...tag('LI')} wrap={!keepTogether(40, label, value)} style={{ ...row, marginTop: index > 0 ? 3 : 0 }}>
          <Text {...tag('Lbl')} style={[look, { width: labels, paddingRight: 10, color: neutral.quiet }]}>
            {label}
          </Text>
          <Text {...tag('LBody')} style={[look, { flex: 1 }]}>
            {value}
          </Text>
        </View>
      ))}
    </View>
  )
}

/** Short facts side by side, label above value. The widths are in points, one per fact. */
export function FactRow({ facts, widths }: { readonly facts: readonly Fact[]; readonly widths: readonly number[] }) {
  return (
    <View {...tag('L')} style={{ ...row }}>
      {facts.map(({ label, value }, index) => (
        <View key={label} {...tag('LI')} style={{ width: widths[index], paddingRight: 10 }}>
          <Text {...tag('Lbl')} style={type.note}>
            {label}
          </Text>
          <Text {...tag('LBody')} style={type.cell}>
            {value}
          </Text>
        </View>
      ))}
    </View>
  )
}
