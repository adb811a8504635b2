/**
 * The content security policy of a page: own files only, scripts only with this page's nonce, no inline styles.
 * @param secure the site is reached by https
 * @param development allows `eval`, which React uses for stack traces while developing
 */
export function contentSecurityPolicy({
  nonce,
  secure,
  development,
}: {
  nonce: string
  secure: boolean
  development: boolean
}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // While developing, style sheets are injected by script.
    `style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
    // KERN draws its icons from data: addresses in its style sheet.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
