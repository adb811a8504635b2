import { Text, View } from '@react-pdf/renderer'
import { balanceLine } from '../../../charts/balance-line'
import { neutral } from '../../../charts/palette'
import { stageIdSchema } from '../../../questionnaire/schema'
import { Drawing } from '../components/drawing'
import { Heading } from '../components/heading'
import { Note, Paragraph } from '../components/prose'
import { page, type } from '../style'
import { tag } from '../tagging/tag'
import { keepTogether } from '../text/keep-together'
import { anchors, type SectionProps } from './section'

const labelWidth = 96

/** „Gleichgewicht der Ebenen“: a sentence and the line of stages with the three marks on it (R4). */
export function BalanceSection({ view: { balance }, t }: SectionProps) {
  const line = balanceLine(balance, { width: page.width - 20, mark: 13, lineHeight: 12 })
  const short = new Map(balance.marks.map((mark) => [mark.levelId, mark.short]))
  // The words are part of the drawing; its text alternative says them.
  const word = (x: number, baseline: number, strong: boolean) => ({
    ...type.note,
    position: 'absolute' as const,
    left: x - labelWidth / 2,
    top: baseline - 10,
    width: labelWidth,
    textAlign: 'center' as const,
    ...(strong && { color: neutral.ink, fontWeight: 600 }),
  })
  return (
    <View wrap={!keepTogether(60, balance.sentence)}>
      <Heading level={2} anchor={anchors.balance} keep={100}>
        {t('report.pdf.governance.balance')}
      </Heading>
      <Paragraph>{balance.sentence}</Paragraph>
      <View style={{ width: line.width, height: line.height, marginTop: 4, marginLeft: 10 }}>
        <Drawing drawing={line} alt={balance.alt} />
        {line.labels.map(({ levelId, x, y }) => (
          <Text key={levelId} {...tag('Artifact')} style={word(x, y, true)}>
            {short.get(levelId) ?? ''}
          </Text>
        ))}
        {line.stages.map(({ index, x, y, occupied }) => (
          <Text key={index} {...tag('Artifact')} style={word(x, y, occupied)}>
            {t(`common.stage.${stageIdSchema.options[index] ?? 'am-anfang'}`)}
          </Text>
        ))}
      </View>
      {line.missing.length > 0 && (
        <Note style={{ marginTop: 4 }}>
          {t('report.pdf.governance.balanceMissing', { levels: line.missing.map((id) => short.get(id)).join(', ') })}
        </Note>
      )}
    </View>
  )
}
