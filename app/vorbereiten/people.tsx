import { LevelName } from '@/app/_components/level-mark'
import { t } from '@/app/_lib/text'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { joinWords } from '@/lib/report/format'

/** Whom to invite: per level the offices that usually know, as the factors name them („A, B oder C“), each once. */
export function People({ questionnaire }: { questionnaire: Questionnaire }) {
  return (
    <section className="dec-section dec-section--near dec-flow" aria-labelledby="wen">
      <h2 className="kern-heading-medium" id="wen">
        {t('handover.prepare.people.heading')}
      </h2>
      <p className="kern-body dec-text">{t('handover.prepare.people.text')}</p>
      {questionnaire.levels.map(({ id, short }) => {
        const offices = new Set((questionnaire.factorsOfLevel.get(id) ?? []).flatMap(({ office }) => office.split(/, | oder /)))
        return (
          <div key={id}>
            <h3 className="kern-title">
              <LevelName level={id}>{short}</LevelName>
            </h3>
            <p className="kern-body dec-text">{t('handover.prepare.people.offices', { offices: joinWords([...offices]) })}</p>
          </div>
        )
      })}
      <p className="kern-body dec-text">{t('handover.prepare.people.quartier')}</p>
    </section>
  )
}
