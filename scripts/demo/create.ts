/**
 * Run by `npm run demo`: builds the demonstration in the empty database of DATA_DIR and notes beside it how to sign in.
 * Exit code 1 if the content is wrong; file, line and reason are printed.
 */
import { closeDatabase } from '@/lib/db'
import { settings } from '@/lib/env'
import { createTranslate } from '@/lib/i18n/translate'
import { tellSecurityTo } from '@/lib/security-log'
import { buildDemo } from './build-demo'
import { markComplete } from './demo-folder.mjs'
import { readDemo } from './read-demo'

const t = createTranslate('de')
// Invented people set up, join and claim: nothing that an operator has to look at.
tellSecurityTo(() => undefined)
const { contentDir, dataDir } = settings()
const read = readDemo(contentDir, t)
if (read?.ok) {
  markComplete(dataDir, await buildDemo(read.content))
  await closeDatabase()
} else {
  for (const reason of read?.reasons ?? [t('cli.demo.noContent', { root: contentDir })]) console.error(reason)
  process.exitCode = 1
}
