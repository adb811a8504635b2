/** A fold that needs no script. */
export function More({
  summary,
  children,
  open,
  small,
}: {
  summary: React.ReactNode
  children: React.ReactNode
  open?: boolean
  small?: boolean
}) {
  return (
    <details className={small ? 'dec-more dec-more--small' : 'dec-more'} open={open}>
      <summary>{summary}</summary>
      <div className="dec-more__body">{children}</div>
    </details>
  )
}
