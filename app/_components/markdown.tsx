import { Fragment } from 'react'
import { Lexer, type Token, type Tokens } from 'marked'
import { MarkdownInline } from './markdown-inline'

const headings = [
  { Tag: 'h2', look: 'kern-heading-medium' },
  { Tag: 'h3', look: 'kern-title' },
  { Tag: 'h4', look: 'kern-title kern-title--small' },
  { Tag: 'h5', look: 'kern-title kern-title--small' },
] as const

/** Index into `headings` for each heading: no step left out, however the file numbers them. */
function headingSteps(tokens: readonly Token[], first: number): ReadonlyMap<Token, number> {
  const steps = new Map<Token, number>()
  const open: number[] = []
  for (const token of tokens) {
    if (token.type !== 'heading') continue
    const { depth } = token as Tokens.Heading
    while (open.length > 0 && open[open.length - 1]! >= depth) open.pop()
    steps.set(token, Math.min(first + open.length, headings.length - 1))
    open.push(depth)
  }
  return steps
}

function List({ token }: { token: Tokens.List }) {
  const Tag = token.ordered ? 'ol' : 'ul'
  return (
    <Tag className="dec-bullets dec-text" start={token.ordered && token.start !== 1 ? Number(token.start) : undefined}>
      {token.items.map((item, index) => (
        <li key={index} className="kern-body">
          <Blocks tokens={item.tokens} inList />
        </li>
      ))}
    </Tag>
  )
}

function Table({ token }: { token: Tokens.Table }) {
  return (
    <table className="dec-table dec-stackable">
      <thead>
        <tr>
          {token.header.map((cell, index) => (
            <th key={index} scope="col">
              <MarkdownInline tokens={cell.tokens} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {token.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column} data-label={token.header[column]?.text}>
                <MarkdownInline tokens={cell.tokens} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Block({ token, step, inList }: { token: Token; step: number; inList: boolean }) {
  switch (token.type) {
    case 'space':
      return null
    case 'hr':
      return <hr />
    case 'heading': {
      const { Tag, look } = headings[step]!
      return (
        <Tag className={look}>
          <MarkdownInline tokens={(token as Tokens.Heading).tokens} />
        </Tag>
      )
    }
    case 'list':
      return <List token={token as Tokens.List} />
    case 'table':
      return <Table token={token as Tokens.Table} />
    case 'blockquote':
      return (
        <blockquote>
          <Blocks tokens={(token as Tokens.Blockquote).tokens} />
        </blockquote>
      )
    case 'code':
      return <pre>{(token as Tokens.Code).text}</pre>
    case 'paragraph':
    case 'text': {
      const { tokens = [] } = token as Tokens.Paragraph
      return inList ? (
        <MarkdownInline tokens={tokens} />
      ) : (
        <p className="kern-body dec-text">
          <MarkdownInline tokens={tokens} />
        </p>
      )
    }
    // Raw HTML and whatever is new is shown as it is written: React escapes it.
    default:
      return <p className="kern-body dec-text">{token.raw}</p>
  }
}

function Blocks({ tokens, inList = false, first = 0 }: { tokens: readonly Token[]; inList?: boolean; first?: number }) {
  const steps = headingSteps(tokens, first)
  return tokens.map((token, index) => (
    <Fragment key={index}>
      <Block token={token} step={steps.get(token) ?? 0} inList={inList} />
    </Fragment>
  ))
}

interface MarkdownProps {
  text: string
  /** Each line of the file is a line on the page, as those who fill in templates expect. */
  lineBreaks?: boolean
  /** Level of its first headings. */
  headingLevel?: 2 | 3
}

/**
 * A Markdown file as part of a page. HTML in it is shown as text, never run; links lead to sites, mail and telephone only.
 * Its own title is left out, because the page has one.
 */
export function Markdown({ text, lineBreaks = false, headingLevel = 2 }: MarkdownProps) {
  const [first, ...rest] = new Lexer({ gfm: true, breaks: lineBreaks }).lex(text).filter(({ type }) => type !== 'space')
  const tokens = first?.type === 'heading' && (first as Tokens.Heading).depth === 1 ? rest : first ? [first, ...rest] : []
  return (
    <div className="dec-prose">
      <Blocks tokens={tokens} first={headingLevel - 2} />
    </div>
  )
}
