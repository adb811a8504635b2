import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { byKey } from '@/lib/accounts/actor'
import { setUp } from '@/lib/accounts/invitation-service'
import { readAssessment } from '@/lib/assessments/service'
import { closeDatabase, openDatabase } from '@/lib/db'
import { resetSettings } from '@/lib/env'
import { missingOperatorTexts, readOperatorText } from '@/lib/operator-texts'
import { startUp } from '@/lib/start-up'
import { databaseFile } from '../setup/data-dir'
import { begin, now, useInstallation } from '../setup/installation'

const installation = useInstallation()
const told: string[] = []
/** Everything but the offer to set up the first workspace, which each start repeats while nobody has an account. */
const warnings = () => told.filter((line) => !line.includes('/einrichten#'))
beforeEach(() => {
  told.length = 0
  for (const name of ['HOST', 'PORT', 'OPERATOR_NAME', 'SESSION_HOURS']) delete process.env[name]
  jest.spyOn(console, 'warn').mockImplementation((line: string) => void told.push(line))
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})

describe('starting the server', () => {
  test('warns of each text that only the operator can write, until it is there', async () => {
    await startUp()
    expect(warnings().map((line) => /OPERATOR_NAME|\w+\.md/.exec(line)?.[0])).toEqual([
      'OPERATOR_NAME',
      'impressum.md',
      'datenschutz.md',
      'barrierefreiheit.md',
    ])
    expect(readOperatorText('impressum')).toBeNull()
    const folder = join(installation.dataDir, 'operator')
    mkdirSync(folder)
    for (const name of ['impressum', 'datenschutz', 'barrierefreiheit']) writeFileSync(join(folder, `${name}.md`), '# Stadt')
    process.env.OPERATOR_NAME = 'Stadt Musterstadt'
    resetSettings()
    told.length = 0
    await startUp()
    expect(warnings()).toEqual([])
    expect(missingOperatorTexts()).toEqual([])
    expect(readOperatorText('impressum')).toBe('# Stadt')
  })

  test('offers to set up the first workspace while nobody has an account', async () => {
    await startUp()
    const code = /\/einrichten#([0-9A-Z-]+)/.exec(told.at(-1) ?? '')?.[1] ?? ''
    const person = { name: 'Erika', email: 'erika@musterstadt.de', password: 'Brücke Kiesel Lampe' }
    await setUp(code, 'Musterstadt', person, new Date())
    told.length = 0
    await startUp()
    expect(told.filter((line) => line.includes('einrichten'))).toEqual([])
  })

  test('deletes what has expired and says how many', async () => {
    const old = await begin()
    const kept = await begin()
    const { client } = await openDatabase()
    await client.assessment.update({ where: { id: old.id }, data: { lastSeenAt: new Date('2020-01-01') } })
    await client.assessment.update({ where: { id: kept.id }, data: { lastSeenAt: new Date() } })
    await startUp()
    expect(warnings().at(-1)).toContain('1 Check wurde')
    await expect(readAssessment(byKey(old.key), old.id, now)).rejects.toMatchObject({ code: 'not-found' })
    expect((await readAssessment(byKey(kept.key), kept.id, now)).id).toBe(kept.id)
  })

  test('with an unusable database says so and runs on, so that the site can tell', async () => {
    await closeDatabase()
    rmSync(join(installation.dataDir, databaseFile))
    await startUp()
    expect(told.at(-1)).toContain('Die Datenbank fehlt')
  })

  test('with wrong settings says in one line each what was given and what is expected, and ends', async () => {
    const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('ended')
    })
    Object.assign(process.env, { PORT: '999999', APP_URL: 'foo\nbar', SESSION_HOURS: 'zwölf' })
    resetSettings()
    await expect(startUp()).rejects.toThrow('ended')
    const line = (setting: string, expected: string) =>
      `Die Einstellung ${setting} ist nicht verwendbar. Erwartet wird ${expected}. Die Datei .env.example erklärt sie.`
    expect(told).toEqual([
      line('PORT=999999', 'eine ganze Zahl von 1 bis 65535'),
      line(
        'APP_URL=foo\\nbar',
        'eine Adresse mit http:// oder https:// und ohne Pfad, zum Beispiel https://check.musterstadt.de (mehrere durch Komma getrennt)',
      ),
      line('SESSION_HOURS=zwölf', 'eine ganze Zahl von 1 bis 168'),
    ])
    expect(exit).toHaveBeenCalledWith(1)
  })

  test.each([
    ['0.0.0.0', '', 'http://127.0.0.1:3000'],
    ['192.168.1.7', '', 'http://192.168.1.7:3000'],
    ['0.0.0.0', 'http://check.musterstadt.de', null],
    ['127.0.0.1', '', null],
    ['::1', '', null],
  ])('on HOST=%s with APP_URL=%j says that only %s works', async (host, address, guessed) => {
    Object.assign(process.env, { HOST: host, APP_URL: address })
    resetSettings()
    await startUp()
    const found = told.filter((line) => line.includes('APP_URL'))
    if (guessed === null) return expect(found).toEqual([])
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`Formulare werden nur von ${guessed} angenommen`)
    expect(found[0]).toContain('APP_URL=http://check.musterstadt.de:3000')
  })
})
