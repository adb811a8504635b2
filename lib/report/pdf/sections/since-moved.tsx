import { Text, View } from '@react-pdf/renderer'
import { changeTrack } from '../../../charts/change-track'
import { levelMark } from '../../../charts/level-mark'
import { neutral } from '../../../charts/palette'
import type { SinceLevelView, SinceMoverView } from '../../since-types'
import { Drawing } from '../components/drawing'
import { Heading } from '../components/heading'
import { LevelName } from '../components/level-name'
import { BulletList, FactList, type Fact } from '../components/list'
import { Note, Paragraph, Paragraphs } from '../components/prose'
import { Table } from '../components/table'
import { page, type } from '../style'
import { tag } from '../tagging/tag'
import { keepTogether } from '../text/keep-together'
import { anchors, type SinceProps } from './section'

const trackSize = { width: 132, height: 13, gap: 1.5, mark: 9 }
/** Closer than this, in stages, the two marks of a track would cover each other. */
const oneMark = 0.2
const parts = ['practice', 'known', 'content'] as const
const indent = 17

/** What to keep in mind before anything that follows. */
function Cautions({ since, t }: SinceProps) {
  if (since.cautions.length === 0) return null
  return (
    <View
      wrap={!keepTogether(70, ...since.cautions)}
      style={{ backgroundColor: neutral.ground, padding: 9, marginTop: 4, marginBottom: 4 }}
    >
      <Text {...tag('P')} minPresenceAhead={1} style={[type.cell, { fontWeight: 600, marginBottom: 2 }]}>
        {t('since.moved.cautions')}
      </Text>
      <BulletList small items={since.cautions} />
    </View>
  )
}

/** A level whose marks would cover each other stands at one place. */
function shown(level: SinceLevelView): SinceLevelView {
  const { before, after } = level
  const near = before.position !== null && after.position !== null && Math.abs(before.position - after.position) < oneMark
  return near ? { ...level, before: { ...before, position: after.position } } : level
}

/** Stage before and after: a track of five stages, and in words. */
function Stages({ level }: { level: SinceLevelView }) {
  return (
    <View>
      <Drawing drawing={changeTrack(shown(level), level.id, trackSize)} alt={level.alt} />
      <Text {...tag('P')} style={[type.cell, { fontWeight: 500 }]}>
        {level.after.stageText}
      </Text>
      <Text {...tag('P')} style={type.note}>
        {level.beforeText}
      </Text>
    </View>
  )
}

/** Never longer than half a page: only names of rounds are the town's own. */
function Levels({ since, t }: SinceProps) {
  return (
    <View wrap={!keepTogether(60, since.beforeLabel, since.afterLabel)}>
      <Heading level={3}>{t('since.moved.levels')}</Heading>
      <Paragraph leads>{t('since.moved.partsIntro')}</Paragraph>
      <BulletList small items={parts.map((part) => t(`progress.page.key.${part}`))} />
      <View style={{ marginTop: 8 }}>
        <Table
          columns={[
            { title: t('result.table.level'), width: 110 },
            { title: t('since.moved.stages'), width: 150 },
            { title: t('since.moved.split'), width: page.width - 260 },
          ]}
          rows={since.levels.map((level) => ({
            key: level.id,
            cells: [
              <LevelName key="level" levelId={level.id} size={10} style={[type.cell, { fontWeight: 500 }]}>
                {level.short}
              </LevelName>,
              <Stages key="stages" level={level} />,
              level.sentence,
            ],
          }))}
        />
      </View>
      <Note style={{ marginTop: 5 }}>{t('since.moved.key', { before: since.beforeLabel, after: since.afterLabel })}</Note>
    </View>
  )
}

function factsOf(t: SinceProps['t'], answer: SinceMoverView['answers'][number]): Fact[] {
  const side = (label: string, text: string | null, comment: string): Fact[] => [
    { label, value: text ?? t('progress.factor.notAsked') },
    ...(comment === '' ? [] : [{ label: t('report.pdf.annex.comment'), value: comment }]),
  ]
  return [
    ...side(t('progress.part.before'), answer.before, answer.commentBefore),
    ...side(t('progress.part.after'), answer.after, answer.commentAfter),
  ]
}

/** One gain or loss, with the answers behind it. */
function Mover({ mover, t }: { mover: SinceMoverView; t: SinceProps['t'] }) {
  const { levelId, levelShort, sentence, answers, measures } = mover
  const texts = answers.flatMap((answer) => [answer.stem, ...factsOf(t, answer).map(({ value }) => value)])
  return (
    <View
      {...tag('LI')}
      wrap={!keepTogether(60, sentence, levelShort, ...texts, ...measures)}
      style={{ paddingLeft: indent, marginTop: 8 }}
    >
      <View style={{ position: 'absolute', left: 0, top: 2.5 }}>
        <Drawing drawing={levelMark(levelId, 10)} />
      </View>
      <View {...tag('LBody')}>
        <Text {...tag('P')} minPresenceAhead={30} style={[type.text, { fontWeight: 600 }]}>
          {sentence}
        </Text>
        <Text {...tag('P')} style={type.note}>
          {levelShort}
        </Text>
        {answers.map((answer) => (
          <View key={answer.questionId} style={{ marginTop: 3 }}>
            <Text {...tag('P')} minPresenceAhead={1} style={[type.cell, { fontWeight: 500 }]}>
              {answer.stem}
            </Text>
            <FactList small labels={62} width={page.width - indent} facts={factsOf(t, answer)} />
          </View>
        ))}
        {measures.length > 0 && (
          <Text {...tag('P')} style={[type.cell, { marginTop: 3 }]}>
            {t('progress.page.doneFor', { measures: measures.join('; ') })}
          </Text>
        )}
      </View>
    </View>
  )
}

interface MoversProps {
  readonly heading: string
  readonly none: string
  readonly movers: readonly SinceMoverView[]
  readonly t: SinceProps['t']
}

function Movers({ heading, none, movers, t }: MoversProps) {
  return (
    <>
      <Heading level={3} keep={70}>
        {heading}
      </Heading>
      {movers.length === 0 ? (
        <Paragraph>{none}</Paragraph>
      ) : (
        <View {...tag('L')}>
          {movers.map((mover) => (
            <Mover key={mover.factorId} mover={mover} t={t} />
          ))}
        </View>
      )}
    </>
  )
}

/** „Was hat sich bewegt?“: the levels, then the largest gains and losses, then what has other reasons. */
export function SinceMoved({ since, t }: SinceProps) {
  return (
    <>
      <Heading level={2} anchor={anchors.moved}>
        {t('since.moved.heading')}
      </Heading>
      <Paragraph>{since.lead}</Paragraph>
      <Cautions since={since} t={t} />
      <Levels since={since} t={t} />
      <Movers heading={t('progress.page.gains')} none={t('since.moved.noGains')} movers={since.gains} t={t} />
      <Movers heading={t('progress.page.losses')} none={t('since.moved.noLosses')} movers={since.losses} t={t} />
      {since.otherReasons.length > 0 && (
        <>
          <Heading level={3} keep={15}>
            {t('progress.page.otherReasons')}
          </Heading>
          <Paragraphs texts={since.otherReasons} />
        </>
      )}
    </>
  )
}
