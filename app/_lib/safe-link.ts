const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Gives the address of a link in a text file if it leads to a site, a mail address or a telephone; else null. */
export function safeLink(href: string): string | null {
  return URL.canParse(href) && allowed.has(new URL(href).protocol) ? href : null
}
