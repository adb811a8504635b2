import { Canvas, Link, Text, View } from '@react-pdf/renderer'
import { neutral } from '../../../charts/palette'
import { Heading } from '../components/heading'
import { page, type } from '../style'
import { tag } from '../tagging/tag'
import { answersAnchor, anchors, type SectionProps } from './section'

interface Entry {
  readonly anchor: string
  readonly title: string
  readonly depth: 1 | 2
}

/** What the table of contents lists: the chapters and their parts, as far as this report has them. */
export function contentEntries({ view, t }: SectionProps): readonly Entry[] {
  const chapter = (anchor: string, title: string): Entry => ({ anchor, title, depth: 1 })
  const part = (anchor: string, title: string): Entry => ({ anchor, title, depth: 2 })
  const count = view.levels.reduce((sum, level) => sum + level.factors.length, 0)
  return [
    chapter(anchors.summary, t('report.pdf.summary.heading')),
    chapter(anchors.situation, t('report.pdf.situation.heading')),
    chapter(anchors.strategies, t('report.pdf.strategies.heading')),
    chapter(anchors.governance, t('report.pdf.governance.heading')),
    part(anchors.strengths, t('report.pdf.governance.strengths')),
    part(anchors.gaps, t('report.pdf.governance.gaps')),
    part(anchors.unknowns, t('report.pdf.governance.unknowns')),
    part(anchors.profile, t('report.pdf.governance.profile')),
    part(anchors.balance, t('report.pdf.governance.balance')),
    part(anchors.matrix, t('report.pdf.governance.matrix', { count })),
    ...(view.since
      ? [
          chapter(anchors.since, t('since.heading')),
          part(anchors.moved, t('since.moved.heading')),
          part(anchors.plan, t('since.plan.heading')),
          part(anchors.priorities, t('since.priorities.heading')),
        ]
      : []),
    chapter(anchors.conclusions, t('report.pdf.conclusions.heading')),
    ...(view.firstMeasures.length > 0
      ? [part(anchors.firstMeasures, t('report.pdf.conclusions.first', { count: view.firstMeasures.length }))]
      : []),
    ...(view.otherMeasures.length > 0 ? [part(anchors.otherMeasures, t('report.pdf.conclusions.others'))] : []),
    chapter(anchors.method, t('report.pdf.annex.method')),
    part(anchors.values, t('report.pdf.annex.values')),
    chapter(anchors.answers, t('report.pdf.annex.answers')),
    ...view.levels
      .filter(({ id }) => view.annex.answers.some(({ levelId }) => levelId === id))
      .map(({ id, short }) => part(answersAnchor(id), short)),
    chapter(anchors.sources, t('report.pdf.annex.sources')),
  ]
}

const numberWidth = 30

/** Table of contents. Page numbers are filled in after layout (`page-furniture.ts`). */
export function Contents(props: SectionProps) {
  return (
    <View {...tag('Sect')}>
      <Heading level={1} anchor={anchors.contents}>
        {props.t('report.pdf.contents.heading')}
      </Heading>
      <View {...tag('TOC')}>
        {contentEntries(props).map(({ anchor, title, depth }) => (
          <View key={anchor} {...tag('TOCI')} style={{ marginTop: depth === 1 ? 9 : 2 }}>
            <Link src={`#${anchor}`} style={{ textDecoration: 'none', color: neutral.ink }}>
              <View
                style={{
                  flexDirection: 'row',
                  width: page.width,
                  borderBottomWidth: depth === 1 ? 0.75 : 0,
                  borderBottomColor: neutral.line,
                  paddingBottom: 2,
                }}
              >
                <Text
                  {...tag('Span')}
                  style={[type.text, { flex: 1, paddingLeft: depth === 1 ? 0 : 16, fontWeight: depth === 1 ? 600 : 400 }]}
                >
                  {title}
                </Text>
                <Canvas {...tag('Span', { pageOf: anchor })} paint={() => null} style={{ width: numberWidth, height: 15 }} />
              </View>
            </Link>
          </View>
        ))}
      </View>
    </View>
  )
}
