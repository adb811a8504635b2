import { More } from '@/app/_components/more'
import { t } from '@/app/_lib/text'
import type { MigrationGroupView, MigrationQuestionView, MigrationTarget, MigrationView } from '@/lib/report/migration-view'

function Entries({ question, target }: { question: MigrationQuestionView; target: MigrationTarget }) {
  if (question.entries.length === 0) return <p className="kern-body dec-quiet">{t('migration.entry.nothing')}</p>
  return question.entries.map(({ subject, label, before, becomes, comment, clarifyWith, noteText }) => (
    <dl key={subject} className="dec-pairs">
      {[
        [label, before],
        ...(comment ? [[t('migration.entry.comment'), comment]] : []),
        ...(clarifyWith ? [[t('migration.entry.clarifyWith'), clarifyWith]] : []),
        [t('migration.entry.becomes', { target }), [becomes, noteText].filter(Boolean).join(' ')],
      ].map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className="dec-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  ))
}

function Question({ question, target }: { question: MigrationQuestionView; target: MigrationTarget }) {
  const { factorText, stem, earlierStem } = question
  return (
    <li className="dec-move-question">
      <div className="dec-tight">
        <p className="kern-body kern-body--small dec-quiet">{factorText}</p>
        <h3 className="kern-title kern-title--small">{stem}</h3>
        {earlierStem && (
          <p className="kern-body kern-body--small">
            {t('migration.entry.earlierStem')}: {earlierStem}
          </p>
        )}
      </div>
      <div className="dec-flow">
        <Entries question={question} target={target} />
      </div>
    </li>
  )
}

/** What stays the same is the longest part and the least news: it is folded. */
function Group({ group, target }: { group: MigrationGroupView; target: MigrationTarget }) {
  const list = (
    <ul className="dec-move-questions">
      {group.questions.map((question) => (
        <Question key={question.questionId} question={question} target={target} />
      ))}
    </ul>
  )
  return (
    <section className="dec-section dec-section--near" aria-labelledby={`gruppe-${group.fate}`}>
      <h2 className="kern-heading-medium" id={`gruppe-${group.fate}`}>
        {group.heading}
      </h2>
      <p className="kern-body dec-text">{group.text}</p>
      {group.fate === 'kept' ? <More summary={t('rounds.move.show')}>{list}</More> : list}
    </section>
  )
}

/** What becomes of each answer under the new version. Nothing is changed by looking at it. */
export function MigrationPreview({ preview, target }: { preview: MigrationView; target: MigrationTarget }) {
  const { summary, groups, around, aroundText, instrument } = preview
  return (
    <>
      <section className="dec-notice dec-space-3" aria-labelledby="blick">
        <h2 className="kern-title" id="blick">
          {t('migration.summary.heading')}
        </h2>
        <ul className="kern-body dec-bullets">
          {summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {groups.map((group) => (
        <Group key={group.fate} group={group} target={target} />
      ))}
      <section className="dec-section dec-section--near" aria-labelledby="sonst">
        <h2 className="kern-heading-medium" id="sonst">
          {t('migration.around.heading')}
        </h2>
        {aroundText && <p className="kern-body dec-text">{aroundText}</p>}
        {around.map(({ heading, items }) => (
          <div key={heading} className="dec-space-2">
            <h3 className="kern-title kern-title--small">{heading}</h3>
            <ul className="kern-body dec-bullets dec-text">
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      {instrument.length > 0 && (
        <section className="dec-section dec-section--near" aria-labelledby="fragebogen">
          <h2 className="kern-heading-medium" id="fragebogen">
            {t('migration.instrument.heading')}
          </h2>
          <ul className="kern-body dec-bullets dec-text">
            {instrument.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
