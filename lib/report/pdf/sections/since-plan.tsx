import { Text, View } from '@react-pdf/renderer'
import { levelMark } from '../../../charts/level-mark'
import type { SincePlanRow } from '../../since-types'
import { Drawing } from '../components/drawing'
import { Heading } from '../components/heading'
import { BulletList } from '../components/list'
import { Note, Paragraph } from '../components/prose'
import { Table } from '../components/table'
import { page, row, type } from '../style'
import { tag } from '../tagging/tag'
import { anchors, type SinceProps } from './section'

function TitleCell({ measure }: { measure: SincePlanRow }) {
  return (
    <View>
      <Text {...tag('P')} style={[type.cell, { fontWeight: 500 }]}>
        {measure.title}
      </Text>
      <View style={{ ...row, marginTop: 1 }}>
        <Drawing drawing={levelMark(measure.levelId, 8)} style={{ marginRight: 4, marginTop: 1.5 }} />
        <Text {...tag('P')} style={[type.note, { flex: 1 }]}>
          {measure.origin}
        </Text>
      </View>
    </View>
  )
}

/** „Was aus den Maßnahmen wurde“: how many, and each with who leads, by when, how it stands. */
export function SincePlan({ since: { plan }, t }: SinceProps) {
  return (
    <>
      <Heading level={2} anchor={anchors.plan} keep={110}>
        {t('since.plan.heading')}
      </Heading>
      <Paragraph leads={plan.rows.length > 0}>{plan.sentences.join(' ')}</Paragraph>
      {plan.rows.length > 0 && (
        <Table
          columns={[
            { title: t('plan.fields.title'), width: 178 },
            { title: t('plan.fields.lead'), width: 82 },
            { title: t('plan.fields.dueOn'), width: 57 },
            { title: t('plan.fields.status'), width: 72 },
            { title: t('plan.fields.resolution'), width: page.width - 389 },
          ]}
          rows={plan.rows.map((measure) => ({
            key: measure.id,
            texts: [measure.title, measure.origin],
            cells: [
              <TitleCell key="title" measure={measure} />,
              measure.lead,
              measure.dueText,
              measure.statusText,
              measure.resolutionText,
            ],
          }))}
        />
      )}
      {plan.notes.length > 0 && <Note style={{ marginTop: 5 }}>{plan.notes.join(' ')}</Note>}
      {plan.dropped.length > 0 && (
        <>
          <Heading level={3} keep={40}>
            {t('since.plan.dropped')}
          </Heading>
          <BulletList small items={plan.dropped.map((one) => t('since.plan.droppedItem', one))} />
        </>
      )}
    </>
  )
}
