import { PartsChart, PartsKey } from '@/app/_charts/change-charts'
import { SlopeChart } from '@/app/_charts/course-charts'
import { LevelMark } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import { DataTable } from '@/app/_result/data-table'
import { partsScale } from '@/lib/charts/change-parts'
import type { LevelChangeView, ProgressView } from '@/lib/report/progress-types'
import { SplitTable } from './split-details'

interface LevelCardProps {
  level: LevelChangeView
  rounds: readonly [string, string]
  scale: number
}

function LevelCard({ level, rounds, scale }: LevelCardProps) {
  const { id, name, short, before, after, comparable, direction, sentences, split, alt } = level
  const points = [
    { ...before, joined: false },
    { ...after, joined: comparable },
  ]
  return (
    <article className="dec-change" aria-labelledby={`ebene-${id}`}>
      <header className="dec-level__head">
        <LevelMark level={id} />
        <h3 className="kern-title" id={`ebene-${id}`}>
          {short}
        </h3>
        <p className="kern-body kern-body--small dec-quiet">{name}</p>
      </header>
      <p className="dec-change__stage">
        <span className="kern-heading-large">{after.stageText}</span>{' '}
        <span className="kern-body dec-quiet">
          {direction === 'same' ? t('progress.page.asBefore') : t('progress.page.wasBefore', { stage: before.stageText })}
        </span>
      </p>
      <SlopeChart points={points} level={id} names={rounds} alt={alt} />
      <div>{split && <PartsChart split={split} level={id} scale={scale} />}</div>
      <div className="dec-tight">
        {sentences.map((sentence) => (
          <p key={sentence} className="kern-body kern-body--small dec-text">
            {sentence}
          </p>
        ))}
      </div>
      {split && (
        <More
          summary={
            <>
              {t('progress.page.split.summary')} <span className="kern-sr-only">{short}</span>
            </>
          }
        >
          <SplitTable name={short} split={split} />
        </More>
      )}
    </article>
  )
}

/** The three levels in two rounds, side by side. */
export function LevelChanges({ view }: { view: ProgressView }) {
  const { levels, before, after } = view
  const scale = partsScale(levels.map(({ split }) => split))
  return (
    <>
      <p className="kern-body dec-text">{t('progress.page.levelsIntro')}</p>
      {levels.some(({ split }) => split) && (
        <>
          <p className="kern-body dec-text dec-space-2">{t('progress.page.partsIntro')}</p>
          <PartsKey />
        </>
      )}
      <div className="dec-changes">
        {levels.map((level) => (
          <LevelCard key={level.id} level={level} rounds={[before.label, after.label]} scale={scale} />
        ))}
      </div>
      <div className="dec-space-2">
        <More summary={t('result.table.summary')} small>
          <DataTable
            caption={t('result.levels.heading')}
            head={[t('result.table.level'), before.label, after.label, t('progress.page.comparable')]}
            rows={levels.map((level) => [
              level.short,
              t('progress.page.standing', { stage: level.before.stageText, answered: level.answered.before }),
              t('progress.page.standing', { stage: level.after.stageText, answered: level.answered.after }),
              level.shareText,
            ])}
          />
        </More>
      </div>
    </>
  )
}
