interface TitledTextsProps {
  texts: readonly { readonly title: string; readonly text: string }[]
  /** Level of the titles. */
  level?: 2 | 3
}

/** Short paragraphs, each under its own title. */
export function TitledTexts({ texts, level = 3 }: TitledTextsProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div className="dec-stack dec-stack--near">
      {texts.map(({ title, text }) => (
        <div key={title}>
          <Title className="kern-title kern-title--small">{title}</Title>
          <p className="kern-body dec-text">{text}</p>
        </div>
      ))}
    </div>
  )
}
