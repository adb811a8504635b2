import { Text, View } from '@react-pdf/renderer'
import { Fragment } from 'react'
import type { Explanation } from '../../balance-types'
import { Heading } from '../components/heading'
import { BulletList } from '../components/list'
import { Note, Paragraph, Paragraphs } from '../components/prose'
import { Table } from '../components/table'
import { page, textWidth, type } from '../style'
import { tag } from '../tagging/tag'
import { keepTogether } from '../text/keep-together'
import { anchors, type SectionProps } from './section'

/** „Warum?“ of a level or the balance, in full (R6). */
function Why({ title, explanation, t }: { title: string; explanation: Explanation; t: SectionProps['t'] }) {
  const { summary, figures, cap, leftOut, next } = explanation
  const remarks = [
    ...figures,
    ...(leftOut.length > 0 ? [t('report.pdf.annex.leftOut', { parts: leftOut.join('; ') })] : []),
    ...(cap ? [cap] : []),
    ...(next ? [next] : []),
  ]
  return (
    <>
      <Heading level={3}>{title}</Heading>
      <Paragraph leads style={{ ...type.cell, maxWidth: page.width }}>
        {summary}
      </Paragraph>
      {explanation.rows.length > 0 && (
        <Table
          strong={false}
          dense
          columns={[
            { title: t('report.pdf.annex.row.label'), width: 236 },
            { title: t('report.pdf.annex.row.value'), width: 72 },
            { title: t('report.pdf.annex.row.weight'), width: page.width - 308 },
          ]}
          rows={explanation.rows.map(({ label, value, weight }) => ({ key: label, cells: [label, value, weight] }))}
        />
      )}
      {remarks.length > 0 && (
        <View style={{ marginTop: 5 }}>
          <BulletList small items={remarks} width={page.width} />
        </View>
      )}
    </>
  )
}

/** „Anhang 1: Methode“: the rules in words, and what each stage rests on. */
export function Method({ view, t }: SectionProps) {
  return (
    <View {...tag('Sect')} style={{ marginTop: 24 }}>
      <Heading level={1} anchor={anchors.method} keep={120}>
        {t('report.pdf.annex.method')}
      </Heading>
      {view.annex.method.map(({ heading, paragraphs }) => (
        <Fragment key={heading}>
          <Heading level={2} small outline={false}>
            {heading}
          </Heading>
          <Paragraphs small texts={paragraphs} />
        </Fragment>
      ))}
      <Heading level={2} anchor={anchors.values} keep={60}>
        {t('report.pdf.annex.values')}
      </Heading>
      <Paragraph style={type.cell}>{t('report.pdf.annex.valuesIntro')}</Paragraph>
      {view.levels.map(({ id, short, explanation }) => (
        <Why
          key={id}
          title={t('report.pdf.annex.levelTitle', { level: short, title: explanation.title })}
          explanation={explanation}
          t={t}
        />
      ))}
      <Why
        title={t('report.pdf.annex.levelTitle', {
          level: t('report.pdf.governance.balance'),
          title: view.balance.explanation.title,
        })}
        explanation={view.balance.explanation}
        t={t}
      />
    </View>
  )
}

/** „Anhang 3: Quellen“, with the statement whose product this is. */
export function Sources({ view, t }: SectionProps) {
  return (
    <View {...tag('Sect')} wrap={!keepTogether(60, ...view.annex.sources)} style={{ marginTop: 20 }}>
      <Heading level={1} anchor={anchors.sources}>
        {t('report.pdf.annex.sources')}
      </Heading>
      <View style={{ maxWidth: textWidth }}>
        {view.annex.sources.map((source, index) => (
          <Text key={index} {...tag('P')} style={[type.cell, { marginBottom: 4 }]}>
            {source}
          </Text>
        ))}
      </View>
      <Note style={{ marginTop: 4 }}>{view.meta.footerText}</Note>
    </View>
  )
}
