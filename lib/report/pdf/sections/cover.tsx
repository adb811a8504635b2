import { Image, Text, View } from '@react-pdf/renderer'
import { levelMark } from '../../../charts/level-mark'
import { neutral } from '../../../charts/palette'
import { Drawing } from '../components/drawing'
import { FactList } from '../components/list'
import { Note } from '../components/prose'
import { page, topline, type } from '../style'
import { tag } from '../tagging/tag'
import type { SectionProps } from './section'

export interface CoverProps extends SectionProps {
  /** PNG bytes, checked when they were stored. */
  readonly coatOfArms: Uint8Array | null
}

const armsSize = 84

function Arms({ png, alt }: { png: Uint8Array; alt: string }) {
  const source = { data: Buffer.from(png), format: 'png' as const }
  return (
    <Image
      {...tag('Figure', { alt })}
      src={source}
      style={{ width: armsSize, height: armsSize, objectFit: 'contain', objectPosition: 'left' }}
    />
  )
}

function Brand({ view }: { view: SectionProps['view'] }) {
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center' }}>
      {view.levels.map(({ id }) => (
        <Drawing key={id} drawing={levelMark(id, 16)} style={{ marginRight: 4 }} />
      ))}
      <Text {...tag('P')} style={{ ...type.h2, marginLeft: 6 }}>
        {view.meta.product}
      </Text>
    </View>
  )
}

/** The first page: whose report it is, of when, and who answered. */
export function Cover({ view, t, coatOfArms }: CoverProps) {
  const { meta } = view
  const answeredBy = meta.answeredBy.length > 0 ? meta.answeredBy.join(', ') : t('report.pdf.cover.nobody')
  return (
    <View {...tag('Sect')}>
      <Brand view={view} />
      <View style={{ height: coatOfArms ? 96 : 170 }} />
      {coatOfArms && <Arms png={coatOfArms} alt={t('report.pdf.cover.coatOfArms', { kommune: meta.kommune })} />}
      <Text {...tag('P')} style={{ ...type.lead, fontWeight: 400, color: neutral.quiet, marginTop: 22 }}>
        {t('report.pdf.cover.kind')}
      </Text>
      <Text {...tag('H1', { outline: meta.kommune })} style={{ ...type.title, fontSize: 32, marginTop: 6, maxWidth: page.width }}>
        {meta.kommune}
      </Text>
      <Text {...tag('P')} style={{ ...type.lead, marginTop: 8, marginBottom: 34 }}>
        {meta.quartier === '' ? t('report.pdf.cover.noQuartier') : t('report.pdf.cover.quartier', { quartier: meta.quartier })}
      </Text>
      <View style={[topline, { paddingTop: 14 }]}>
        <FactList
          width={page.width}
          facts={[
            { label: t('report.pdf.cover.date'), value: meta.dateText },
            { label: t('report.pdf.cover.status'), value: meta.statusText },
            { label: t('report.pdf.cover.edition'), value: meta.editionText },
            {
              label: t('report.pdf.cover.scope'),
              value: t('report.pdf.cover.scopeValue', { mode: meta.modeText, answered: meta.answeredText }),
            },
            { label: t('report.pdf.cover.answeredBy'), value: answeredBy },
          ]}
        />
        <Note style={{ marginTop: 14 }}>{t(`report.pdf.cover.note.${view.edition}`)}</Note>
      </View>
    </View>
  )
}
