import { Text, View, type TextProps } from '@react-pdf/renderer'
import { levelMark } from '../../../charts/level-mark'
import type { LevelId } from '../../../questionnaire/schema'
import { tag, type StructureRole } from '../tagging/tag'
import { Drawing } from './drawing'

interface LevelNameProps {
  readonly levelId: LevelId
  readonly children: string
  readonly role?: StructureRole
  readonly anchor?: string
  readonly outline?: string
  readonly size?: number
  readonly style?: TextProps['style']
}

/** A level's mark with a word beside it. */
export function LevelName({ levelId, children, role = 'P', anchor, outline, size = 10, style = {} }: LevelNameProps) {
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center' }}>
      <Drawing drawing={levelMark(levelId, size)} style={{ marginRight: 5 }} />
      <Text {...tag(role, { anchor, outline })} style={style}>
        {children}
      </Text>
    </View>
  )
}
