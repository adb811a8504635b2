import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  missingOperatorTexts,
  operatorTextFile,
  operatorTextNames,
  readOperatorText,
  readSecurityContact,
} from '@/lib/operator-texts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'dec-operator-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const store = (text: string | Uint8Array, name: (typeof operatorTextNames)[number] = 'impressum') =>
  writeFileSync(join(dir, operatorTextFile(name)), text)

describe("the operator's texts", () => {
  test('a text that is filled in is given as it stands', () => {
    store('# Impressum\n\nStadt Musterstadt\n')
    expect(readOperatorText('impressum', dir)).toBe('# Impressum\n\nStadt Musterstadt')
    expect(missingOperatorTexts(dir)).toEqual([join(dir, 'datenschutz.md'), join(dir, 'barrierefreiheit.md')])
  })

  test('a text in which a place to fill in is left is unset', () => {
    store('# Impressum\n\n[[Name der\nKommune]], Rathausplatz 1\n')
    expect(readOperatorText('impressum', dir)).toBeNull()
    expect(missingOperatorTexts(dir)).toContain(join(dir, 'impressum.md'))
  })

  test('comments are instructions: they are not shown, and a place in them need not be filled in', () => {
    store('<!-- Bitte [[alles]] ausfüllen. -->\nStadt Musterstadt<!-- nie beendet')
    expect(readOperatorText('impressum', dir)).toBe('Stadt Musterstadt')
  })

  test('a missing folder, an empty file and a folder in place of a file are unset', () => {
    expect(missingOperatorTexts(join(dir, 'nicht-da'))).toHaveLength(3)
    store(' \n<!-- leer -->\n')
    mkdirSync(join(dir, operatorTextFile('datenschutz')))
    expect(missingOperatorTexts(dir)).toHaveLength(3)
  })

  test('files saved in the code page of Windows, or with a byte order mark, are read', () => {
    store(new Uint8Array([0x53, 0x74, 0xe4, 0x64, 0x74, 0x65]))
    expect(readOperatorText('impressum', dir)).toBe('Städte')
    store('\ufeffStädte', 'datenschutz')
    expect(readOperatorText('datenschutz', dir)).toBe('Städte')
  })

  test('there is a template for each text, and as it comes each counts as unset', () => {
    cpSync('templates/operator', dir, { recursive: true })
    expect(missingOperatorTexts(dir)).toHaveLength(operatorTextNames.length)
    for (const name of operatorTextNames) expect(readOperatorText(name, 'templates/operator')).toBeNull()
  })
})

describe('whom to tell of a weakness', () => {
  const storeContact = (text: string) => writeFileSync(join(dir, 'security.txt'), text)

  test('is given without the instructions of the template', () => {
    expect(readSecurityContact(dir)).toBeNull()
    storeContact('# Hinweis [[x]]\r\nContact: mailto:it@musterstadt.de\r\n\r\nExpires: 2027-12-31T23:00:00.000Z\r\n')
    expect(readSecurityContact(dir)).toBe('Contact: mailto:it@musterstadt.de\nExpires: 2027-12-31T23:00:00.000Z\n')
  })

  test('is nobody while a place is left to fill in', () => {
    storeContact(readFileSync('templates/operator/security.txt', 'utf8'))
    expect(readSecurityContact(dir)).toBeNull()
  })
})
