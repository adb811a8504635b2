import { Text, View } from '@react-pdf/renderer'
import { Heading } from '../components/heading'
import { BulletList } from '../components/list'
import { Paragraphs } from '../components/prose'
import { Table } from '../components/table'
import { page, textWidth, type } from '../style'
import { tag } from '../tagging/tag'
import { keepTogether } from '../text/keep-together'
import { anchors, type SectionProps } from './section'

/** More of them are set smaller, so that both chapters together stay within two pages whatever the profile says. */
const manyChallenges = 5
const manyItems = 9

/** „Ausgangslage“: what the profile says, with year and source, and the chosen challenges. */
export function Situation({ view, t }: SectionProps) {
  const { paragraphs, figures, challenges } = view.situation
  const many = challenges.length > manyChallenges
  const look = many ? type.cell : type.text
  return (
    <View {...tag('Sect')}>
      <Heading level={1} anchor={anchors.situation}>
        {t('report.pdf.situation.heading')}
      </Heading>
      <Paragraphs texts={paragraphs} />
      {figures.length > 0 && (
        <>
          <Heading level={2}>{t('report.pdf.situation.figures')}</Heading>
          <Table
            dense
            columns={[
              { title: t('report.pdf.situation.figure.label'), width: 170 },
              { title: t('report.pdf.situation.figure.value'), width: 140 },
              { title: t('report.pdf.situation.figure.source'), width: page.width - 310 },
            ]}
            rows={figures.map(({ label, value, source }) => ({ key: label, cells: [label, value, source] }))}
          />
        </>
      )}
      {challenges.length > 0 && (
        <>
          <Heading level={2}>{t('report.pdf.situation.challenges')}</Heading>
          <View {...tag('L')} style={{ maxWidth: many ? page.width : textWidth }}>
            {challenges.map(({ name, explanation }) => (
              <View key={name} {...tag('LI')} wrap={!keepTogether(60, name, explanation)} style={{ marginTop: many ? 3 : 5 }}>
                <Text {...tag('Lbl')} style={[look, { fontWeight: 600 }]}>
                  {name}
                </Text>
                <Text {...tag('LBody')} style={look}>
                  {explanation}
                </Text>
              </View>
            ))}
          </View>
        </>
      )}
    </View>
  )
}

/** „Strategien und Konzepte“: concepts and bodies as stated in the profile. */
export function Strategies({ view, t }: SectionProps) {
  const { paragraphs, concepts, bodies } = view.strategies
  const small = concepts.length + bodies.length > manyItems
  return (
    <View {...tag('Sect')} style={{ marginTop: 26 }}>
      <Heading level={1} anchor={anchors.strategies}>
        {t('report.pdf.strategies.heading')}
      </Heading>
      <Paragraphs texts={paragraphs} />
      {concepts.length > 0 && (
        <>
          <Heading level={2}>{t('report.pdf.strategies.concepts')}</Heading>
          <BulletList small={small} items={concepts} />
        </>
      )}
      {bodies.length > 0 && (
        <>
          <Heading level={2}>{t('report.pdf.strategies.bodies')}</Heading>
          <BulletList small={small} items={bodies} />
        </>
      )}
    </View>
  )
}
