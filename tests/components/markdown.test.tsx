import { describe, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Markdown } from '@/app/_components/markdown'
import { safeLink } from '@/app/_lib/safe-link'

const render = (text: string, lineBreaks = false) => renderToStaticMarkup(<Markdown text={text} lineBreaks={lineBreaks} />)
const tags = (html: string) => [...html.matchAll(/<(h\d)/g)].map(([, tag]) => tag)

describe('Markdown as part of a page', () => {
  test('HTML is shown as text and never run', () => {
    const html = render(
      'A <b onclick="x()">fett</b> <script>x()</script>\n\n<iframe src="https://a.de"></iframe>\n\n[x](<javascript:x()>)',
    )
    expect(html).not.toMatch(/<(script|iframe|b)\b/)
    expect(html).toContain('&lt;script&gt;x()&lt;/script&gt;')
    expect(html).toContain('&lt;iframe src=')
    expect(html).not.toContain('href')
  })

  test('links lead to sites, mail and telephone, and nowhere else', () => {
    const html = render('[a](https://a.de) <b@b.de> [c](tel:+4930) [d](data:text/html,x) [e](../geheim) [f](//f.de)')
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://a.de', 'mailto:b@b.de', 'tel:+4930'])
    expect(safeLink('JavaScript:x()')).toBeNull()
  })

  test('no picture is fetched from elsewhere; its description is text', () => {
    expect(render('![Das Rathaus](https://a.de/x.png)')).toBe(
      '<div class="dec-prose"><p class="kern-body dec-text">Das Rathaus</p></div>',
    )
  })

  test('the title is left to the page and headings leave no step out', () => {
    expect(tags(render('# Impressum\n\n### Eins\n\n###### Zwei\n\n# Drei'))).toEqual(['h2', 'h3', 'h2'])
    expect(tags(render('Text\n\n## Eins\n\n### Zwei\n\n## Drei'))).toEqual(['h2', 'h3', 'h2'])
  })

  test('an address keeps its lines only where lines count', () => {
    expect(render('Rathausplatz 1\n12345 Musterstadt', true)).toContain('Rathausplatz 1<br/>12345 Musterstadt')
    expect(render('Rathausplatz 1\n12345 Musterstadt')).not.toContain('<br/>')
  })

  test('lists, tables, quotations and code keep their meaning', () => {
    const html = render('1. eins\n2. **zwei**\n   - drei\n\n| A | B |\n| --- | --- |\n| `a<b` | \\* |\n\n> Zitat')
    expect(html).toContain('<strong>zwei</strong><ul class="dec-bullets dec-text"><li class="kern-body">drei</li></ul>')
    expect(html).toContain('<th scope="col">A</th>')
    expect(html).toContain('<td data-label="A"><code>a&lt;b</code></td><td data-label="B">*</td>')
    expect(html).toContain('<blockquote><p class="kern-body dec-text">Zitat</p></blockquote>')
  })

  test('an empty file gives an empty part', () => {
    expect(render('')).toBe('<div class="dec-prose"></div>')
    expect(render('# Nur ein Titel')).toBe('<div class="dec-prose"></div>')
  })
})
