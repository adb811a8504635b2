import { Button } from '@/app/_components/button'
import { TextLink } from '@/app/_components/text-link'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { t } from '@/app/_lib/text'
import { timeFacts } from '@/app/_start/time-facts'
import { questionnaireOf } from '@/lib/assessments/content'
import type { Questionnaire } from '@/lib/questionnaire/questionnaire'
import { People } from './people'

export const metadata = pageMetadata(t('handover.prepare.title'))

const papers = ['minutes', 'mandates', 'budget', 'concepts', 'local'] as const
const steps = ['quartier', 'send', 'round', 'differ', 'unknown', 'persons', 'result'] as const

function BlankQuestionnaire({ questionnaire }: { questionnaire: Questionnaire }) {
  const { levels, factorsOfLevel, questionById } = questionnaire
  const countOf = (id: (typeof levels)[number]['id']) =>
    (factorsOfLevel.get(id) ?? []).reduce((sum, { questions }) => sum + questions.length, 0)
  return (
    <section className="dec-section dec-section--near" aria-labelledby="fragebogen">
      <h2 className="kern-heading-medium" id="fragebogen">
        {t('handover.prepare.blank.heading')}
      </h2>
      <p className="kern-body dec-text">{t('handover.prepare.blank.text')}</p>
      <ul className="dec-aside-list dec-space-1">
        <li>
          <TextLink href="/api/questionnaire">{t('handover.prepare.blank.all', { count: questionById.size })}</TextLink>
        </li>
        {levels.map(({ id, short }) => (
          <li key={id}>
            <TextLink href={`/api/questionnaire?ebene=${id}`}>
              {t('handover.prepare.blank.level', { level: short, count: countOf(id) })}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Time({ questionnaire }: { questionnaire: Questionnaire }) {
  const { full, fullMinutes, sittings, quick, quickMinutes } = timeFacts(questionnaire)
  return (
    <section className="dec-section dec-section--near dec-flow" aria-labelledby="zeit">
      <h2 className="kern-heading-medium" id="zeit">
        {t('handover.prepare.time.heading')}
      </h2>
      <p className="kern-body dec-text">{t('handover.prepare.time.full', { count: full, minutes: fullMinutes, sittings })}</p>
      <p className="kern-body dec-text">{t('handover.prepare.time.quick', { count: quick, minutes: quickMinutes })}</p>
      <p className="kern-body dec-text">{t('handover.prepare.time.honest')}</p>
    </section>
  )
}

function Papers() {
  return (
    <section className="dec-section dec-section--near dec-flow" aria-labelledby="unterlagen">
      <h2 className="kern-heading-medium" id="unterlagen">
        {t('handover.prepare.papers.heading')}
      </h2>
      <p className="kern-body dec-text">{t('handover.prepare.papers.text')}</p>
      <ul className="dec-bullets dec-text">
        {papers.map((part) => (
          <li key={part} className="kern-body">
            {t(`handover.prepare.papers.${part}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Session() {
  return (
    <section className="dec-section dec-section--near dec-flow" aria-labelledby="runde">
      <h2 className="kern-heading-medium" id="runde">
        {t('handover.prepare.session.heading')}
      </h2>
      <ol className="dec-bullets dec-text">
        {steps.map((step) => (
          <li key={step} className="kern-body">
            {t(`handover.prepare.session.steps.${step}`)}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Begin() {
  return (
    <section className="dec-section dec-section--near dec-no-print" aria-labelledby="beginnen">
      <h2 className="kern-heading-medium" id="beginnen">
        {t('handover.prepare.begin.heading')}
      </h2>
      <p className="kern-body dec-text">{t('handover.prepare.begin.text')}</p>
      <form className="dec-actions dec-space-2" method="post" action="/api/assessments">
        <Button name="mode" value="voll">
          {t('handover.prepare.begin.full')}
        </Button>
        <Button look="secondary" name="mode" value="schnell">
          {t('handover.prepare.begin.quick')}
        </Button>
      </form>
    </section>
  )
}

export default function PreparePage() {
  const questionnaire = questionnaireOf()
  return (
    <div className="dec-column">
      <h1 className="kern-heading-large">{t('handover.prepare.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('handover.prepare.lead')}</p>
      <BlankQuestionnaire questionnaire={questionnaire} />
      <Time questionnaire={questionnaire} />
      <People questionnaire={questionnaire} />
      <Papers />
      <Session />
      <Begin />
    </div>
  )
}
