import { ChartKey } from '@/app/_charts/chart-key'
import { LadderWithWords } from '@/app/_charts/ladder-with-words'
import { cappedStage, possibleStage } from '@/app/_charts/stages'
import { LevelMark } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { LevelView } from '@/lib/report/types'
import { DataTable } from './data-table'
import { ExplanationBody } from './explanation'

/** Keeps the two words of a stage on one line: „…, am Anfang“. */
const withUnbrokenStage = (text: string) => text.replace(/, (\S+) (\S+)$/, ', $1\u00a0$2')

function LevelCard({ level }: { level: LevelView }) {
  const { id, name, short, stage, stageText, provisional, ladder, answeredText, weakestText, capText, explanation } = level
  const headingId = `ebene-${id}`
  const noWeakest = t(stage ? 'result.level.weakestNone' : 'result.level.weakestUnknown')
  const pairs = [
    [t('result.level.answered'), answeredText],
    [t('result.level.weakest'), weakestText ? withUnbrokenStage(weakestText) : noWeakest],
    [t('result.level.cap'), capText],
  ] as const
  return (
    <article className="dec-level" aria-labelledby={headingId}>
      <header className="dec-level__head">
        <LevelMark level={id} />
        <h3 className="kern-title" id={headingId}>
          {short}
        </h3>
        <p className="kern-body kern-body--small dec-quiet">{name}</p>
      </header>
      <p className="dec-stage">
        <span className="kern-heading-large">{stageText}</span>
        {provisional && <span className="dec-tag">{t('common.provisional')}</span>}
      </p>
      <LadderWithWords ladder={ladder} level={id} />
      <dl className="dec-pairs">
        {pairs.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <More
        summary={
          <>
            {explanation.title} <span className="kern-sr-only">{short}</span>
          </>
        }
      >
        <ExplanationBody explanation={explanation} />
      </More>
    </article>
  )
}

/** Three levels side by side, none before the others (R5: stages, no total). */
export function LevelCards({ levels }: { levels: readonly LevelView[] }) {
  const head = [
    t('result.table.level'),
    t('result.table.stage'),
    t('result.table.possible'),
    t('result.table.capped'),
    t('result.level.answered'),
  ]
  return (
    <>
      <p className="kern-body dec-text">{t('result.levels.intro')}</p>
      <div className="dec-levels">
        {levels.map((level) => (
          <LevelCard key={level.id} level={level} />
        ))}
      </div>
      <ChartKey ladders={levels.map(({ ladder }) => ladder)} />
      <More summary={t('result.table.summary')} small>
        <DataTable
          caption={t('result.levels.heading')}
          head={head}
          rows={levels.map(({ short, stageText, provisional, ladder, answeredText }) => [
            short,
            provisional ? t('result.table.provisional', { stage: stageText }) : stageText,
            possibleStage(ladder) ?? '–',
            cappedStage(ladder) ?? '–',
            answeredText,
          ])}
        />
      </More>
    </>
  )
}
