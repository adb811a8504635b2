import { Text, View } from '@react-pdf/renderer'
import { neutral } from '../../../charts/palette'
import { tag } from '../tagging/tag'
import { row, textWidth, type } from '../style'
import { Labelled } from './labelled'

const dash = '–'

interface BulletListProps {
  readonly items: readonly string[]
  readonly small?: boolean
  readonly width?: number
}

/** A list with dashes. */
export function BulletList({ items, small = false, width = textWidth }: BulletListProps) {
  const look = small ? type.cell : type.text
  return (
    <View {...tag('L')} style={{ maxWidth: width }}>
      {items.map((item, index) => (
        <Labelled
          key={index}
          label={dash}
          labels={14}
          labelLook={[look, { color: neutral.quiet, paddingRight: 0 }]}
          look={look}
          above={index > 0 ? 2 : 0}
        >
          {item}
        </Labelled>
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
        <Labelled
          key={index}
          label={label}
          labels={labels}
          labelLook={[look, { color: neutral.quiet }]}
          look={look}
          above={index > 0 ? 3 : 0}
          charactersPerLine={40}
        >
          {value}
        </Labelled>
      ))}
    </View>
  )
}

/** Short facts side by side, label above value. The widths are in points, one per fact. */
export function FactRow({ facts, widths }: { readonly facts: readonly Fact[]; readonly widths: readonly number[] }) {
  return (
    <View {...tag('L')} style={row}>
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
