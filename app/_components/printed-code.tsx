interface PrintedCodeProps {
  title: string
  /** Says what the large characters are, for those who cannot see that they are a code. */
  codeLabel: string
  code: string
  /** What is needed to use the code, each with its label. */
  rows: readonly (readonly [string, string])[]
  keep: string
}

/** A code with everything needed to use it, on one sheet. On paper the page consists of nothing else. */
export function PrintedCode({ title, codeLabel, code, rows, keep }: PrintedCodeProps) {
  return (
    <div className="dec-code-box dec-flow">
      <h3 className="kern-title">{title}</h3>
      <p>
        <span className="kern-sr-only">{codeLabel} </span>
        <strong className="dec-code dec-code--large">{code}</strong>
      </p>
      <dl className="dec-pairs">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="kern-body">
        <strong>{keep}</strong>
      </p>
    </div>
  )
}
