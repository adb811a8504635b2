import { describe, expect, test } from '@jest/globals'
import { type ContentChange, type StoredContent, emptyContent, judge } from '@/lib/assessments/answer-conflict'

const content = (value: number | null, comment = '') => ({
  ...emptyContent,
  ...(value === null ? {} : { state: 'answered' as const, value }),
  comment,
})

/** An answer with its history, written in the order `[form, value]`. */
function history(...writes: [form: string, value: number][]) {
  const changes: ContentChange[] = []
  let stored: StoredContent | null = null
  for (const [formId, value] of writes) {
    const version: number = (stored?.version ?? 0) + 1
    changes.push({ version, formId, before: stored ?? emptyContent })
    stored = { ...content(value), version, formId, seq: version }
  }
  return { stored, since: (version: number) => changes.filter((change) => change.version > version) }
}

const submit = (value: number | null, shown: number, formId = 'mine', seq: number | null = null) => ({
  content: content(value),
  shown,
  formId,
  seq,
})

describe('judge', () => {
  test('an empty field that was never saved stays unsaved', () => {
    const { stored, since } = history()
    expect(judge(stored, submit(null, 0), since)).toBe('same')
  })

  test('a first answer is written', () => {
    const { stored, since } = history()
    expect(judge(stored, submit(3, 0), since)).toBe('write')
  })

  test('a change to what was shown is written', () => {
    const { stored, since } = history(['other', 1])
    expect(judge(stored, submit(3, 1), since)).toBe('write')
  })

  test('unchanged here, newer there: the stored answer stays', () => {
    const { stored, since } = history(['other', 1], ['other', 2])
    expect(judge(stored, submit(1, 1), since)).toBe('kept')
    expect(judge(stored, submit(null, 0), since)).toBe('kept')
  })

  test('changed here and there: a conflict', () => {
    const { stored, since } = history(['other', 1], ['other', 2])
    expect(judge(stored, submit(3, 1), since)).toBe('conflict')
    expect(judge(stored, submit(3, 0), since)).toBe('conflict')
  })

  test('where not every change since is known, both are shown, whoever made those that are', () => {
    const { stored, since } = history(['other', 1], ['other', 2], ['mine', 3], ['mine', 4])
    const known = (version: number) => since(version).filter((change) => change.version > 2)
    // What came before the first one that is known is not what was shown.
    expect(judge(stored, submit(2, 1), known)).toBe('conflict')
    expect(judge(stored, submit(0, 1, 'mine', 9), known)).toBe('conflict')
    expect(judge(stored, submit(0, 1), known)).toBe('conflict')
    expect(judge(stored, submit(2, 2), known)).toBe('kept')
  })

  test('both changed to the same: nothing to do', () => {
    const { stored, since } = history(['other', 1], ['other', 2])
    expect(judge(stored, submit(2, 1), since)).toBe('same')
  })

  test('a form never conflicts with its own saves: autosave, then Weiter', () => {
    const { stored, since } = history(['mine', 1], ['mine', 2])
    expect(judge(stored, submit(3, 0), since)).toBe('write')
  })

  test('Back shows an old page: sent unchanged it wipes nothing, not even the same form’s own answer', () => {
    const { stored, since } = history(['mine', 1])
    expect(judge(stored, submit(null, 0), since)).toBe('kept')
  })

  test('an autosave that takes a change back before the first one was confirmed is written', () => {
    const { stored, since } = history(['mine', 1])
    expect(judge(stored, submit(null, 0, 'mine', 2), since)).toBe('write')
  })

  test('one foreign change among its own is enough for a conflict', () => {
    const { stored, since } = history(['mine', 1], ['other', 2], ['mine', 4])
    expect(judge(stored, submit(3, 0), since)).toBe('conflict')
  })

  test('an autosave that was overtaken by a later one does not overwrite it', () => {
    const { stored, since } = history(['mine', 1], ['mine', 2])
    expect(judge(stored, submit(3, 0, 'mine', 1), since)).toBe('superseded')
    expect(judge(stored, submit(3, 0, 'mine', 2), since)).toBe('superseded')
    expect(judge(stored, submit(3, 0, 'mine', 3), since)).toBe('write')
  })

  test('the count of another form says nothing', () => {
    const { stored, since } = history(['other', 1], ['other', 2])
    expect(judge(stored, submit(3, 2, 'mine', 1), since)).toBe('write')
  })

  test('a version that never existed is refused', () => {
    const { stored, since } = history(['mine', 1])
    expect(judge(stored, submit(3, 2), since)).toBe('wrong-version')
    expect(judge(null, submit(3, 1), () => [])).toBe('wrong-version')
  })

  test('a comment alone is a change', () => {
    const { stored, since } = history(['other', 1])
    expect(judge(stored, { ...submit(1, 1), content: content(1, 'dazu') }, since)).toBe('write')
  })
})
