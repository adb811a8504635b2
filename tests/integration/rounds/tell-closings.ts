/** Run by a test in a process of its own, whose time zone is set from outside: tells closings at the given instants. */
import { readFileSync } from 'node:fs'
import type { AssessmentView } from '@/lib/assessments/types'
import { createTranslate } from '@/lib/i18n/translate'
import { closedFileName, readmeText } from '@/lib/rounds/archive-texts'
import { startRoundSchema } from '@/lib/rounds/schema'
import type { Snapshot } from '@/lib/rounds/snapshot'

const given = startRoundSchema.parse({ name: '2026', periodFrom: '1.1.2026', periodTo: '31.12.2026', mode: 'voll' })
const { name, periodFrom, periodTo } = given
// As much of a closed round as its texts speak of.
const view = { profile: { name: 'Musterstadt' }, place: null, round: null } as unknown as AssessmentView
const snapshot = {
  scoringVersion: '1',
  questionnaire: { id: 'drei-ebenen-check', version: '1.0.0', hash: '' },
  round: { name, periodFrom, periodTo, revision: 1 },
} as unknown as Snapshot

const instants = JSON.parse(readFileSync(0, 'utf8')) as string[]
const closings = instants.map((instant) => {
  const closed = { view, snapshot, hash: '', closedAt: new Date(instant) }
  return {
    readme: readmeText(closed, createTranslate('de')),
    name: closedFileName(closed, 'zip'),
    period: [periodFrom, periodTo],
  }
})
process.stdout.write(JSON.stringify({ offset: new Date(instants[0]!).getTimezoneOffset(), closings }))
