import { describe, expect, test } from '@jest/globals'
import { readSettings, SettingsError } from '@/lib/env'

describe('readSettings', () => {
  test('needs nothing: defaults serve this machine only', () => {
    expect(readSettings({}, '/srv/check')).toEqual({
      host: '127.0.0.1',
      port: 3000,
      origins: ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'],
      addressGiven: false,
      secure: false,
      dataDir: '/srv/check/data',
      contentDir: '/srv/check/questionnaires',
      operatorDir: '/srv/check/data/operator',
      operatorName: '',
      officialBanner: false,
      sessionIdleMinutes: 120,
      sessionHours: 12,
      trustedProxies: 0,
      anonymousStart: true,
      diskReserveMb: 500,
      demo: false,
    })
  })

  test('is a demonstration only where that is said', () => {
    expect(readSettings({ DEMO: 'on' }, '/srv').demo).toBe(true)
    expect(readSettings({ DEMO: 'off' }, '/srv').demo).toBe(false)
  })

  test('an empty variable counts as unset', () => {
    expect(readSettings({ PORT: '', APP_URL: '', OFFICIAL_BANNER: '' }, '/srv').port).toBe(3000)
  })

  test('a public address is the only one accepted, and https makes cookies secure', () => {
    const settings = readSettings({ APP_URL: 'https://check.musterstadt.de/', PORT: '8080' }, '/srv')
    expect(settings).toMatchObject({ origins: ['https://check.musterstadt.de'], secure: true })
  })

  test('several addresses can be given; the first is the public one', () => {
    const settings = readSettings({ APP_URL: 'https://check.musterstadt.de, http://127.0.0.1:3000' }, '/srv')
    expect(settings.origins).toEqual([
      'https://check.musterstadt.de',
      'http://127.0.0.1:3000',
      'http://localhost:3000',
      'http://[::1]:3000',
    ])
  })

  test('an address of the network is used as it is; all interfaces mean this machine', () => {
    expect(readSettings({ HOST: '192.168.1.7', PORT: '80' }, '/srv').origins).toEqual(['http://192.168.1.7'])
    expect(readSettings({ HOST: '0.0.0.0' }, '/srv').origins[0]).toBe('http://127.0.0.1:3000')
  })

  test('knows whether the address was named or guessed', () => {
    expect(readSettings({ APP_URL: 'http://127.0.0.1:3000' }, '/srv').addressGiven).toBe(true)
    expect(readSettings({ HOST: '0.0.0.0' }, '/srv').addressGiven).toBe(false)
  })

  test('names all wrong ones, each once, with what was given and what is expected', () => {
    const read = () =>
      readSettings({ APP_URL: 'foo,bar', PORT: '999999', SESSION_HOURS: '0', DEMO: 'ja', HOST: 'kein host' }, '/srv')
    expect(read).toThrow(SettingsError)
    let problems: unknown
    try {
      read()
    } catch (error) {
      problems = (error as SettingsError).problems
    }
    expect(problems).toEqual([
      { name: 'HOST', given: 'kein host', expected: { kind: 'host' } },
      { name: 'PORT', given: '999999', expected: { kind: 'number', min: 1, max: 65535 } },
      { name: 'APP_URL', given: 'foo,bar', expected: { kind: 'address' } },
      { name: 'SESSION_HOURS', given: '0', expected: { kind: 'number', min: 1, max: 168 } },
      { name: 'DEMO', given: 'ja', expected: { kind: 'onOff' } },
    ])
  })

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['APP_URL', 'check.musterstadt.de'],
    ['APP_URL', 'https://musterstadt.de/check'],
    ['APP_URL', 'javascript:alert(1)'],
    ['OFFICIAL_BANNER', 'vielleicht'],
    ['DEMO', 'ja'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readSettings({ [name]: value }, '/srv')).toThrow(name)
  })
})
