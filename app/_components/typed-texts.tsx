interface TypedTextsProps {
  /** Where a summary of errors leads. */
  id: string
  heading: string
  text: string
  items: readonly { readonly field: string; readonly label: string; readonly text: string }[]
}

/** What was typed into a form and could not be saved: to be read and copied. */
export function TypedTexts({ id, heading, text, items }: TypedTextsProps) {
  return (
    <section className="dec-notice" id={id} tabIndex={-1} aria-labelledby={`${id}-titel`}>
      <h2 className="kern-title" id={`${id}-titel`}>
        {heading}
      </h2>
      <p className="kern-body dec-text">{text}</p>
      <dl className="dec-pairs dec-space-2">
        {items.map((item) => (
          <div key={item.field}>
            <dt>{item.label}</dt>
            <dd className="dec-pre-line">{item.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
