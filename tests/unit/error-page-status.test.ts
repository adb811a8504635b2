import { expect, test } from '@jest/globals'
import { AppError, errorCodes } from '@/lib/errors'
import { statusOfErrorPage } from '@/lib/error-page-status'

test('each error page has the status of its code', () => {
  for (const code of errorCodes) expect(statusOfErrorPage(`/fehler/${code}`)).toBe(new AppError(code).status)
})

test('other addresses keep the status of their page', () => {
  for (const path of ['/', '/fehler/erfunden', '/fehler/', '/check/fehler/internal', '/fehler/internal/x']) {
    expect(statusOfErrorPage(path)).toBeUndefined()
  }
})
