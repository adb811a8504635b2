import { describe, expect, test } from '@jest/globals'
import { toAppError } from '@/lib/database-error'

const failure = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code })

describe('a full disk', () => {
  test.each([
    ['no room for any file', failure('ENOSPC')],
    ['no more room for this user', failure('EDQUOT')],
    ['told by a library that met it', new Error('could not sign in', { cause: failure('ENOSPC') })],
    ['the database cannot grow', failure('SQLITE_FULL')],
    ['the file beside the database cannot grow', failure('SQLITE_IOERR_SHMSIZE')],
    [
      'told by Prisma',
      Object.assign(new Error('x'), { meta: { driverAdapterError: { cause: { originalCode: 'SQLITE_FULL' } } } }),
    ],
  ])('is said as one: %s', (_, error) => {
    expect(toAppError(error)).toMatchObject({ code: 'disk-full', status: 507, cause: error })
  })

  test.each(['ENOENT', 'EACCES', 'ECONNRESET'])('is not what every failure of the system is: %s', (code) => {
    expect(toAppError(failure(code)).code).toBe('internal')
  })

  test('is not what every failure of reading and writing is', () => {
    expect(toAppError(failure('SQLITE_IOERR_READ')).code).toBe('database-corrupt')
  })
})
