import { View } from '@react-pdf/renderer'
import { Fragment } from 'react'
import { Heading } from '../components/heading'
import { LevelName } from '../components/level-name'
import { Paragraph, Paragraphs } from '../components/prose'
import { type } from '../style'
import { tag } from '../tagging/tag'
import { CompactMeasure, FullMeasure } from './measure'
import { anchors, type SectionProps } from './section'

/** More of the other measures stand closer together, so that the report keeps to its pages. */
const manyOthers = 30

/** „Schlussfolgerungen und Perspektiven“: prose, then the measures in their rank. */
export function Conclusions(props: SectionProps) {
  const { view, t } = props
  const count = view.firstMeasures.length
  const dense = view.otherMeasures.reduce((sum, { measures }) => sum + measures.length, 0) > manyOthers
  return (
    <View {...tag('Sect')}>
      <Heading level={1} anchor={anchors.conclusions}>
        {t('report.pdf.conclusions.heading')}
      </Heading>
      {view.conclusions.map(({ heading, paragraphs }) => (
        <Fragment key={heading}>
          <Heading level={2} outline={false}>
            {heading}
          </Heading>
          <Paragraphs texts={paragraphs} />
        </Fragment>
      ))}
      {count > 0 && (
        <>
          <Heading level={2} anchor={anchors.firstMeasures} keep={150}>
            {t('report.pdf.conclusions.first', { count })}
          </Heading>
          <Paragraph leads>{t('report.pdf.conclusions.firstIntro')}</Paragraph>
          {view.firstMeasures.map((measure) => (
            <FullMeasure key={measure.id} measure={measure} t={t} />
          ))}
        </>
      )}
      {view.otherMeasures.length > 0 && (
        <>
          <Heading level={2} anchor={anchors.otherMeasures} keep={120}>
            {t('report.pdf.conclusions.others')}
          </Heading>
          <Paragraph leads>{t('report.pdf.conclusions.othersIntro')}</Paragraph>
          {view.otherMeasures.map(({ levelId, levelShort, measures }) => (
            <Fragment key={levelId}>
              <View wrap={false} minPresenceAhead={40} style={{ marginTop: 10 }}>
                <LevelName levelId={levelId} role="H3" size={11} style={type.h2}>
                  {levelShort}
                </LevelName>
              </View>
              <View {...tag('L')}>
                {measures.map((measure) => (
                  <CompactMeasure key={measure.id} measure={measure} t={t} dense={dense} />
                ))}
              </View>
            </Fragment>
          ))}
        </>
      )}
    </View>
  )
}
