/** docs/sicherheit.md tells the operator's IT what is limited and by how much: the numbers are those of the program. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { accountLimits, type Pace } from '@/lib/accounts/limits'
import { limits } from '@/lib/assessments/limits'
import { budgetLimits, keptLimits } from '@/lib/budgets/limits'
import { readSettings } from '@/lib/env'
import { inputLimits } from '@/lib/input/limits'
import { pictureLimits } from '@/lib/pictures/limits'
import { pdfLimits } from '@/lib/report/pdf/limits'
import { securityEvents, securityLinesPerMinute } from '@/lib/security-log'

const text = readFileSync('docs/sicherheit.md', 'utf8')
/** The line of a table that begins with a word. */
const row = (head: string) => text.split('\n').find((line) => line.startsWith(`| ${head}`)) ?? `no line ${head}`

const number = (value: number) => value.toLocaleString('de-DE')
const kilobytes = (bytes: number) => `${number(bytes / 1024)} KB`
const megabytes = (bytes: number) => `${number(bytes / 1024 / 1024)} MB`
const seconds = (milliseconds: number) => `${milliseconds / 1000} Sekunden`
const minutes = (milliseconds: number) => `${milliseconds / 60_000} Minute${milliseconds === 60_000 ? '' : 'n'}`
const pace = ({ free, first, most }: Pace) => `| ${free} | ${seconds(first)}, verdoppelt bis ${minutes(most)} |`
const budget = ({ minutes: time, each }: { minutes: number; each: number }) => `${number(each)} in ${time} Minuten`
const { start, import: load, 'import-bytes': loadBytes, kept } = budgetLimits

/** Head of the line, and what stands in it. */
const told: readonly (readonly [string, string])[] = [
  ['Formular oder JSON', kilobytes(inputLimits.formBody)],
  ['Teile einer Adresse', String(inputLimits.addressParts)],
  ['Felder eines Formulars', number(inputLimits.fields)],
  ['Name eines Feldes', `${inputLimits.nameLength} Zeichen`],
  ['Einträge eines JSON', `${number(inputLimits.jsonEntries)}, höchstens ${inputLimits.jsonDepth} Ebenen`],
  ['Genannte Fehler', String(inputLimits.fieldErrors)],
  ['Adresse einer Weiterleitung', `${number(inputLimits.location)} Zeichen`],
  ['Akzente', String(inputLimits.marksInARow)],
  ['Anmerkung', `${number(limits.comment)} Zeichen, ${limits.commentLines} Zeilen`],
  ['Begründung', `${number(limits.reason)} Zeichen, ${limits.reasonLines} Zeilen`],
  [
    'Wappen',
    `${kilobytes(pictureLimits.file)}, ${number(pictureLimits.side)} × ${number(pictureLimits.side)} Bildpunkte, ${pictureLimits.depth} Bit`,
  ],
  ['Entpacken', `${seconds(pictureLimits.time)}, ${pictureLimits.memory} MB`],
  ['Bilder zugleich', `${pictureLimits.running}, weitere ${pictureLimits.waiting} warten`],
  ['Arbeitsstand |', `${megabytes(limits.stateFile)}, ${number(inputLimits.fileEntries)} Einträge`],
  ['Checks ohne Konto', `${budget(start)} | ${number(start.all)}`],
  ['Arbeitsstände laden', `${budget(load)}, ${megabytes(loadBytes.each)} | ${number(load.all)}, ${megabytes(loadBytes.all)}`],
  ['Nicht angenommene', `${budget(kept)} | ${number(kept.all)}`],
  ['Platz auf der Platte', `(${readSettings({}, '/').diskReserveMb} MB)`],
  [
    'Frühere Fassungen',
    `${limits.history.whole} alle, ältere nur an den Wechseln, zusammen höchstens etwa ${limits.history.atMost + limits.history.lookEvery}`,
  ],
  ['Browser ohne Check', `${kilobytes(keptLimits.shares.stranger.form)} | ${megabytes(keptLimits.shares.stranger.all)}`],
  ['Browser mit einem Check', `${kilobytes(keptLimits.shares.check.form)} | ${megabytes(keptLimits.shares.check.all)}`],
  ['Angemeldete', `${kilobytes(keptLimits.shares.member.form)} | ${megabytes(keptLimits.shares.member.all)}`],
  ['an einem Konto von einer Adresse', pace(accountLimits.atAccountFromAddress)],
  ['an einem Konto von überall', pace(accountLimits.atAccount)],
  ['von einer Adresse', pace(accountLimits.fromAddress)],
  ['aus einem Browser', `| ${accountLimits.fromKnownBrowser.free} |`],
  ['Ein PDF', `${seconds(pdfLimits.time)}, ${pdfLimits.memory} MB`],
  ['Wartende PDFs', `${pdfLimits.waiting}, davon ${pdfLimits.waitingForMembers} nur`],
  ['Laufende und wartende', `| ${pdfLimits.each} |`],
  ['– je Netzwerkadresse', `| ${pdfLimits.eachAddress} |`],
]

describe('docs/sicherheit.md', () => {
  test.each(told)('says of „%s“: %s', (head, words) => expect(row(head)).toContain(words))

  test('says the rest in sentences', () => {
    const { forms, bytes } = keptLimits.perKey
    for (const words of [
      `höchstens ${forms} Formulare und ${bytes / 1024 / 1024} MB`,
      `Höchstens ${accountLimits.hashingAtOnce} Passwörter werden zugleich geprüft, ${accountLimits.hashingWaiting} warten`,
      `höchstens ${securityLinesPerMinute} Zeilen in der Minute`,
      `öffnet Checks, ${accountLimits.markDays} Tage`,
    ])
      expect(text).toContain(words)
  })

  test('explains each event of the log, and no other', () => {
    const part = text.split('\n## ').find((section) => section.startsWith('Protokoll')) ?? ''
    const explained = [...part.matchAll(/^\| `([\w-]+)` \| \S/gm)].map(([, event]) => event)
    expect(explained.sort()).toEqual([...securityEvents].sort())
  })
})
