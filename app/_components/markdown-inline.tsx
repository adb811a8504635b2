import { Fragment } from 'react'
import type { Token, Tokens } from 'marked'
import { safeLink } from '@/app/_lib/safe-link'
import { TextLink } from './text-link'

function Piece({ token }: { token: Token }) {
  const inner = 'tokens' in token && token.tokens ? <MarkdownInline tokens={token.tokens} /> : null
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>
    case 'em':
      return <em>{inner}</em>
    case 'del':
      return <del>{inner}</del>
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>
    case 'br':
      return <br />
    case 'link': {
      const href = safeLink((token as Tokens.Link).href)
      return href ? (
        <TextLink href={href} inline>
          {inner}
        </TextLink>
      ) : (
        inner
      )
    }
    case 'checkbox':
      return null
    case 'text':
    case 'escape':
      return inner ?? (token as Tokens.Text).text
    // A picture's description; pictures from elsewhere are never fetched.
    case 'image':
      return (token as Tokens.Image).text
    default:
      return token.raw
  }
}

/** Running text of a Markdown file. */
export function MarkdownInline({ tokens }: { tokens: readonly Token[] }) {
  return tokens.map((token, index) => (
    <Fragment key={index}>
      <Piece token={token} />
    </Fragment>
  ))
}
