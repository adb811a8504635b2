import { Text, View } from '@react-pdf/renderer'
import { levelMark } from '../../../charts/level-mark'
import { levelLooks, neutral } from '../../../charts/palette'
import type { MeasureView } from '../../types'
import { Drawing } from '../components/drawing'
import { BulletList, FactList, FactRow } from '../components/list'
import { page, row, textWidth, topline, type } from '../style'
import { tag } from '../tagging/tag'
import { keepTogether } from '../text/keep-together'
import { measureAnchor, type SectionProps } from './section'

interface MeasureProps {
  readonly measure: MeasureView
  readonly t: SectionProps['t']
}

const compactText = { fontSize: 10, lineHeight: 1.38 }

/** A small heading within a measure with the text it heads. */
function Part({ heading, children }: { heading: string; children: string }) {
  return (
    <View wrap={!keepTogether(60, heading, children)} style={{ marginTop: 5, maxWidth: textWidth }}>
      <Text {...tag('P')} style={[type.cell, { fontWeight: 600 }]}>
        {heading}
      </Text>
      <Text {...tag('P')} style={compactText}>
        {children}
      </Text>
    </View>
  )
}

function Origin({ measure, t }: MeasureProps) {
  const { levelShort, factorName, evidenceText, chaptersText, levelId } = measure
  const text = t('report.pdf.measure.origin', {
    level: levelShort,
    factor: factorName,
    evidence: evidenceText,
    chapters: chaptersText,
  })
  return (
    <View style={{ ...row, marginBottom: 4 }}>
      <Drawing drawing={levelMark(levelId, 9)} style={{ marginRight: 5, marginTop: 1.5 }} />
      <Text {...tag('P')} style={[type.note, { flex: 1 }]}>
        {text}
      </Text>
    </View>
  )
}

/** The decision the users took; its reason is theirs and may be long. */
function decisionText({ decisionTaken }: MeasureView, t: SectionProps['t']): string | null {
  if (!decisionTaken) return null
  const { text, reason } = decisionTaken
  return reason ? t('report.pdf.measure.takenReason', { decision: text, reason }) : text
}

/** „Warum hier?“: one sentence, then the inputs in one line. */
function whyHereText({ whyHere }: MeasureView, t: SectionProps['t']): string {
  const rows = whyHere.rows.map(({ label, value, weight }) =>
    weight ? t('report.pdf.measure.whyRowWeight', { label, value, weight }) : t('report.pdf.measure.whyRow', { label, value }),
  )
  return [whyHere.summary, rows.length > 0 ? `${rows.join('; ')}.` : '', ...whyHere.figures].filter(Boolean).join(' ')
}

/** Title, origin and reason: what a page never parts. */
function MeasureHead({ measure, t }: MeasureProps) {
  const title = t('report.pdf.measure.title', { rank: measure.rank, title: measure.title })
  const colour = levelLooks[measure.levelId].colour
  return (
    <View
      wrap={!keepTogether(60, title, measure.why)}
      minPresenceAhead={30}
      style={{ marginTop: 12, paddingTop: 8, borderTopWidth: 1.5, borderTopColor: colour }}
    >
      <Text {...tag('H3', { anchor: measureAnchor(measure.id), outline: title })} style={[type.h2, { marginBottom: 1 }]}>
        {title}
      </Text>
      <Origin measure={measure} t={t} />
      <Text {...tag('P')} style={[compactText, { maxWidth: textWidth }]}>
        {measure.why}
      </Text>
    </View>
  )
}

/** Who decides what, what comes before, and what the users decided. */
function MeasureDecisions({ measure, t }: MeasureProps) {
  const taken = decisionText(measure, t)
  const facts = [
    { label: measure.decisionBy, value: measure.decision },
    ...(measure.prerequisites.length > 0
      ? [{ label: t('report.pdf.measure.prerequisites'), value: measure.prerequisites.join('; ') }]
      : []),
    ...(taken ? [{ label: t('report.pdf.measure.taken'), value: taken }] : []),
  ]
  return (
    <>
      <Text {...tag('P')} minPresenceAhead={1} style={[type.cell, { fontWeight: 600, marginTop: 6 }]}>
        {t('report.pdf.measure.decision')}
      </Text>
      <FactList small facts={facts} width={page.width} />
    </>
  )
}

