import { Text, View } from '@react-pdf/renderer'
import { levelMark } from '../../../charts/level-mark'
import type { SincePriorityView } from '../../since-types'
import { Drawing } from '../components/drawing'
import { Heading } from '../components/heading'
import { Paragraph } from '../components/prose'
import { Table } from '../components/table'
import { page, textWidth, type } from '../style'
import { tag } from '../tagging/tag'
import { anchors, type SinceProps } from './section'

const indent = 17

interface GroupProps {
  readonly heading: string
  readonly measures: readonly SincePriorityView[]
}

/** Measures that are new, have stayed or are gone, each with why. */
function Group({ heading, measures }: GroupProps) {
  if (measures.length === 0) return null
  return (
    <>
      <Heading level={3} keep={40}>
        {heading}
      </Heading>
      <View {...tag('L')} style={{ maxWidth: textWidth }}>
        {measures.map(({ id, title, levelId, text }) => (
          <View key={id} {...tag('LI')} wrap={false} style={{ paddingLeft: indent, marginTop: 3 }}>
            <View style={{ position: 'absolute', left: 0, top: 2 }}>
              <Drawing drawing={levelMark(levelId, 9)} />
            </View>
            <View {...tag('LBody')}>
              <Text {...tag('P')} style={[type.cell, { fontWeight: 500 }]}>
                {title}
              </Text>
              <Text {...tag('P')} style={type.note}>
                {text}
              </Text>
            </View>
          </View>
        ))}
      </View>
    </>
  )
}

/** „Neue Schwerpunkte“: the first measures beside those of the last time, and the targets that are set. */
export function SincePriorities({ since: { priorities }, t }: SinceProps) {
  const { lead, fresh, stayed, gone, targets, targetsText } = priorities
  return (
    <>
      <Heading level={2} anchor={anchors.priorities} keep={80}>
        {t('since.priorities.heading')}
      </Heading>
      <Paragraph>{lead}</Paragraph>
      <Group heading={t('since.priorities.fresh')} measures={fresh} />
      <Group heading={t('since.priorities.stayed')} measures={stayed} />
      <Group heading={t('since.priorities.gone')} measures={gone} />
      {targetsText !== '' && (
        <>
          <Heading level={3} keep={targets.length > 0 ? 80 : 30}>
            {t('since.priorities.targets')}
          </Heading>
          <Paragraph leads={targets.length > 0}>{targetsText}</Paragraph>
        </>
      )}
      {targets.length > 0 && (
        <Table
          dense
          columns={[
            { title: t('since.priorities.target.factor'), width: 196 },
            { title: t('since.priorities.target.stage'), width: 84 },
            { title: t('since.priorities.target.due'), width: 84 },
            { title: t('since.priorities.target.state'), width: page.width - 364 },
          ]}
          rows={targets.map(({ factorId, factorName, stageText, dueText, stateText }) => ({
            key: factorId,
            cells: [factorName, stageText, dueText, stateText],
          }))}
        />
      )}
    </>
  )
}
