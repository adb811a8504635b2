import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { AppError } from '@/lib/errors'
import { logFailure } from '@/lib/log'

const lines: string[] = []
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => {
  jest.restoreAllMocks()
  lines.length = 0
})

test.each([
  ['/api/assessments/5f3a/answers', '/api/assessments/…/answers'],
  ['/api/workspaces/5f3a/measures/77ab', '/api/workspaces/…/measures/…'],
  ['/api/workspaces/5f3a/measures/77ab/calendar.ics', '/api/workspaces/…/measures/…/calendar.ics'],
])('a failure of the server is logged without ids: %s', (address, shown) => {
  logFailure(new AppError('internal', { cause: new Error('disk') }), address)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(`internal ${shown} Error: disk`)
  expect(lines[0]).not.toMatch(/5f3a|77ab/)
})

test('what a user got wrong is none of the operator’s business', () => {
  logFailure(new AppError('not-found'), '/api/assessments/5f3a/answers')
  expect(lines).toEqual([])
})
