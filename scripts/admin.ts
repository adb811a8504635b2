/**
 * `npm run --silent admin -- COMMAND …`: workspaces, by the operator of the server (docs/operations.md). Prints no answers; `export` writes them into a file. Security events go to standard error.
 * Exit code 0; 1 if it cannot be done (reason on standard error); 2 on wrong use.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { issueSetUpCode } from '@/lib/accounts/invitation-service'
import {
  deleteWorkspace,
  exportWorkspace,
  inviteCoordinator,
  listAllWorkspaces,
  type WorkspaceEntry,
} from '@/lib/accounts/operator-service'
import { issueResetCode } from '@/lib/accounts/reset-service'
import { currentTime } from '@/lib/clock'
import { toAppError } from '@/lib/database-error'
import { createTranslate } from '@/lib/i18n/translate'
import { requireSettings } from '@/lib/require-settings'
import { tellSecurityTo } from '@/lib/security-log'
// Reads `.env` before the first setting is asked for.
import { settings as startSettings } from './setup/settings.mjs'

const t = createTranslate('de')

class Refused extends Error {}

const link = (page: string, code: string) => `${requireSettings().origins[0]}/${page}#${code}`

const entryLine = ({ id, name, createdAt, members, rounds }: WorkspaceEntry) =>
  t('cli.admin.entry', { id, name, created: createdAt.toISOString().slice(0, 10), ...members, rounds })

async function list(): Promise<string> {
  const all = await listAllWorkspaces()
  return all.length === 0 ? t('cli.admin.none') : all.map(entryLine).join('\n')
}

async function create(): Promise<string> {
  const code = await issueSetUpCode(currentTime(), { further: true })
  if (code === null) throw new Error('a further workspace is always possible')
  return t('cli.admin.created', { link: link('einrichten', code) })
}

/** For a workspace a new coordinator, for an e-mail address a new password. */
async function reset(target: string): Promise<string> {
  if (!target.includes('@')) {
    const code = await inviteCoordinator(target, t('cli.admin.label'), currentTime())
    return t('cli.admin.coordinator', { link: link('einladung', code) })
  }
  const code = await issueResetCode(target.trim().toLowerCase(), currentTime())
  if (code === null) throw new Refused(t('cli.admin.unknownPerson', { email: target }))
  return t('cli.admin.password', { link: link('passwort', code) })
}

/** Counts are stored as large integers, which JSON does not know. */
const plainNumbers = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)

async function exportTo(id: string, file: string): Promise<string> {
  if (existsSync(file)) throw new Refused(t('cli.admin.fileExists', { file }))
  writeFileSync(file, `${JSON.stringify(await exportWorkspace(id), plainNumbers, 2)}\n`, { mode: 0o600, flag: 'wx' })
  return t('cli.admin.exported', { file })
}

async function remove(id: string, name: string): Promise<string> {
  return t('cli.admin.deleted', { name, ...(await deleteWorkspace(id, name)) })
}

const commands: Readonly<Record<string, { readonly parameters: number; readonly run: (...given: string[]) => Promise<string> }>> =
  {
    list: { parameters: 0, run: list },
    create: { parameters: 0, run: create },
    reset: { parameters: 1, run: reset },
    export: { parameters: 2, run: exportTo },
    delete: { parameters: 2, run: remove },
  }

async function run(): Promise<number> {
  // What a command gives is all there is on standard output.
  tellSecurityTo((line) => console.error(line))
  startSettings()
  requireSettings()
  const [name = '', ...given] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command?.parameters !== given.length) {
    console.error(t('cli.admin.usage'))
    return 2
  }
  try {
    console.log(await command.run(...given))
    return 0
  } catch (failure) {
    if (failure instanceof Refused) console.error(failure.message)
    else {
      const { code } = toAppError(failure)
      console.error(code === 'not-found' ? t('cli.admin.unknown') : `${t(`errors.${code}.title`)}. ${t(`errors.${code}.action`)}`)
    }
    return 1
  }
}

process.exitCode = await run()
