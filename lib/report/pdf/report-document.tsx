import { Document, Page, View } from '@react-pdf/renderer'
import { Method, Sources } from './sections/annex'
import { Answers } from './sections/answers'
import { Conclusions } from './sections/conclusions'
import { Contents } from './sections/contents'
import { Cover, type CoverProps } from './sections/cover'
import { GovernanceFindings } from './sections/governance'
import { Matrix } from './sections/matrix'
import { Profile } from './sections/profile'
import { BalanceSection } from './sections/balance'
import { Since } from './sections/since'
import { Situation, Strategies } from './sections/situation'
import { Summary } from './sections/summary'
import type { SummaryFit } from './sections/summary-fit'
import { pageStyle } from './style'
import { tag } from './tagging/tag'

export interface ReportDocumentProps extends CoverProps {
  readonly fit: SummaryFit
  readonly replaced: number
}

/** Each page flows over as many sheets as it needs; the paginator of react-pdf's next version does it in one pass. */
const flow = { size: 'A4', style: pageStyle, experimentalPagination: true } as const
/** The cover has no running header. */
const noHeader = { furniture: false }

/** The summary alone, to see whether it fits its page. */
export function SummaryDocument({ view, t, fit }: Pick<ReportDocumentProps, 'view' | 't' | 'fit'>) {
  return (
    <Document>
      <Page {...flow}>
        <Summary view={view} t={t} fit={fit} />
      </Page>
    </Document>
  )
}

/** The whole report, in the order of the publication's chapters on the towns. */
export function ReportDocument({ view, t, coatOfArms, fit, replaced }: ReportDocumentProps) {
  const section = { view, t }
  const governance = tag('Sect')
  return (
    <Document>
      <Page {...flow} {...noHeader}>
        <Cover {...section} coatOfArms={coatOfArms} />
      </Page>
      <Page {...flow}>
        <Summary {...section} fit={fit} />
      </Page>
      <Page {...flow}>
        <Contents {...section} />
      </Page>
      <Page {...flow}>
        <Situation {...section} />
        <Strategies {...section} />
      </Page>
      <Page {...flow}>
        <GovernanceFindings {...section} chapter={governance} />
        <View {...governance}>
          <Profile {...section} />
          <BalanceSection {...section} />
          <Matrix {...section} />
        </View>
        {view.since && <Since since={view.since} t={t} />}
      </Page>
      <Page {...flow}>
        <Conclusions {...section} />
        <Method {...section} />
        <Answers {...section} replaced={replaced} />
        <Sources {...section} />
      </Page>
    </Document>
  )
}
