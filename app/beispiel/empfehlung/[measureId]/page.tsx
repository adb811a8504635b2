import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { sampleReport } from '@/app/_lib/sample-report'
import { showNotFound } from '@/app/_lib/show-not-found'
import { t } from '@/app/_lib/text'
import { MeasureDetails } from '@/app/_result/measure-details'
import { currentTime } from '@/lib/clock'

interface Props {
  params: Promise<{ measureId: string }>
}

async function readMeasure(params: Props['params']) {
  const { measureId } = await params
  const { firstMeasures, otherMeasures } = sampleReport(currentTime())
  const all = [...firstMeasures, ...otherMeasures.flatMap(({ measures }) => measures)]
  return all.find(({ id }) => id === measureId) ?? showNotFound()
}

export async function generateMetadata({ params }: Props) {
  return pageMetadata((await readMeasure(params)).title)
}

export default async function ExampleMeasurePage({ params }: Props) {
  const measure = await readMeasure(params)
  return (
    <>
      <div className="dec-notice">
        <p className="kern-body dec-text">{t('result.example.invented')}</p>
      </div>
      <MeasureDetails measure={measure} />
      <p className="dec-space-4 dec-no-print">
        <TextLink href={`/beispiel#massnahme-${measure.id}`}>{t('result.example.back')}</TextLink>
      </p>
    </>
  )
}
