import { describe, expect, test } from '@jest/globals'
import { checkPassword } from '@/lib/accounts/password'

const person = { name: 'Erika Mustermann', email: 'erika.mustermann@musterstadt.de' }
const reason = (password: string) => checkPassword(password, person)?.values?.reason ?? null

describe('a new password', () => {
  test.each([
    ['elf Zeichen', 'length'],
    ['x7Kq-Brücke', 'length'],
    ['a'.repeat(201), 'long'],
    ['Erika Mustermann', 'own'],
    ['erikamustermann', 'own'],
    ['erika.mustermann@musterstadt.de', 'own'],
    ['Passwort1234', 'common'],
    ['PASSWORD12345!', 'common'],
    ['123456123456', 'common'],
    ['abcabcabcabcabc', 'common'],
    ['qwertyuiop123', 'common'],
  ])('%s is refused: %s', (password, expected) => {
    expect(reason(password)).toBe(expected)
  })

  test.each(['Brücke Kiesel Lampe Mittwoch', 'x7Kq-Brücke!', '🏙🏡🏢🏣🏤🏥🏦🏨🏩🏪🏫🏬', 'korrekte Pferdebatterie'])(
    '%s is accepted',
    (password) => {
      expect(checkPassword(password, person)).toBeNull()
    },
  )

  test('characters are counted as people see them, not as UTF-16', () => {
    expect(reason('🏙🏡🏢🏣🏤🏥')).toBe('length')
  })

  test('a person without a name does not forbid every password', () => {
    expect(checkPassword('Brücke Kiesel Lampe', { name: '', email: '' })).toBeNull()
  })
})
