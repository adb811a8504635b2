import { TextLink } from '@/app/_components/text-link'
import { TitledTexts } from '@/app/_components/titled-texts'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { t } from '@/app/_lib/text'
import { timeFacts } from '@/app/_start/time-facts'
import { questionnaireOf } from '@/lib/assessments/content'
import { retentionMonths } from '@/lib/assessments/retention'
import type { MessageKey } from '@/lib/i18n/translate'
import { Glossary } from './glossary'

export const metadata = pageMetadata(t('help.title'))

const groups = [
  { id: 'answer', answers: ['which', 'unknown', 'notApplicable', 'quartier', 'mode'] },
  { id: 'pause', answers: ['save', 'elsewhere', 'together', 'who', 'howLong'] },
  { id: 'result', answers: ['when', 'why', 'compare', 'editions', 'low'] },
  { id: 'trouble', answers: ['gone', 'notSaved', 'conflict', 'pdf', 'noScript', 'contact'] },
] as const

const anchor = { answer: 'antworten', pause: 'unterbrechen', result: 'ergebnis', trouble: 'probleme' } as const

export default function HelpPage() {
  const questionnaire = questionnaireOf()
  const values = { ...timeFacts(questionnaire), months: retentionMonths }
  return (
    <div className="dec-column">
      <h1 className="kern-heading-large">{t('help.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('help.lead')}</p>
      <nav className="dec-space-3" aria-label={t('page.toc')}>
        <ul className="dec-inline-list">
          {groups.map(({ id }) => (
            <li key={id}>
              <TextLink href={`#${anchor[id]}`}>{t(`help.groups.${id}`)}</TextLink>
            </li>
          ))}
          <li>
            <TextLink href="#begriffe">{t('help.glossary.heading')}</TextLink>
          </li>
        </ul>
      </nav>
      {groups.map(({ id, answers }) => (
        <section key={id} className="dec-section" id={anchor[id]} aria-labelledby={`${anchor[id]}-titel`}>
          <h2 className="kern-heading-medium" id={`${anchor[id]}-titel`}>
            {t(`help.groups.${id}`)}
          </h2>
          <TitledTexts
            texts={answers.map((answer) => ({
              title: t(`help.answers.${id}.${answer}.title` as MessageKey),
              text: t(`help.answers.${id}.${answer}.text` as MessageKey, values),
            }))}
          />
        </section>
      ))}
      <Glossary terms={questionnaire.glossary} />
    </div>
  )
}
