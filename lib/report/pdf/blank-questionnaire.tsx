import { Document, Page, Text, View } from '@react-pdf/renderer'
import { Fragment } from 'react'
import { levelMark } from '../../charts/level-mark'
import { levelLooks, neutral } from '../../charts/palette'
import type { Translate } from '../../i18n/translate'
import type { Questionnaire } from '../../questionnaire/questionnaire'
import type { Factor, Level, LevelId } from '../../questionnaire/schema'
import { BlankQuestion } from './blank-question'
import { Drawing } from './components/drawing'
import { Heading } from './components/heading'
import { LevelName } from './components/level-name'
import { BulletList } from './components/list'
import { Note, Paragraph } from './components/prose'
import { page, pageStyle, type } from './style'
import { tag } from './tagging/tag'

export interface BlankQuestionnaireProps {
  readonly questionnaire: Questionnaire
  /** One level only, or null for all. */
  readonly levelId: LevelId | null
  readonly t: Translate
}

/** The levels a print contains. */
export const levelsOf = ({ levels }: Questionnaire, levelId: LevelId | null): readonly Level[] =>
  levels.filter(({ id }) => levelId === null || id === levelId)

const factorsOf = ({ factorsOfLevel }: Questionnaire, level: Level): readonly Factor[] => factorsOfLevel.get(level.id) ?? []

/** Number of each question in the whole instrument: the same in a print of one level. */
function questionNumbers(questionnaire: Questionnaire): ReadonlyMap<string, number> {
  const ids = questionnaire.levels
    .flatMap((level) => factorsOf(questionnaire, level))
    .flatMap(({ questions }) => questions.map(({ id }) => id))
  return new Map(ids.map((id, index) => [id, index + 1]))
}

/** A label with a line to write on. */
function Blank({ label, width }: { label: string; width: number }) {
  return (
    <View style={{ width, marginTop: 14, borderBottomWidth: 0.75, borderBottomColor: neutral.outline, paddingBottom: 2 }}>
      <Text {...tag('P')} style={type.note}>
        {label}
      </Text>
    </View>
  )
}

function Front({ questionnaire, levelId, t }: BlankQuestionnaireProps) {
  const levels = levelsOf(questionnaire, levelId)
  const only = levelId === null ? null : levels[0]
  const factors = levels.flatMap((level) => factorsOf(questionnaire, level))
  const questions = factors.flatMap((factor) => factor.questions)
  const keys = questions.filter(({ role }) => role === 'key').length
  const half = (page.width - 24) / 2
  return (
    <View {...tag('Sect')}>
      <View style={{ flexDirection: 'row', marginBottom: 14 }}>
        {levels.map(({ id }) => (
          <Drawing key={id} drawing={levelMark(id, 16)} style={{ marginRight: 4 }} />
        ))}
      </View>
      <Text {...tag('H1', { outline: questionnaire.title })} style={type.title}>
        {questionnaire.title}
      </Text>
      <Text {...tag('P')} style={[type.lead, { marginTop: 4 }]}>
        {questionnaire.subtitle}
      </Text>
      <Text {...tag('P')} style={[type.lead, { fontWeight: 400, color: neutral.quiet, marginTop: 2 }]}>
        {`${t('report.blank.kind')}: ${only ? t('report.blank.level', { short: only.short, name: only.name }) : t('report.blank.whole')}`}
      </Text>
      <View style={{ flexDirection: 'row', gap: 24, marginTop: 10 }}>
        <Blank label={t('report.blank.kommune')} width={half} />
        <Blank label={t('report.blank.quartier')} width={half} />
      </View>
      <View style={{ flexDirection: 'row', gap: 24 }}>
        <Blank label={t('report.blank.filledBy')} width={half} />
        <Blank label={t('report.blank.date')} width={half} />
      </View>
      <View style={{ marginTop: 14 }}>
        <Heading level={2}>{t('report.blank.how')}</Heading>
        <BulletList
          items={[
            t('report.blank.steps.choose'),
            t('report.blank.steps.period'),
            t('report.blank.steps.unknown'),
            t('report.blank.steps.function'),
            t('report.blank.steps.transfer'),
          ]}
        />
        <Paragraph style={{ marginTop: 8 }}>
          {t('report.blank.scope', { count: questions.length, factors: factors.length, keys })}
        </Paragraph>
      </View>
    </View>
  )
}

function FactorQuestions({ factor, numbers, t }: { factor: Factor; numbers: ReadonlyMap<string, number>; t: Translate }) {
  return (
    <Fragment>
      <View
        wrap={false}
        minPresenceAhead={60}
        style={{ marginTop: 16, paddingTop: 6, borderTopWidth: 1.5, borderTopColor: levelLooks[factor.level].colour }}
      >
        <Text {...tag('H2', { outline: factor.name })} style={type.h2}>
          {factor.name}
        </Text>
        <Paragraph style={{ marginBottom: 0 }}>{factor.why}</Paragraph>
        {factor.subject === 'quartier' && <Note>{t('report.blank.perQuartier')}</Note>}
        {factor.appliesWhen && <Note>{t('report.blank.only', { reason: factor.appliesWhen.reason })}</Note>}
      </View>
      {factor.questions.map((question) => (
        <BlankQuestion
          key={question.id}
          question={question}
          office={factor.office}
          number={numbers.get(question.id) ?? 0}
          t={t}
        />
      ))}
    </Fragment>
  )
}

/** The questionnaire on paper: how to fill it in, then each level on pages of its own. */
export function BlankQuestionnaire({ questionnaire, levelId, t }: BlankQuestionnaireProps) {
  const numbers = questionNumbers(questionnaire)
  const flow = { size: 'A4', style: pageStyle, experimentalPagination: true } as const
  return (
    <Document>
      <Page {...flow}>
        <Front questionnaire={questionnaire} levelId={levelId} t={t} />
      </Page>
      {levelsOf(questionnaire, levelId).map((level) => (
        <Page key={level.id} {...flow}>
          <View {...tag('Sect')}>
            <LevelName levelId={level.id} role="H1" outline={level.short} size={17} style={type.h1}>
              {t('report.blank.level', { short: level.short, name: level.name })}
            </LevelName>
            <Paragraph style={{ marginTop: 6 }}>{level.description}</Paragraph>
            {factorsOf(questionnaire, level).map((factor) => (
              <FactorQuestions key={factor.id} factor={factor} numbers={numbers} t={t} />
            ))}
          </View>
        </Page>
      ))}
    </Document>
  )
}
