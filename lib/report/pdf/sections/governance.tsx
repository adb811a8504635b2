import { Text, View } from '@react-pdf/renderer'
import { levelMark } from '../../../charts/level-mark'
import { neutral } from '../../../charts/palette'
import type { FactorView, UnknownView } from '../../types'
import { Drawing } from '../components/drawing'
import { Heading } from '../components/heading'
import { Paragraph } from '../components/prose'
import { Table } from '../components/table'
import { page, row, type } from '../style'
import { tag } from '../tagging/tag'
import { keepTogether } from '../text/keep-together'
import { anchors, type SectionProps } from './section'

const markColumn = 16
/** More of them stand closer together, so that the report keeps to its pages. */
const manyGaps = 15

function FactorCell({ factor, notes = true }: { factor: FactorView; notes?: boolean }) {
  return (
    <View style={row}>
      <Drawing drawing={levelMark(factor.levelId, 9)} style={{ marginRight: markColumn - 9, marginTop: 2 }} />
      <View style={{ flex: 1 }}>
        <Text {...tag('P')} style={[type.cell, { fontWeight: 500 }]}>
          {factor.name}
        </Text>
        {notes && factor.notes.length > 0 && (
          <Text {...tag('P')} style={type.note}>
            {factor.notes.join(', ')}
          </Text>
        )}
      </View>
    </View>
  )
}

/** One strength: what carries, in one sentence. */
function Strength({ factor, level, width }: { factor: FactorView; level: string; width: number }) {
  return (
    <View {...tag('LI')} style={{ ...row, width }}>
      <Drawing drawing={levelMark(factor.levelId, 10)} style={{ marginRight: 6, marginTop: 2.5 }} />
      <View {...tag('LBody')} style={{ flex: 1 }}>
        <Text {...tag('P')} style={[type.text, { fontWeight: 600 }]}>
          {factor.name}
        </Text>
        <Text {...tag('P')} style={type.cell}>
          {factor.statement}
        </Text>
        <Text {...tag('P')} style={[type.note, { marginTop: 1 }]}>
          {`${level}, ${factor.stageText}`}
        </Text>
      </View>
    </View>
  )
}

function Strengths({ view, t }: SectionProps) {
  const none = (text: string) => (view.empty ? t('report.pdf.governance.notYet') : text)
  const gap = 22
  const pairs = view.strengths.flatMap((factor, index) => (index % 2 === 0 ? [[factor, view.strengths[index + 1]]] : []))
  const short = (factor: FactorView) => view.levels.find(({ id }) => id === factor.levelId)?.short ?? ''
  return (
    <>
      <Heading level={2} anchor={anchors.strengths} keep={70}>
        {t('report.pdf.governance.strengths')}
      </Heading>
      {view.strengths.length === 0 && <Paragraph>{none(t('report.pdf.governance.noStrengths'))}</Paragraph>}
      <View {...tag('L')}>
        {pairs.map((pair) => (
          <View
            key={pair[0]!.id}
            wrap={!keepTogether(30, ...pair.map((factor) => factor?.statement ?? ''))}
            style={{ ...row, gap, marginTop: 9 }}
          >
            {pair.map((factor) =>
              factor ? <Strength key={factor.id} factor={factor} level={short(factor)} width={(page.width - gap) / 2} /> : null,
            )}
          </View>
        ))}
      </View>
    </>
  )
}

function Gaps({ view, t }: SectionProps) {
  const none = (text: string) => (view.empty ? t('report.pdf.governance.notYet') : text)
  return (
    <>
      <Heading level={2} anchor={anchors.gaps} keep={90}>
        {t('report.pdf.governance.gaps')}
      </Heading>
      {view.gaps.length === 0 ? (
        <Paragraph>{none(t('report.pdf.governance.noGaps'))}</Paragraph>
      ) : (
        <>
          <Paragraph leads>{t('report.pdf.governance.gapsIntro')}</Paragraph>
          <Table
            dense={view.gaps.length > manyGaps}
            columns={[
              { title: t('report.pdf.governance.gap.factor'), width: 136 },
              { title: t('report.pdf.governance.gap.statement'), width: page.width - 202 },
              { title: t('report.pdf.governance.gap.stage'), width: 66 },
            ]}
            rows={view.gaps.map((factor) => ({
              key: factor.id,
              cells: [<FactorCell key="factor" factor={factor} />, factor.statement, factor.stageText],
            }))}
          />
        </>
      )}
    </>
  )
}

/** Unknown questions of one factor; the finding is the factor's. */
function groupByFactor(unknowns: readonly UnknownView[]): readonly (readonly [UnknownView, ...UnknownView[]])[] {
  const groups = new Map<string, [UnknownView, ...UnknownView[]]>()
  for (const unknown of unknowns) {
    const group = groups.get(unknown.factorId)
    if (group) group.push(unknown)
    else groups.set(unknown.factorId, [unknown])
  }
  return [...groups.values()]
}

function Unknowns({ view, t }: SectionProps) {
  const none = (text: string) => (view.empty ? t('report.pdf.governance.notYet') : text)
  const factorOf = (id: string) => view.levels.flatMap((level) => level.factors).find((factor) => factor.id === id)
  return (
    <>
      <Heading level={2} anchor={anchors.unknowns} keep={90}>
        {t('report.pdf.governance.unknowns')}
      </Heading>
      {view.unknowns.length === 0 ? (
        <Paragraph>{none(t('report.pdf.governance.noUnknowns'))}</Paragraph>
      ) : (
        <>
          <Paragraph leads>{t('report.pdf.governance.unknownsIntro', { count: view.unknowns.length })}</Paragraph>
          <Table
            columns={[
              { title: t('report.pdf.governance.unknown.factor'), width: 142 },
              { title: t('report.pdf.governance.unknown.finding'), width: page.width - 240 },
              { title: t('report.pdf.governance.unknown.clarify'), width: 98 },
            ]}
            rows={groupByFactor(view.unknowns).map((group) => {
              const [{ factorId, factorName, finding }] = group
              const factor = factorOf(factorId)
              return {
                key: factorId,
                cells: [
                  factor ? <FactorCell key="factor" factor={factor} notes={false} /> : factorName,
                  <View key="finding">
                    {group.map(({ questionId, stem }) => (
                      <Text key={questionId} {...tag('P')} style={[type.cell, { fontWeight: 500 }]}>
                        {stem}
                      </Text>
                    ))}
                    <Text {...tag('P')} style={[type.cell, { color: neutral.quiet }]}>
                      {finding}
                    </Text>
                  </View>,
                  [...new Set(group.map(({ clarifyWith }) => clarifyWith))].join('; '),
                ],
              }
            })}
          />
        </>
      )}
    </>
  )
}

interface GovernanceProps extends SectionProps {
  /** Both halves are one chapter. */
  readonly chapter: ReturnType<typeof tag>
}

/** „Governance auf drei Ebenen“, first half: strengths first, then gaps and unknowns. */
export function GovernanceFindings({ chapter, ...props }: GovernanceProps) {
  const { view, t } = props
  return (
    <View {...chapter}>
      <Heading level={1} anchor={anchors.governance}>
        {t('report.pdf.governance.heading')}
      </Heading>
      <Paragraph>{view.empty ? t('report.pdf.governance.empty') : t('report.pdf.governance.intro')}</Paragraph>
      <Strengths {...props} />
      <Gaps {...props} />
      <Unknowns {...props} />
    </View>
  )
}
