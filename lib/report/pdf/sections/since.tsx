import { Text, View } from '@react-pdf/renderer'
import { Heading } from '../components/heading'
import { Note } from '../components/prose'
import { type } from '../style'
import { tag } from '../tagging/tag'
import { anchors, type SinceProps } from './section'
import { SinceMoved } from './since-moved'
import { SincePlan } from './since-plan'
import { SincePriorities } from './since-priorities'

/** „Seit dem letzten Mal“: only the report of a later round has this chapter. */
export function Since({ since, t }: SinceProps) {
  return (
    <View {...tag('Sect')} style={{ marginTop: 26 }}>
      <Heading level={1} anchor={anchors.since} keep={150}>
        {t('since.heading')}
      </Heading>
      <Text {...tag('P')} style={[type.lead, { maxWidth: 430, marginBottom: 5 }]}>
        {since.headline}
      </Text>
      <Note>{since.title}</Note>
      <SinceMoved since={since} t={t} />
      <SincePlan since={since} t={t} />
      <SincePriorities since={since} t={t} />
    </View>
  )
}
