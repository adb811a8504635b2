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
const warnings = () => told.filter((line) => !line.includes('/einrichten?code='))
beforeEach(() => {
  told.length = 0
  delete process.env.PORT
  delete process.env.OPERATOR_NAME
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
    const code = /\/einrichten\?code=([0-9A-Z-]+)/.exec(told.at(-1) ?? '')?.[1] ?? ''
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

  test('with a wrong setting names it and ends', async () => {
    const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('ended')
    })
    process.env.PORT = 'achtzig'
    resetSettings()
    await expect(startUp()).rejects.toThrow('ended')
    expect(told[0]).toContain('PORT')
    expect(exit).toHaveBeenCalledWith(1)
    delete process.env.PORT
    resetSettings()
  })
})
