import { Text, View } from '@react-pdf/renderer'
import { lyingLadder } from '../../../charts/ladder'
import { levelLooks, neutral } from '../../../charts/palette'
import type { FactorView, LevelView } from '../../types'
import { Drawing } from '../components/drawing'
import { Heading } from '../components/heading'
import { LevelName } from '../components/level-name'
import { Paragraph } from '../components/prose'
import { page, type } from '../style'
import { tag } from '../tagging/tag'
import { Legend } from './profile'
import { anchors, type SectionProps } from './section'

const widths = [236, 90, 79, page.width - 405]
const ladderSize = { rung: { width: 15, height: 7, gap: 1.5 }, mark: 0, overhang: 0 }
const cell = { ...type.cell, lineHeight: 1.25, paddingVertical: 2.6, paddingRight: 6 }
const thin = { borderBottomWidth: 0.5, borderBottomColor: neutral.pale } as const

function HeadRow({ titles }: { titles: readonly string[] }) {
  return (
    <View
      {...tag('TR')}
      fixed
      minPresenceAhead={1}
      style={{ flexDirection: 'row', borderBottomWidth: 0.75, borderBottomColor: neutral.line }}
    >
      {titles.map((title, index) => (
        <Text key={title} {...tag('TH', { scope: 'Column' })} style={[cell, type.note, { width: widths[index] }]}>
          {title}
        </Text>
      ))}
    </View>
  )
}

function LevelRow({ level, t }: { level: LevelView; t: SectionProps['t'] }) {
  const stage = level.provisional
    ? t('report.pdf.governance.levelStage', { stage: level.stageText, provisional: t('common.provisional') })
    : level.stageText
  return (
    <View
      {...tag('TR')}
      style={{ marginTop: 7, borderBottomWidth: 1.5, borderBottomColor: levelLooks[level.id].colour, paddingBottom: 2 }}
    >
      <View {...tag('TH', { scope: 'Row', columns: 4 })} style={{ flexDirection: 'row', alignItems: 'center' }}>
        <LevelName levelId={level.id} size={10} role="Span" style={{ ...type.text, fontWeight: 600 }}>
          {level.short}
        </LevelName>
        <Text {...tag('Span')} style={[type.text, { color: neutral.quiet, marginLeft: 7 }]}>
          {stage}
        </Text>
      </View>
    </View>
  )
}

function FactorRow({ factor }: { factor: FactorView }) {
  return (
    <View {...tag('TR')} style={[thin, { flexDirection: 'row', alignItems: 'center' }]}>
      <Text {...tag('TH', { scope: 'Row' })} style={[cell, { width: widths[0] }]}>
        {factor.name}
      </Text>
      <View {...tag('TD')} style={{ width: widths[1] }}>
        <Drawing drawing={lyingLadder(factor.ladder, factor.levelId, ladderSize)} alt={factor.ladder.alt} />
      </View>
      <Text {...tag('TD')} style={[cell, { width: widths[2] }]}>
        {factor.stageText}
      </Text>
      <Text {...tag('TD')} style={[cell, type.note, { width: widths[3], paddingRight: 0, fontSize: 8 }]}>
        {factor.notes.join(', ')}
      </Text>
    </View>
  )
}

/** All factors, each level on one page: a lying ladder each, with the stage as a word and notes as text, never by colour alone. */
export function Matrix({ view, t }: SectionProps) {
  const count = view.levels.reduce((sum, level) => sum + level.factors.length, 0)
  return (
    <>
      <Heading level={2} anchor={anchors.matrix} keep={80}>
        {t('report.pdf.governance.matrix', { count })}
      </Heading>
      <Paragraph>{t('report.pdf.governance.matrixIntro')}</Paragraph>
      <Legend t={t} />
      <View {...tag('Table')}>
        <HeadRow
          titles={[
            t('report.pdf.governance.factor'),
            t('report.pdf.governance.ladder'),
            t('report.pdf.governance.stage'),
            t('report.pdf.governance.note'),
          ]}
        />
        {view.levels.map((level) => (
          <View key={level.id} wrap={false}>
            <LevelRow level={level} t={t} />
            {level.factors.map((factor) => (
              <FactorRow key={factor.id} factor={factor} />
            ))}
          </View>
        ))}
      </View>
    </>
  )
}
