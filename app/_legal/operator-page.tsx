import { Markdown } from '@/app/_components/markdown'
import { More } from '@/app/_components/more'
import { TitledTexts } from '@/app/_components/titled-texts'
import { t } from '@/app/_lib/text'
import { settings } from '@/lib/env'
import { operatorTextFile, readOperatorText, type OperatorTextName } from '@/lib/operator-texts'

interface OperatorPageProps {
  name: OperatorTextName
  title: string
  /** Said while the text is unset. */
  unset: string
  factsHeading: string
  /** What is true of the software, whoever runs it. */
  facts: readonly { readonly title: string; readonly text: string }[]
}

/** While the operator has not stored the text: says so plainly, and to the operator how to do it. */
function Unset({ name, unset }: { name: OperatorTextName; unset: string }) {
  const { operatorName } = settings()
  return (
    <div className="dec-notice dec-space-3 dec-flow">
      <p className="kern-body">
        {unset} {operatorName && t('legal.unset.operator', { operator: operatorName })}
      </p>
      <More summary={t('legal.unset.howTo')} small>
        <p className="kern-body kern-body--small">{t('legal.unset.howToText', { file: operatorTextFile(name) })}</p>
      </More>
    </div>
  )
}

/** One of the operator's own texts, and what is true of the software. */
export function OperatorPage({ name, title, unset, factsHeading, facts }: OperatorPageProps) {
  const text = readOperatorText(name)
  return (
    <div className="dec-column">
      <h1 className="kern-heading-large">{title}</h1>
      {text === null ? (
        <>
          <Unset name={name} unset={unset} />
          <section className="dec-section dec-section--near" aria-labelledby="software">
            <h2 className="kern-heading-medium" id="software">
              {factsHeading}
            </h2>
            <TitledTexts texts={facts} />
          </section>
        </>
      ) : (
        <>
          <Markdown text={text} lineBreaks />
          <div className="dec-section dec-section--near">
            <More summary={factsHeading}>
              <TitledTexts texts={facts} level={2} />
            </More>
          </div>
        </>
      )}
    </div>
  )
}
