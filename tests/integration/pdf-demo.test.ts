/** A demonstration says so on every sheet that leaves it; any other installation says nothing of the kind. */
import { execFileSync } from 'node:child_process'
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { resetSettings } from '@/lib/env'
import { loadQuestionnaire } from '@/lib/questionnaire/load'
import { renderQuestionnairePdf, renderReportPdf } from '@/lib/report/pdf/render-in-worker'
import { exampleReport } from '../factories/report'
import { readStructure } from './pdf-structure'

const mark = 'Demonstration – erfundene Kommune'
const limits = { time: 120_000, memory: 512 }

const prints = {
  report: () => renderReportPdf({ view: exampleReport(), coatOfArms: null }, limits),
  'blank questionnaire': () => {
    const questionnaire = loadQuestionnaire('questionnaires', 'drei-ebenen-check', '1.0.0')
    return renderQuestionnairePdf({ questionnaire, levelId: 'vor-ort' }, limits)
  },
}

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/build-worker.mjs'])
}, 120_000)
afterEach(() => {
  delete process.env.DEMO
  resetSettings()
})

async function print(kind: keyof typeof prints, demo: 'on' | 'off') {
  process.env.DEMO = demo
  resetSettings()
  return await readStructure(await prints[kind]())
}

describe.each(['report', 'blank questionnaire'] as const)('a %s', (kind) => {
  test('of a demonstration says so on each page, outside what is read out', async () => {
    const pdf = await print(kind, 'on')
    expect(pdf.artifactTexts).toHaveLength(pdf.pages)
    for (const page of pdf.artifactTexts) expect(page).toContain(mark)
    expect(pdf.strayText).toBe('')
    expect(pdf.elements.filter(({ text }) => text.includes(mark))).toEqual([])
  }, 120_000)

  test('of any other installation does not', async () => {
    const pdf = await print(kind, 'off')
    for (const page of pdf.pageTexts) expect(page).not.toContain(mark)
  }, 120_000)
})
