type Look = 'primary' | 'secondary'

interface ButtonProps {
  children: React.ReactNode
  look?: Look
  name?: string
  value?: string
}

/** Sends the form around it. */
export function Button({ children, look = 'primary', name, value }: ButtonProps) {
  return (
    <button className={`kern-btn kern-btn--${look}`} type="submit" name={name} value={value}>
      <span className="kern-label">{children}</span>
    </button>
  )
}

/** A link that looks like a button, where it is the next step. */
export function ButtonLink({ href, children, look = 'primary', download }: ButtonProps & { href: string; download?: boolean }) {
  return (
    <a className={`kern-btn kern-btn--${look}`} href={href} download={download || undefined}>
      <span className="kern-label">{children}</span>
    </a>
  )
}
