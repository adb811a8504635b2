/** From a questionnaire to the bytes of its blank print, in this process. The site uses the worker instead. */
import { createTranslate } from '../../i18n/translate'
import type { Questionnaire } from '../../questionnaire/questionnaire'
import type { LevelId } from '../../questionnaire/schema'
import { BlankQuestionnaire, levelsOf } from './blank-questionnaire'
import { renderTagged, type RenderedPdf } from './render-tagged'
import { loadFonts } from './text/fonts'
import { createPrintableTexts } from './text/printable'

export interface QuestionnaireInput {
  readonly questionnaire: Questionnaire
  readonly levelId: LevelId | null
  /** Where `lib/report/fonts` lies. */
  readonly fonts: string
  /** True marks every page as a demonstration. */
  readonly demo?: boolean
}

const t = createTranslate('de')
/** A print has no date of its own; a fixed one gives the same bytes for the same questionnaire. */
const date = new Date('2026-01-01T00:00:00Z')

/** Renders the blank questionnaire, whole or one level. */
export async function renderQuestionnaire({
  questionnaire,
  levelId,
  fonts: directory,
  demo = false,
}: QuestionnaireInput): Promise<RenderedPdf> {
  const fonts = await loadFonts(directory)
  const { title, version, source } = questionnaire
  const level = levelId === null ? undefined : levelsOf(questionnaire, levelId)[0]
  const part = level ? t('report.blank.level', { short: level.short, name: level.name }) : t('report.blank.whole')
  const header = t('report.blank.header', { version })
  return renderTagged(<BlankQuestionnaire questionnaire={questionnaire} levelId={levelId} t={t} />, {
    title: `${title}: ${t('report.blank.kind')}, ${part}`,
    author: title,
    subject: t('report.blank.subject'),
    date,
    furniture: {
      mark: demo ? t('report.pdf.demo') : null,
      left: `${title} · ${part}`,
      right: header,
      footer: t('report.blank.footer', { product: title, version, source: source.short }),
      pageText: (page, total) => t('report.pdf.page', { page, total }),
    },
    fonts,
    texts: createPrintableTexts(fonts.covers),
  })
}
