import { describe, expect, test } from '@jest/globals'
import { publicationRecord } from '@/lib/questionnaire/content-hash'
import { copied, edited, findings, smallContent, without } from '@/tests/factories/broken-content'

const files = smallContent
const published = publicationRecord(files)
const glossary = 'glossary.yml'

describe('a published version', () => {
  test('may not be edited: the file is named', () => {
    expect(findings(edited(files, glossary, 'Ein Teil', 'Teil'), [], { published })).toEqual([
      `${glossary}:1 published-edited ${glossary}`,
    ])
  })

  test('nor get another file, nor lose one', () => {
    const more = copied(files, 'measures/runde-ausbauen.yml', 'measures/runde-weiter.yml', [
      'id: runde-ausbauen',
      'id: runde-weiter',
    ])
    expect(findings(more, [], { published })).toEqual(['measures/runde-weiter.yml:1 published-edited measures/runde-weiter.yml'])
    expect(findings(without(files, glossary), [], { published })).toContain(`${glossary}:1 published-edited ${glossary}`)
  })

  test('may be checked out with other line ends', () => {
    const windows = files.map(({ path, text }) => ({ path, text: text.replaceAll('\n', '\r\n') }))
    expect(findings(windows, [], { published: published.replaceAll('\n', '\r\n') })).toEqual([])
  })

  test('needs its record untouched', () => {
    const [first, ...lines] = published.split('\n')
    expect(findings(files, [], { published: [`${first!.slice(1)}0`, ...lines].join('\n') })).toEqual([
      'HASH:1 published-edited HASH',
    ])
  })

  test('that is not published yet may be edited', () => {
    expect(findings(edited(files, glossary, 'Ein Teil', 'Teil'))).toEqual([])
  })
})
