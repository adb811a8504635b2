import { Text, View } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import { tag } from '../tagging/tag'
import { row, topline, type } from '../style'
import { keepTogether } from '../text/keep-together'

export interface Column {
  readonly title: string
  /** In points; the columns together are the table's width. */
  readonly width: number
}

export interface Row {
  readonly key: string
  /**
   * One per column: text, or an element that carries its own tags. The first one heads its row.
   */
  readonly cells: readonly (string | ReactElement)[]
  /** What stands in its elements, if that is text of users: a long row must be able to break. */
  readonly texts?: readonly string[]
}

interface TableProps {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Set the first cell of a row in bold. */
  readonly strong?: boolean
  /** Little space between rows, for figures. */
  readonly dense?: boolean
}

const cellStyle = (width: number, last: boolean, dense: boolean) => ({
  width,
  paddingRight: last ? 0 : 10,
  paddingVertical: dense ? 1.8 : 3.5,
})

interface CellProps {
  readonly children: string | ReactElement
  readonly column: Column
  readonly last: boolean
  readonly head: boolean
  readonly strong: boolean
  readonly dense: boolean
}

function Cell({ children, column, last, head, strong, dense }: CellProps) {
  const role = head ? tag('TH', { scope: 'Row' }) : tag('TD')
  const box = cellStyle(column.width, last, dense)
  if (typeof children !== 'string') {
    return (
      <View {...role} style={box}>
        {children}
      </View>
    )
  }
  return (
    <Text {...role} style={[type.cell, box, ...(head && strong ? [{ fontWeight: 500 }] : [])]}>
      {children}
    </Text>
  )
}

const textsOf = (cells: Row['cells']) => cells.filter((cell) => typeof cell === 'string')

/** Rows that stay with the next one, so that no page holds the head with one row, or the last row alone. */
const staysWithNext = (index: number, count: number) => index === 0 || index === count - 2

/** A table with a head of columns, drawn again on each page it reaches, and a head in each row. */
export function Table({ columns, rows, strong = true, dense = false }: TableProps) {
  return (
    <View {...tag('Table')}>
      <View {...tag('TR')} fixed minPresenceAhead={1} style={{ ...row }}>
        {columns.map(({ title, width }, index) => (
          <Text
            key={index}
            {...tag('TH', { scope: 'Column' })}
            style={[type.note, { width, paddingRight: 10, paddingVertical: 3 }]}
          >
            {title}
          </Text>
        ))}
      </View>
      {rows.map(({ key, cells, texts = [] }, index) => (
        <View
          key={key}
          {...tag('TR')}
          wrap={!keepTogether(15, ...textsOf(cells), ...texts)}
          {...(staysWithNext(index, rows.length) && { minPresenceAhead: 1 })}
          style={[topline, { ...row }]}
        >
          {cells.map((cell, place) => (
            <Cell
              key={place}
              column={columns[place]!}
              last={place === columns.length - 1}
              head={place === 0}
              strong={strong}
              dense={dense}
            >
              {cell}
            </Cell>
          ))}
        </View>
      ))}
    </View>
  )
}
