import { expect, test } from '@jest/globals'
import { type AnswerContent, emptyContent } from '@/lib/assessments/answer-conflict'
import { historyOf, type RecordedChange } from '@/lib/assessments/answer-history'
import { fileLoaded, movedFrom, roundBegun, setAsideIn } from '@/lib/assessments/change-origin'

const content = (value: number, comment = ''): AnswerContent => ({ ...emptyContent, state: 'answered', value, comment })
const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const change = (day: number, before: AnswerContent, formId = `form-${day}`, by = 'Otto'): RecordedChange => ({
  formId,
  before,
  by,
  at: at(day),
})
const told = (changes: readonly RecordedChange[], current: AnswerContent) =>
  historyOf(changes, current, '1.1.0').map(({ answer, origin, by, at: when, questionnaireVersion }) => [
    answer.state === 'answered' ? answer.value : answer.state,
    origin.kind,
    by,
    when.getUTCDate(),
    questionnaireVersion,
  ])

test('what an answer was after each change, latest first, with who changed it', () => {
  const changes = [change(1, emptyContent), change(2, content(1), 'form-2', 'Ida'), change(3, content(2))]
  expect(told(changes, emptyContent)).toEqual([
    ['open', 'saved', 'Otto', 3, '1.1.0'],
    [2, 'saved', 'Ida', 2, '1.1.0'],
    [1, 'saved', 'Otto', 1, '1.1.0'],
  ])
})

test('of two versions the one set aside is told, and the one that stays not twice', () => {
  const changes = [
    change(1, emptyContent),
    change(2, content(1), setAsideIn('form-2'), 'Ida'),
    change(2, content(4), 'form-2', 'Ida'),
    change(3, content(1)),
  ]
  expect(told(changes, content(3))).toEqual([
    [3, 'saved', 'Otto', 3, '1.1.0'],
    [4, 'set-aside', 'Ida', 2, '1.1.0'],
    [1, 'saved', 'Otto', 1, '1.1.0'],
  ])
})

test('before a move to another version the questionnaire was the earlier one', () => {
  const changes = [change(1, emptyContent, roundBegun), change(2, content(1), movedFrom('1.0.0')), change(3, content(1))]
  expect(told(changes, content(3))).toEqual([
    [3, 'saved', 'Otto', 3, '1.1.0'],
    [1, 'moved', 'Otto', 2, '1.1.0'],
    [1, 'begun', 'Otto', 1, '1.0.0'],
  ])
})

test('a loaded file is the beginning', () => {
  expect(told([change(1, emptyContent, fileLoaded)], content(2))).toEqual([[2, 'loaded', 'Otto', 1, '1.1.0']])
})
