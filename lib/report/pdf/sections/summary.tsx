import { Link, Text, View } from '@react-pdf/renderer'
import { lyingLadder } from '../../../charts/ladder'
import { levelLooks, neutral } from '../../../charts/palette'
import type { LevelView } from '../../types'
import { Drawing } from '../components/drawing'
import { LevelName } from '../components/level-name'
import { page } from '../style'
import { tag } from '../tagging/tag'
import { SummaryDecisions } from './summary-decisions'
import { shorten, type SummaryFit, type SummaryProps } from './summary-fit'
import { SummarySteps } from './summary-steps'
import { anchors } from './section'

function LevelColumn({ level, t, fit, width }: { level: LevelView; width: number } & Omit<SummaryProps, 'view'>) {
  const s = (value: number) => value * fit.scale
  const ladder = lyingLadder(level.ladder, level.id, { rung: { width: 25.5, height: s(9), gap: 2.25 }, mark: 0, overhang: 2 })
  return (
    <View {...tag('LI')} style={{ width, borderTopWidth: 1.5, borderTopColor: levelLooks[level.id].colour, paddingTop: s(6) }}>
      <View {...tag('LBody')}>
        <LevelName levelId={level.id} size={s(10)} style={{ fontSize: s(10.5), lineHeight: 1.4, fontWeight: 600 }}>
          {level.short}
        </LevelName>
        <Text {...tag('P')} style={{ fontSize: s(9), lineHeight: 1.33, color: neutral.quiet }}>
          {level.name}
        </Text>
        <View style={{ flexDirection: 'row', alignItems: 'center', marginTop: s(3) }}>
          <Text {...tag('P')} style={{ fontSize: s(14), lineHeight: 1.4, fontWeight: 600 }}>
            {level.stageText}
          </Text>
          {level.provisional && (
            <View
              style={{
                marginLeft: 6,
                paddingHorizontal: 4,
                paddingVertical: 1,
                borderWidth: 0.75,
                borderColor: neutral.quiet,
                borderRadius: 2,
              }}
            >
              <Text {...tag('P')} style={{ fontSize: s(8.5), lineHeight: 1.2 }}>
                {t('common.provisional')}
              </Text>
            </View>
          )}
        </View>
        <Drawing drawing={ladder} alt={level.ladder.alt} style={{ marginTop: s(2), marginBottom: s(4) }} />
        <Text {...tag('P')} style={{ paddingRight: 6, fontSize: s(10), lineHeight: 1.4 }}>
          {shorten(level.summary, fit)}
        </Text>
      </View>
    </View>
  )
}

function Paragraph({ heading, text, fit }: { heading: string; text: string; fit: SummaryFit }) {
  const s = (value: number) => value * fit.scale
  return (
    <View style={{ flexDirection: 'row', marginTop: s(8), paddingTop: s(8), borderTopWidth: 0.75, borderTopColor: neutral.line }}>
      <Text {...tag('H2')} style={{ width: 112, fontSize: s(10.5), lineHeight: 1.43, fontWeight: 600, paddingRight: 8 }}>
        {heading}
      </Text>
      <Text {...tag('P')} style={{ flex: 1, paddingRight: 8, fontSize: s(10.5), lineHeight: 1.43 }}>
        {shorten(text, fit)}
      </Text>
    </View>
  )
}

/** Everything a council needs on one page. `fit` makes long texts fit: see `summary-fit.ts`. */
export function Summary({ view, t, fit }: SummaryProps) {
  const s = (value: number) => value * fit.scale
  const gap = 18
  const width = (page.width - 2 * gap) / 3
  return (
    <View {...tag('Sect')}>
      <Text
        {...tag('H1', { anchor: anchors.summary, outline: t('report.pdf.summary.heading') })}
        style={{ fontSize: s(21), lineHeight: 1.2, fontWeight: 600 }}
      >
        {t('report.pdf.summary.heading')}
      </Text>
      <Text {...tag('P')} style={{ fontSize: s(15), lineHeight: 1.35, fontWeight: 500, marginTop: s(5), maxWidth: 430 }}>
        {shorten(view.headline, fit)}
      </Text>
      <View {...tag('L')} style={{ flexDirection: 'row', gap, marginTop: s(14) }}>
        {view.levels.map((level) => (
          <LevelColumn key={level.id} level={level} t={t} fit={fit} width={width} />
        ))}
      </View>
      <View style={{ marginTop: s(6) }}>
        <Paragraph heading={t('report.pdf.summary.carries')} text={view.summary.carries} fit={fit} />
        <Paragraph heading={t('report.pdf.summary.missing')} text={view.summary.missing} fit={fit} />
        <Paragraph heading={t('report.pdf.summary.open')} text={view.summary.open} fit={fit} />
      </View>
      <SummarySteps view={view} t={t} fit={fit} />
      <SummaryDecisions view={view} t={t} fit={fit} />
      {fit.longest !== null && (
        <Link src={`#${anchors.conclusions}`} style={{ textDecoration: 'none', color: neutral.quiet }}>
          <Text {...tag('Span')} style={{ fontSize: s(9), lineHeight: 1.3, marginTop: s(6) }}>
            {t('report.pdf.summary.shortened')}
          </Text>
        </Link>
      )}
    </View>
  )
}
