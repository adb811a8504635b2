import { LadderChart } from '@/app/_charts/ladder-chart'
import { LevelName } from '@/app/_components/level-mark'
import { TextLink } from '@/app/_components/text-link'
import { t } from '@/app/_lib/text'
import type { ReportViewModel } from '@/lib/report/types'

/** The fictional town's result in short, drawn from the same data as the whole example. */
export function SamplePreview({ report }: { report: ReportViewModel }) {
  return (
    <figure className="dec-preview">
      <figcaption className="kern-preline kern-preline--small">{t('start.preview.caption')}</figcaption>
      <p className="kern-title">{report.headline}</p>
      <div className="dec-preview__columns">
        {report.levels.map(({ id, short, ladder, stageText }) => (
          <div key={id}>
            <p className="kern-body kern-body--small">
              <LevelName level={id} small>
                {short}
              </LevelName>
            </p>
            <LadderChart ladder={ladder} level={id} compact />
            <p className="kern-body kern-body--small kern-body--bold">{stageText}</p>
          </div>
        ))}
      </div>
      <p className="kern-body kern-body--small dec-space-2">
        <TextLink href="/beispiel" inline>
          {t('start.preview.link')}
        </TextLink>
      </p>
    </figure>
  )
}
