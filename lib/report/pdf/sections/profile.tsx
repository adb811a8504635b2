import { Text, View } from '@react-pdf/renderer'
import { standingLadder, type LadderDrawing } from '../../../charts/ladder'
import { legendStates, legendSwatch } from '../../../charts/legend-swatch'
import { neutral } from '../../../charts/palette'
import { stageIdSchema } from '../../../questionnaire/schema'
import type { LevelView } from '../../types'
import { Drawing } from '../components/drawing'
import { Heading } from '../components/heading'
import { LevelName } from '../components/level-name'
import { page, type } from '../style'
import { tag } from '../tagging/tag'
import { keepTogether } from '../text/keep-together'
import { anchors, type SectionProps } from './section'

const size = { rung: { width: 116, height: 19, gap: 2.5 }, mark: 12, overhang: 4 }
const labelWidth = 66
const columnWidth = (page.width - labelWidth - size.overhang) / 3

/** Words beside the rungs. The drawing's text alternative says the same, so they are not read twice. */
function StageLabels({ ladder, t }: { ladder: LadderDrawing; t: SectionProps['t'] }) {
  const labels = stageIdSchema.options.map((stage, index) => ({ stage, top: ladder.rungs[index]?.y ?? 0 }))
  return (
    <View style={{ width: labelWidth, height: ladder.height }}>
      {labels.map(({ stage, top }) => (
        <Text key={stage} {...tag('Artifact')} style={[type.note, { position: 'absolute', left: 0, top: top + 4 }]}>
          {t(`common.stage.${stage}`)}
        </Text>
      ))}
    </View>
  )
}

function Detail({ label, children }: { label: string; children: string }) {
  return (
    <View style={{ marginTop: 5 }}>
      <Text {...tag('P')} style={type.note}>
        {label}
      </Text>
      <Text {...tag('P')} style={type.cell}>
        {children}
      </Text>
    </View>
  )
}

function LevelDetails({ level, t }: { level: LevelView; t: SectionProps['t'] }) {
  const stage = level.provisional
    ? t('report.pdf.governance.levelStage', { stage: level.stageText, provisional: t('common.provisional') })
    : level.stageText
  return (
    <View style={{ width: columnWidth, paddingRight: 18, flexShrink: 0 }}>
      <LevelName levelId={level.id} role="H3" size={11} style={type.h3}>
        {level.short}
      </LevelName>
      <Text {...tag('P')} style={type.note}>
        {level.name}
      </Text>
      <Text {...tag('P')} style={[type.h2, { marginTop: 3 }]}>
        {stage}
      </Text>
      <Text {...tag('P')} style={type.cell}>
        {level.summary}
      </Text>
      <Detail label={t('report.pdf.governance.answered')}>{level.answeredText}</Detail>
      <Detail label={t('report.pdf.governance.weakest')}>{level.weakestText ?? t('report.pdf.governance.none')}</Detail>
      <Detail label={t('report.pdf.governance.cap')}>{level.capText}</Detail>
    </View>
  )
}

/** What the fillings of the rungs mean. */
export function Legend({ t }: { t: SectionProps['t'] }) {
  return (
    <View {...tag('L')} style={{ flexDirection: 'row', flexWrap: 'wrap', gap: 12, rowGap: 3, marginTop: 8, marginBottom: 4 }}>
      {legendStates.map((state) => (
        <View key={state} {...tag('LI')} style={{ flexDirection: 'row', alignItems: 'center' }}>
          <Drawing drawing={legendSwatch(state, 20, 8)} style={{ marginRight: 5 }} />
          <Text {...tag('LBody')} style={type.note}>
            {t(`report.pdf.legend.${state}`)}
          </Text>
        </View>
      ))}
    </View>
  )
}

/** The three ladders side by side with their key, and below them, on the next page if need be, what each stage rests on. */
export function Profile({ view, t }: SectionProps) {
  const ladders = view.levels.map((level) => ({ level, ladder: standingLadder(level.ladder, level.id, size) }))
  const first = ladders[0]
  const short = view.levels.every(({ summary, weakestText, capText }) => keepTogether(16, summary, weakestText ?? '', capText))
  return (
    <>
      <Heading level={2} anchor={anchors.profile} keep={200}>
        {t('report.pdf.governance.profile')}
      </Heading>
      <View wrap={false} style={{ marginTop: 4 }}>
        <View style={{ flexDirection: 'row' }}>
          {first && <StageLabels ladder={first.ladder} t={t} />}
          {ladders.map(({ level, ladder }) => (
            <View key={level.id} style={{ width: columnWidth, flexShrink: 0 }}>
              <Drawing drawing={ladder} alt={level.ladder.alt} />
            </View>
          ))}
        </View>
        <View style={{ borderTopWidth: 0.75, borderTopColor: neutral.line, marginTop: 8 }}>
          <Legend t={t} />
        </View>
      </View>
      <View wrap={!short} style={{ flexDirection: 'row', paddingLeft: labelWidth + size.overhang, marginTop: 8 }}>
        {ladders.map(({ level }) => (
          <LevelDetails key={level.id} level={level} t={t} />
        ))}
      </View>
    </>
  )
}
