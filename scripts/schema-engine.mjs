/**
 * Prisma's schema engine for developers, as WebAssembly and without its download (docs/adr/0003).
 *
 *   node scripts/schema-engine.mjs diff   [DATABASE [SCHEMA]]   SQL that turns the database into what schema.prisma says
 *   node scripts/schema-engine.mjs deploy DATABASE              what `prisma migrate deploy` would apply, applied
 *   node scripts/schema-engine.mjs status DATABASE              what `prisma migrate status` would say, as JSON
 *
 * To write a migration: edit schema.prisma, run `diff` (without DATABASE it compares with all migrations applied to an empty
 * one), put the output into prisma/migrations/<time>_<name>/migration.sql.
 */
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Database from 'better-sqlite3'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { applyMigrations, readMigrations } from './setup/migrations.mjs'
import { projectPath } from './setup/project-path.mjs'

const require = createRequire(import.meta.url)
const filters = { externalTables: [], externalEnums: [] }
const folder = projectPath('prisma', 'migrations')

async function startEngine(file, schema) {
  const engineFolder = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const bindings = await import(pathToFileURL(join(engineFolder, 'schema_engine_bg.js')).href)
  const wasm = readFileSync(join(engineFolder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const adapterFolder = dirname(require.resolve('@prisma/adapter-better-sqlite3'))
  const { bindMigrationAwareSqlAdapterFactory } = require(
    require.resolve('@prisma/driver-adapter-utils', { paths: [adapterFolder] }),
  )
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: file }))
  return await bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, factory)
}

const migrationsList = () => ({
  baseDir: folder,
  lockfile: { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') },
  shadowDbInitScript: '',
  migrationDirectories: readMigrations(folder).map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  })),
})

/** A database with all migrations applied, in a folder that is removed when the process ends. */
function migratedDatabase() {
  const dir = mkdtempSync(join(tmpdir(), 'dec-schema-'))
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }))
  const database = new Database(join(dir, 'migrated.sqlite'))
  applyMigrations(database, readMigrations(folder))
  database.close()
  return join(dir, 'migrated.sqlite')
}

const [command, file = migratedDatabase(), schemaFile = projectPath('prisma', 'schema.prisma')] = process.argv.slice(2)
const schema = readFileSync(schemaFile, 'utf8')
const engine = await startEngine(file, schema)
const files = [{ path: 'schema.prisma', content: schema }]
const commands = {
  diff: async () => {
    const from = { tag: 'schemaDatasource', files, configDir: projectPath() }
    const to = { tag: 'schemaDatamodel', files }
    return (await engine.diff({ from, to, script: true, shadowDatabaseUrl: null, exitCode: null, filters })).stdout
  },
  deploy: async () =>
    (await engine.applyMigrations({ migrationsList: migrationsList(), filters })).appliedMigrationNames.join('\n'),
  status: async () => {
    const input = { migrationsList: migrationsList(), optInToShadowDatabase: false, filters }
    return JSON.stringify(await engine.diagnoseMigrationHistory(input))
  },
}
console.log((await commands[command]()).trim())
