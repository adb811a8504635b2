/** The operator's settings, read and checked once. `.env.example` explains each of them. */
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'

/** What a setting must look like; put into words by `errors.operator.expected.<kind>`. */
export type Expected =
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'text'; readonly limit: number }
  | { readonly kind: 'yesNo' | 'onOff' | 'host' | 'address' | 'folder' }

/** A setting that cannot be used. */
export interface SettingProblem {
  readonly name: string
  readonly given: string
  readonly expected: Expected
}

/** Thrown with every setting that cannot be used. For the operator: `lib/require-settings.ts` says it in German. */
export class SettingsError extends Error {
  readonly problems: readonly SettingProblem[]

  constructor(problems: readonly SettingProblem[]) {
    super(problems.map(({ name, given, expected }) => `${name}=${given}: ${expected.kind} expected`).join('\n'))
    this.name = 'SettingsError'
    this.problems = problems
  }
}

const setting = <T extends z.ZodType>(expected: Expected, schema: T) => ({ expected, schema })

const number = (min: number, max: number, otherwise: number) =>
  setting({ kind: 'number', min, max }, z.coerce.number().int().min(min).max(max).default(otherwise))

const folder = <T extends z.ZodType>(schema: T) => setting({ kind: 'folder' }, schema)
const onOff = (otherwise: 'on' | 'off') => setting({ kind: 'onOff' }, z.enum(['on', 'off']).default(otherwise))

const flagSchema = z.enum(['', '0', '1', 'nein', 'ja', 'false', 'true']).transform((value) => ['1', 'ja', 'true'].includes(value))

const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** An address without a path, e.g. `https://check.musterstadt.de`. */
const originSchema = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '') return url.origin
  context.addIssue({ code: 'custom', message: 'an address without a path is expected' })
  return z.NEVER
})

const addressesSchema = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .pipe(z.array(originSchema).min(1))

const known = {
  HOST: setting(
    { kind: 'host' },
    z
      .string()
      .refine((host) => URL.canParse(`http://${hostInUrl(host)}:1`))
      .default('127.0.0.1'),
  ),
  PORT: number(1, 65_535, 3000),
  APP_URL: setting({ kind: 'address' }, addressesSchema.optional()),
  DATA_DIR: folder(z.string().min(1).default('data')),
  CONTENT_DIR: folder(z.string().min(1).default('questionnaires')),
  OPERATOR_DIR: folder(z.string().min(1).optional()),
  OPERATOR_NAME: setting({ kind: 'text', limit: 200 }, z.string().trim().max(200).default('')),
  OFFICIAL_BANNER: setting({ kind: 'yesNo' }, flagSchema.default(false)),
  SESSION_IDLE_MINUTES: number(5, 1440, 120),
  TRUSTED_PROXIES: number(0, 5, 0),
  ANONYMOUS_START: onOff('on'),
  SESSION_HOURS: number(1, 168, 12),
  DISK_RESERVE_MB: number(0, 10_000_000, 500),
  DEMO: onOff('off'),
}
type Known = typeof known
const names = Object.keys(known) as (keyof Known)[]
const settingsSchema = z.object(
  Object.fromEntries(names.map((name) => [name, known[name].schema])) as { [Name in keyof Known]: Known[Name]['schema'] },
)

export interface Settings {
  readonly host: string
  readonly port: number
  /** Addresses under which the site is reached; an `Origin` must equal one of them. The first is the public one. */
  readonly origins: readonly string[]
  /** False if the operator named no address: the first of `origins` is then only a guess. */
  readonly addressGiven: boolean
  /** True if the site is reached by https: cookies are then marked Secure. */
  readonly secure: boolean
  /** Absolute paths. */
  readonly dataDir: string
  readonly contentDir: string
  readonly operatorDir: string
  /** Who runs this installation; empty while unset. */
  readonly operatorName: string
  readonly officialBanner: boolean
  /** A session ends after this time without use, and after that time in any case. */
  readonly sessionIdleMinutes: number
  readonly sessionHours: number
  /** How many proxies of the operator stand between the client and this server; 0: no client address is known. */
  readonly trustedProxies: number
  /** True if a check may begin without an account. */
  readonly anonymousStart: boolean
  /** While less than this is free on the disk, nothing begins without an account; megabytes. */
  readonly diskReserveMb: number
  /** True if this installation shows a fictional Kommune: every page and every PDF says so. */
  readonly demo: boolean
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/** The loopback names mean the same machine: whoever may use one may use the others, on the same port. */
function withLoopbackNames(origin: string): string[] {
  const url = new URL(origin)
  if (!loopbackNames.includes(url.hostname)) return [origin]
  const port = url.port ? `:${url.port}` : ''
  return [origin, ...loopbackNames.map((name) => `${url.protocol}//${name}${port}`).filter((other) => other !== origin)]
}

/**
 * Checks the settings and fills in the defaults.
 * @param source environment variables; empty ones count as unset
 * @param root folder that relative paths start from
 * @throws SettingsError naming each wrong variable
 */
export function readSettings(source: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const result = settingsSchema.safeParse(given)
  if (!result.success) {
    const wrong = new Set(result.error.issues.map(({ path: [name] }) => name))
    const problem = (name: keyof Known) => ({ name, given: given[name] ?? '', expected: known[name].expected })
    throw new SettingsError(names.filter((name) => wrong.has(name)).map(problem))
  }
  const parsed = result.data
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(root, path))
  const host = hostInUrl(parsed.HOST)
  const everyAddress = host === '0.0.0.0' || host === '[::]'
  const origins = (parsed.APP_URL ?? [new URL(`http://${everyAddress ? '127.0.0.1' : host}:${parsed.PORT}`).origin]).flatMap(
    withLoopbackNames,
  )
  const dataDir = absolute(parsed.DATA_DIR)
  return {
    host: parsed.HOST,
    port: parsed.PORT,
    origins,
    addressGiven: parsed.APP_URL !== undefined,
    secure: origins[0]?.startsWith('https:') ?? false,
    dataDir,
    contentDir: absolute(parsed.CONTENT_DIR),
    operatorDir: parsed.OPERATOR_DIR ? absolute(parsed.OPERATOR_DIR) : join(dataDir, 'operator'),
    operatorName: parsed.OPERATOR_NAME,
    officialBanner: parsed.OFFICIAL_BANNER,
    sessionIdleMinutes: parsed.SESSION_IDLE_MINUTES,
    sessionHours: parsed.SESSION_HOURS,
    trustedProxies: parsed.TRUSTED_PROXIES,
    anonymousStart: parsed.ANONYMOUS_START === 'on',
    diskReserveMb: parsed.DISK_RESERVE_MB,
    demo: parsed.DEMO === 'on',
  }
}

let cached: Settings | undefined

/**
 * Gives the settings of this process; relative paths start at the folder the server was started in.
 * @throws SettingsError at the first call if a variable is wrong
 */
export function settings(): Settings {
  cached ??= readSettings(process.env, process.cwd())
  return cached
}

/** Reads the settings anew at the next call. For tests, which run several installations in one process. */
export function resetSettings(): void {
  cached = undefined
}