/** A measure with everything there is to know of it. */
export function FullMeasure({ measure, t }: MeasureProps) {
  const facts = [
    { label: t('report.pdf.measure.lead'), value: measure.lead },
    { label: t('report.pdf.measure.effort'), value: measure.effortText },
    { label: t('report.pdf.measure.cost'), value: measure.costText },
    { label: t('report.pdf.measure.horizon'), value: measure.horizonText },
  ]
  const why = whyHereText(measure, t)
  return (
    <>
      <MeasureHead measure={measure} t={t} />
      <Part heading={t('report.pdf.measure.firstStep')}>{measure.firstStep}</Part>
      <View wrap={!keepTogether(12, ...facts.map(({ value }) => value))} style={{ marginTop: 7 }}>
        <FactRow facts={facts} widths={[196, 75, 110, page.width - 381]} />
      </View>
      <MeasureDecisions measure={measure} t={t} />
      <Text {...tag('P')} minPresenceAhead={1} style={[type.cell, { fontWeight: 600, marginTop: 6 }]}>
        {t('report.pdf.measure.pitfalls')}
      </Text>
      <BulletList small items={measure.pitfalls} />
      <View wrap={!keepTogether(60, measure.example.text)} style={{ backgroundColor: neutral.ground, padding: 8, marginTop: 7 }}>
        <Text {...tag('P')} style={[type.cell, { fontWeight: 600 }]}>
          {t('report.pdf.measure.example', { town: measure.example.town })}
        </Text>
        <Text {...tag('P')} style={type.cell}>
          {t('report.pdf.measure.exampleSource', { text: measure.example.text, source: measure.example.source })}
        </Text>
      </View>
      <View wrap={!keepTogether(60, why)} style={{ marginTop: 6, paddingRight: 8 }}>
        <Text {...tag('P')} style={[type.note, { fontWeight: 600 }]}>
          {t('report.pdf.measure.whyHere')}
        </Text>
        <Text {...tag('P')} style={type.note}>
          {why}
        </Text>
      </View>
    </>
  )
}

/** A measure further down the list: all essentials in a few lines. */
export function CompactMeasure({ measure, t, dense }: MeasureProps & { readonly dense: boolean }) {
  const gap = dense ? 2 : 3.5
  const close = dense ? { lineHeight: 1.25 } : {}
  const taken = decisionText(measure, t)
  const { lead, effortText, costText, horizonText, decisionBy, factorName, prerequisites } = measure
  return (
    <View
      {...tag('LI')}
      wrap={!keepTogether(60, measure.title, measure.firstStep, lead, ...prerequisites, taken ?? '')}
      style={[topline, { paddingTop: gap, paddingLeft: 22, marginTop: gap }]}
    >
      <Text {...tag('Lbl')} style={[type.cell, { position: 'absolute', left: 0, top: gap, width: 22, color: neutral.quiet }]}>
        {String(measure.rank)}
      </Text>
      <View {...tag('LBody')} style={{ paddingRight: 8 }}>
        <Text {...tag('P', { anchor: measureAnchor(measure.id) })} style={[type.cell, { fontWeight: 600 }]}>
          {measure.title}
          <Text style={{ fontWeight: 400, fontSize: type.note.fontSize, color: neutral.quiet }}>
            {t('report.pdf.measure.compactFactor', { factor: factorName })}
          </Text>
        </Text>
        <Text {...tag('P')} style={[type.cell, { lineHeight: 1.3 }, close, dense ? { fontSize: 9.2 } : {}]}>
          {t('report.pdf.measure.compactFirst', { text: measure.firstStep })}
        </Text>
        <Text {...tag('P')} style={[type.note, { color: neutral.ink }, close]}>
          {t('report.pdf.measure.compact', { lead, effort: effortText, cost: costText, horizon: horizonText, by: decisionBy })}
        </Text>
        {prerequisites.length > 0 && (
          <Text {...tag('P')} style={type.cell}>
            {t('report.pdf.measure.compactAfter', { titles: prerequisites.join('; ') })}
          </Text>
        )}
        {taken && (
          <Text {...tag('P')} style={type.cell}>
            {t('report.pdf.measure.compactTaken', { decision: taken })}
          </Text>
        )}
      </View>
    </View>
  )
}
