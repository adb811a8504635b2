import { Text, View } from '@react-pdf/renderer'
import { Fragment } from 'react'
import type { AnswerView } from '../../types'
import { Heading } from '../components/heading'
import { Labelled } from '../components/labelled'
import { LevelName } from '../components/level-name'
import { Note, Paragraph } from '../components/prose'
import { topline, type } from '../style'
import { tag } from '../tagging/tag'
import { keepTogether } from '../text/keep-together'
import { anchors, answersAnchor, type SectionProps } from './section'

interface AnswersProps extends SectionProps {
  /** Characters that had to be replaced because no bundled font has them. */
  readonly replaced: number
}

const labelWidth = 72

/** A label with its text, in full, however long. */
function Entry({ label, children, strong = false }: { label: string; children: string; strong?: boolean }) {
  return (
    <Labelled
      label={label}
      labels={labelWidth}
      labelLook={[type.note, { paddingTop: 0.6 }]}
      look={[type.cell, { paddingRight: 8 }, ...(strong ? [{ fontWeight: 500 }] : [])]}
      above={1}
    >
      {children}
    </Labelled>
  )
}

/** One question. Question and answer are ours and stay together; what users wrote breaks over as many pages as it needs. */
function Answer({ answer, t, detailed }: { answer: AnswerView; t: SectionProps['t']; detailed: boolean }) {
  const { stem, roleText, chaptersText, answerText, pointsText, state, comment, clarifyWith, ownSetting } = answer
  const points = pointsText.replaceAll(' ', '\u00a0')
  const text = state === 'answered' ? t('report.pdf.annex.points', { answer: answerText, points }) : answerText
  const origin = { role: roleText, chapters: chaptersText }
  const originText = !ownSetting
    ? t('report.pdf.annex.origin', origin)
    : detailed
      ? t('report.pdf.annex.originSetting', { ...origin, setting: ownSetting })
      : t('report.pdf.annex.originMarked', origin)
  // One list over both parts: the same tag is the same element.
  const list = tag('L')
  return (
    <>
      <View wrap={!keepTogether(60, stem, originText, text)} style={[topline, { marginTop: 2.5, paddingTop: 2 }]}>
        <Text {...tag('P')} style={[type.cell, { fontWeight: 600 }]}>
          {stem}
        </Text>
        <Text {...tag('P')} style={type.note}>
          {originText}
        </Text>
        <View {...list}>
          <Entry label={t('report.pdf.annex.answer')} strong>
            {text}
          </Entry>
        </View>
      </View>
      {(comment !== '' || clarifyWith !== '') && (
        <View {...list}>
          {comment !== '' && <Entry label={t('report.pdf.annex.comment')}>{comment.trim()}</Entry>}
          {clarifyWith !== '' && <Entry label={t('report.pdf.annex.clarify')}>{clarifyWith}</Entry>}
        </View>
      )}
    </>
  )
}

/** „Anhang 2: Antworten“: every answer in full; in the working edition every comment too. */
export function Answers({ view, t, replaced }: AnswersProps) {
  return (
    <View {...tag('Sect')} style={{ marginTop: 24 }}>
      <Heading level={1} anchor={anchors.answers} keep={120}>
        {t('report.pdf.annex.answers')}
      </Heading>
      <Paragraph>{t(`report.pdf.annex.answersIntro.${view.edition}`)}</Paragraph>
      {replaced > 0 && <Note>{t('report.pdf.annex.replaced', { count: replaced })}</Note>}
      {view.levels.map(({ id, short, name }) => {
        const factors = view.annex.answers.filter(({ levelId }) => levelId === id)
        if (factors.length === 0) return null
        return (
          <Fragment key={id}>
            <View wrap={false} minPresenceAhead={60} style={{ marginTop: 14 }}>
              <LevelName levelId={id} role="H2" anchor={answersAnchor(id)} outline={short} size={12} style={type.h2}>
                {t('report.pdf.annex.level', { short, name })}
              </LevelName>
            </View>
            {factors.map(({ factorName, pointsText, answers }) => (
              <Fragment key={factorName}>
                <Heading level={3} keep={20} close>
                  {t('report.pdf.annex.factor', { factor: factorName, points: pointsText })}
                </Heading>
                {answers.map((answer) => (
                  <Answer key={answer.questionId} answer={answer} t={t} detailed={view.edition === 'arbeit'} />
                ))}
              </Fragment>
            ))}
          </Fragment>
        )
      })}
    </View>
  )
}
