import { LevelName } from '@/app/_components/level-mark'
import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import type { Factor } from '@/lib/questionnaire/schema'
import { chapterList } from '@/lib/report/format'

function FactorEntry({ factor }: { factor: Factor }) {
  const own = factor.questions.flatMap(({ id, ownSetting }) => (ownSetting ? [{ id, ownSetting }] : []))
  return (
    <li>
      <p className="kern-body">
        <strong>{factor.name}</strong>
        <span className="dec-sub">
          {[
            factor.foundation ? t('legal.method.foundation') : '',
            t('common.chapters', { chapters: chapterList(factor.chapters) }),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </p>
      {own.map(({ id, ownSetting }) => (
        <p key={id} className="kern-body kern-body--small dec-quiet">
          {t('question.ownSetting', { text: ownSetting })}
        </p>
      ))}
    </li>
  )
}

/** Per level: each factor's chapters, and what its questions add of our own. */
export function OwnSettings({ questionnaire }: { questionnaire: Questionnaire }) {
  return questionnaire.levels.map(({ id, short }) => {
    const factors = questionnaire.factorsOfLevel.get(id) ?? []
    return (
      <More
        key={id}
        summary={<LevelName level={id}>{t('legal.method.perLevel', { level: short, count: factors.length })}</LevelName>}
      >
        <ul className="dec-plain-list dec-text">
          {factors.map((factor) => (
            <FactorEntry key={factor.id} factor={factor} />
          ))}
        </ul>
      </More>
    )
  })
}
