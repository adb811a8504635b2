import { StackedTable } from '@/app/_components/stacked-table'

interface DataTableProps {
  caption: string
  head: readonly string[]
  /** The first cell of a row names it. */
  rows: readonly (readonly string[])[]
}

/** What a chart shows, as a table. */
export function DataTable({ caption, head, rows }: DataTableProps) {
  return (
    <StackedTable caption={caption} heads={head} look="dec-table--small" short>
      {rows.map(([name, ...cells]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {cells.map((cell, index) => (
            <td key={head[index + 1]} data-label={head[index + 1]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </StackedTable>
  )
}
