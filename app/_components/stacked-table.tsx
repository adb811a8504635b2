interface StackedTableProps {
  /** Read out only; a heading stands above the table. */
  caption: string
  /** Of the columns. Each cell but the first of its row repeats its own as `data-label`. */
  heads: readonly string[]
  /** Further classes. */
  look?: string
  /** The cells are short: on narrow screens each stands beside its head. */
  short?: boolean
  children: React.ReactNode
}

/** A table whose cells stand one below the other on narrow screens. Its rows are the children. */
export function StackedTable({ caption, heads, look = '', short = false, children }: StackedTableProps) {
  const classes = ['dec-table', look, 'dec-stackable', short && 'dec-stackable--short']
  return (
    <table className={classes.filter(Boolean).join(' ')}>
      <caption className="kern-sr-only">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
