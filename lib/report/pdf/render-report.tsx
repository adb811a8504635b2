/** From the view model to the bytes of the report, in this process. The site and the command line use the worker instead. */
import { createTranslate } from '../../i18n/translate'
import type { ReportViewModel } from '../types'
import { layOut, renderTagged, type RenderedPdf } from './render-tagged'
import { ReportDocument, SummaryDocument } from './report-document'
import { summaryFits, type SummaryFit } from './sections/summary-fit'
import { loadFonts } from './text/fonts'
import { createPrintableTexts, printableData } from './text/printable'

export interface ReportInput {
  readonly view: ReportViewModel
  readonly coatOfArms: Uint8Array | null
  /** Where `lib/report/fonts` lies. */
  readonly fonts: string
  /** True marks every page as a demonstration. */
  readonly demo?: boolean
  /** Only to measure what tagging costs. */
  readonly tagged?: boolean
}

const t = createTranslate('de')

/** The largest setting in which the summary fits one page. */
async function fitSummary(view: ReportViewModel): Promise<SummaryFit> {
  for (const fit of summaryFits) {
    const pages = await layOut(<SummaryDocument view={view} t={t} fit={fit} />)
    if (pages.length === 1) return fit
  }
  return summaryFits.at(-1)!
}

/** Renders the report. */
export async function renderReport({
  view,
  coatOfArms,
  fonts: directory,
  demo = false,
  tagged = true,
}: ReportInput): Promise<RenderedPdf> {
  const fonts = await loadFonts(directory)
  const texts = createPrintableTexts(fonts.covers)
  const printed = printableData(view, texts)
  const { meta } = printed
  const fit = await fitSummary(printed)
  const document = <ReportDocument view={printed} t={t} coatOfArms={coatOfArms} fit={fit} replaced={texts.replaced} />
  return renderTagged(document, {
    title: meta.title,
    author: meta.kommune,
    subject: t('report.pdf.subject'),
    date: new Date(`${meta.date}T00:00:00Z`),
    furniture: {
      mark: demo ? t('report.pdf.demo') : null,
      left: meta.quartier === '' ? meta.kommune : t('report.pdf.header.left', { kommune: meta.kommune, quartier: meta.quartier }),
      right: t('report.pdf.header.right', { edition: meta.editionText, status: meta.statusText, date: meta.dateText }),
      footer: meta.footerText,
      pageText: (page, total) => t('report.pdf.page', { page, total }),
    },
    fonts,
    texts,
    tagged,
  })
}
