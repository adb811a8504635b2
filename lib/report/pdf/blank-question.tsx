import { Text, View } from '@react-pdf/renderer'
import { neutral } from '../../charts/palette'
import type { Translate } from '../../i18n/translate'
import type { Question } from '../../questionnaire/schema'
import { page, row, type } from './style'
import { tag } from './tagging/tag'
import { keepTogether } from './text/keep-together'

interface BlankQuestionProps {
  readonly question: Question
  readonly office: string
  readonly number: number
  readonly t: Translate
}

const optionKeys = ['0', '1', '2', '3', '4'] as const
/** A character, not a drawing: it can be read aloud and searched for. */
const box = '☐'

function Choice({ children, apart = false }: { children: string; apart?: boolean }) {
  return (
    <View {...tag('LI')} style={{ ...row, marginTop: apart ? 7 : 3 }}>
      <Text {...tag('Lbl')} style={{ width: 20, fontSize: 12.5, lineHeight: 1.1 }}>
        {box}
      </Text>
      <Text {...tag('LBody')} style={[type.text, { flex: 1, lineHeight: 1.35 }]}>
        {children}
      </Text>
    </View>
  )
}

/** Ruled lines to write on. */
function Lines({ count }: { count: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} style={{ height: 21, borderBottomWidth: 0.75, borderBottomColor: neutral.line }} />
      ))}
    </>
  )
}

/** One question with its five answers, „Weiß nicht“, „Trifft nicht zu“ where it may be chosen, and room for notes. */
export function BlankQuestion({ question, office, number, t }: BlankQuestionProps) {
  const { stem, help, enough, options, role, notApplicable } = question
  const text = t(role === 'key' ? 'report.blank.stemKey' : 'report.blank.stem', { number, text: stem })
  return (
    <View wrap={!keepTogether(60, stem, help, enough, ...Object.values(options))} style={{ marginTop: 14 }}>
      <Text {...tag('H3')} style={[type.text, { fontWeight: 600 }]}>
        {text}
      </Text>
      <Text {...tag('P')} style={[type.cell, { color: neutral.quiet }]}>
        {help}
      </Text>
      <View {...tag('L')} style={{ marginTop: 3 }}>
        {optionKeys.map((key) => (
          <Choice key={key}>{options[key]}</Choice>
        ))}
        <Choice apart>{t('report.blank.unknown')}</Choice>
        {notApplicable.map(({ id, label }) => (
          <Choice key={id}>{t('report.blank.notApplicable', { reason: label })}</Choice>
        ))}
      </View>
      <Text {...tag('P')} style={[type.cell, { marginTop: 6, color: neutral.quiet }]}>
        {t('report.blank.enough', { text: enough })}
      </Text>
      <View style={{ flexDirection: 'row', marginTop: 7, width: page.width }}>
        <Text {...tag('P')} style={[type.note, { width: 130 }]}>
          {t('report.blank.notes')}
        </Text>
        <Text {...tag('P')} style={[type.note, { flex: 1 }]}>
          {t('report.blank.clarify', { office })}
        </Text>
      </View>
      <Lines count={2} />
    </View>
  )
}
