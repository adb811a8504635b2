/**
 * `npm run check-content -- [ROOT] [--write-schema] [--publish]`
 * Checks every questionnaire under the content root (default `questionnaires`) and the demonstration beside them: prints `file:line reason`, sorted, and exits
 * with 1 if there is anything to put right. `--write-schema` renews `schema.json` for editors; `--publish` writes the HASH
 * of every version that has none, after which the content may not be edited any more.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createTranslate } from '@/lib/i18n/translate'
import { checkContent, type VersionContent } from '@/lib/questionnaire/check/check-content'
import { listVersions, readContentFiles, readPublication } from '@/lib/questionnaire/content-files'
import { publicationRecord } from '@/lib/questionnaire/content-hash'
import { problemReason } from '@/lib/questionnaire/content-reason'
import { questionnaireJsonSchema } from '@/lib/questionnaire/json-schema'
import { compareVersions, versionSchema } from '@/lib/questionnaire/version'
import { readDemo } from './demo/read-demo'

const t = createTranslate('de')

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'write-schema': { type: 'boolean', default: false }, publish: { type: 'boolean', default: false } },
    })
    if (positionals.length > 1) throw new Error('too many arguments')
    return { root: positionals[0] ?? 'questionnaires', writeSchema: values['write-schema'], publish: values.publish }
  } catch {
    console.error(t('cli.checkContent.usage'))
    process.exit(2)
  }
}

function readVersions(root: string): (VersionContent & { path: string })[] {
  return listVersions(root).map(({ id, version, path }) => {
    const files = readContentFiles(path)
    return { id, version, path, files, record: publicationRecord(files), published: readPublication(path) }
  })
}

/** False for a folder that is no version; the check has named it. */
const isNewer = (version: string, than: string) =>
  [version, than].every((one) => versionSchema.safeParse(one).success) && compareVersions(version, than) > 0

const { root, writeSchema, publish } = options()
if (!existsSync(root)) {
  console.error(t('cli.checkContent.noRoot', { root }))
  process.exit(2)
}
/** A version's folder, or that of its questionnaire: read as a content root, nothing in it would be found. */
const above = existsSync(join(root, 'questionnaire.yml'))
  ? join(root, '..', '..')
  : readdirSync(root).some((name) => existsSync(join(root, name, 'questionnaire.yml')))
    ? join(root, '..')
    : null
if (above !== null) {
  console.error(t('cli.checkContent.notTheRoot', { root, above }))
  process.exit(2)
}
const versions = readVersions(root)
const reasons = versions.flatMap((content) => {
  const others = versions.filter((other) => other.id === content.id && other !== content)
  return checkContent(content, others).map((finding) => problemReason(content.path, finding, t))
})

const schemaPath = join(root, 'schema.json')
if (writeSchema) writeFileSync(schemaPath, questionnaireJsonSchema())
/** Content outside the product may do without the schema; content that points to it may not. */
const schemaWanted =
  existsSync(schemaPath) || versions.some(({ files }) => files.some(({ text }) => text.includes('schema.json#/$defs/')))
const schemaFits =
  existsSync(schemaPath) && readFileSync(schemaPath, 'utf8').replaceAll('\r\n', '\n') === questionnaireJsonSchema()
if (schemaWanted && !schemaFits) reasons.push(`${schemaPath}:1 ${t('cli.checkContent.problem.schema-stale')}`)
const demo = readDemo(root, t)
// A broken questionnaire stops the demonstration too, for a reason that stands here already.
if (demo?.ok === false) reasons.push(...demo.reasons.filter((reason) => !reasons.includes(reason)))
if (versions.length === 0) reasons.push(`${root}:1 ${t('cli.checkContent.noContent')}`)

for (const reason of reasons) console.log(reason)
for (const { id, version, path, files, record, published } of versions) {
  const later = versions.some((other) => other.id === id && isNewer(version, other.version))
  if (later && !files.some((file) => file.path === 'migration.yml')) console.log(t('cli.checkContent.noMigration', { path }))
  if (published !== null) continue
  if (publish && reasons.length === 0) {
    writeFileSync(join(path, 'HASH'), record)
    console.log(t('cli.checkContent.published', { path }))
  } else {
    console.log(t('cli.checkContent.notPublished', { path }))
  }
}
console.log(t('cli.checkContent.summary', { versions: versions.length, problems: reasons.length }))
process.exit(reasons.length === 0 ? 0 : 1)
