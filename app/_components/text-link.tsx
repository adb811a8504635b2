interface TextLinkProps {
  href: string
  children: React.ReactNode
  small?: boolean
  /** Flows with the sentence around it. */
  inline?: boolean
  download?: boolean
}

/** A plain link: the browser loads the page anew, so that „Zurück“ never shows an old form. */
export function TextLink({ href, children, small, inline, download }: TextLinkProps) {
  const classes = ['kern-link', 'kern-link--no-visited-state', small && 'kern-link--small', inline && 'dec-inline']
  return (
    <a className={classes.filter(Boolean).join(' ')} href={href} download={download || undefined}>
      {children}
    </a>
  )
}
