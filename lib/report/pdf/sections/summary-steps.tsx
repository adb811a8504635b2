import { Link, Text, View } from '@react-pdf/renderer'
import { neutral } from '../../../charts/palette'
import { page } from '../style'
import { tag } from '../tagging/tag'
import { shorten, type SummaryProps } from './summary-fit'
import { measureAnchor } from './section'

const widths = [18, 180, 128, 88, page.width - 414]

/** The first measures in one table; each title leads to its measure. */
export function SummarySteps({ view, t, fit }: SummaryProps) {
  if (view.firstMeasures.length === 0) return null
  const s = (value: number) => value * fit.scale
  const cell = { fontSize: s(9.5), lineHeight: 1.3, paddingVertical: s(2.5), paddingRight: 8 }
  const heads = [
    t('report.pdf.summary.step.rank'),
    t('report.pdf.summary.step.title'),
    t('report.pdf.summary.step.lead'),
    t('report.pdf.summary.step.cost'),
    t('report.pdf.summary.step.horizon'),
  ]
  return (
    <View style={{ marginTop: s(10), paddingTop: s(8), borderTopWidth: 0.75, borderTopColor: neutral.line }}>
      <Text {...tag('H2')} style={{ fontSize: s(10.5), lineHeight: 1.43, fontWeight: 600 }}>
        {t('report.pdf.summary.steps', { count: view.firstMeasures.length })}
      </Text>
      <View {...tag('Table')}>
        <View {...tag('TR')} style={{ flexDirection: 'row', borderBottomWidth: 0.75, borderBottomColor: neutral.line }}>
          {heads.map((head, index) => (
            <Text
              key={head}
              {...tag('TH', { scope: 'Column' })}
              style={[cell, { width: widths[index], fontSize: s(8.5), color: neutral.quiet }]}
            >
              {head}
            </Text>
          ))}
        </View>
        {view.firstMeasures.map(({ id, rank, title, lead, costText, horizonText }) => (
          <View
            key={id}
            {...tag('TR')}
            style={{ flexDirection: 'row', borderBottomWidth: 0.75, borderBottomColor: neutral.line }}
          >
            <Text {...tag('TD')} style={[cell, { width: widths[0], color: neutral.quiet }]}>
              {String(rank)}
            </Text>
            <View {...tag('TH', { scope: 'Row' })} style={{ width: widths[1] }}>
              <Link src={`#${measureAnchor(id)}`} style={{ textDecoration: 'none', color: neutral.ink }}>
                <Text {...tag('Span')} style={[cell, { fontWeight: 500 }]}>
                  {shorten(title, fit)}
                </Text>
              </Link>
            </View>
            {[lead, costText, horizonText].map((value, index) => (
              <Text
                key={index}
                {...tag('TD')}
                style={[cell, { width: widths[index + 2], ...(index === 2 && { paddingRight: 0 }) }]}
              >
                {shorten(value, fit)}
              </Text>
            ))}
          </View>
        ))}
      </View>
    </View>
  )
}
