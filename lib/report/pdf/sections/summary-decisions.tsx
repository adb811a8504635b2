import { Text, View } from '@react-pdf/renderer'
import { neutral } from '../../../charts/palette'
import { tag } from '../tagging/tag'
import { shorten, type SummaryProps } from './summary-fit'

/** „Was jetzt zu entscheiden ist“: the end of the summary. */
export function SummaryDecisions({ view, t, fit }: SummaryProps) {
  const s = (value: number) => value * fit.scale
  const text = { fontSize: s(10.5), lineHeight: 1.43 }
  return (
    <View
      style={{
        marginTop: s(14),
        paddingHorizontal: 12,
        paddingTop: s(8),
        paddingBottom: s(6),
        backgroundColor: neutral.ground,
        borderTopWidth: 1.5,
        borderTopColor: neutral.ink,
      }}
    >
      <Text {...tag('H2')} style={{ fontSize: s(12), lineHeight: 1.45, fontWeight: 600, marginBottom: s(4) }}>
        {t('report.pdf.summary.decide')}
      </Text>
      {view.decisions.length === 0 && (
        <Text {...tag('P')} style={[text, { marginBottom: s(4) }]}>
          {t('report.pdf.summary.nothingToDecide')}
        </Text>
      )}
      <View {...tag('L')}>
        {view.decisions.map(({ by, question, measureId }, index) => (
          <View key={measureId} {...tag('LI')} style={{ flexDirection: 'row', marginBottom: s(5) }}>
            <Text {...tag('Lbl')} style={[text, { width: 15, color: neutral.quiet }]}>
              {String(index + 1)}
            </Text>
            <View {...tag('LBody')} style={{ flexDirection: 'row', flex: 1 }}>
              <Text {...tag('P')} style={[text, { width: 118, paddingRight: 8, fontWeight: 600 }]}>
                {shorten(by, fit)}
              </Text>
              <Text {...tag('P')} style={[text, { flex: 1 }]}>
                {shorten(question, fit)}
              </Text>
            </View>
          </View>
        ))}
      </View>
    </View>
  )
}
