import { accountLabels, NewPersonFields } from '@/app/_accounts/new-person-fields'
import { Button } from '@/app/_components/button'
import { CodeFromAddress } from '@/app/_components/code-from-address'
import { PageErrors } from '@/app/_components/page-errors'
import { fieldIdOf, TextField } from '@/app/_components/text-field'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type PageProps } from '@/app/_lib/page-props'
import { readRejected } from '@/app/_lib/read-check'
import { refusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'

async function read({ searchParams }: PageProps) {
  const search = await searchParams
  return { rejected: await readRejected('set-up', queryValue(search, 'fehler') !== '') }
}

export async function generateMetadata(props: PageProps) {
  return pageMetadata(t('accounts.setUp.title'), { refused: (await read(props)).rejected !== null })
}

/** Where the link that the first start prints leads to. */
export default async function SetUpPage(props: PageProps) {
  const { rejected } = await read(props)
  const refused = refusedForm(rejected, accountLabels)
  return (
    <div className="dec-column">
      <PageErrors items={refused.summary} />
      <h1 className="kern-heading-large">{t('accounts.setUp.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('accounts.setUp.lead')}</p>
      <form className="dec-fields dec-space-4" method="post" action="/api/set-up" noValidate>
        <TextField
          name="code"
          code
          label={t('accounts.field.code')}
          hint={t('accounts.setUp.codeHint')}
          value={refused.typed('code') ?? ''}
          error={refused.errors['code']}
        />
        <TextField
          name="kommune"
          label={t('accounts.field.kommune')}
          value={refused.typed('kommune') ?? ''}
          error={refused.errors['kommune']}
        />
        <NewPersonFields refused={refused} />
        <CodeFromAddress field={fieldIdOf('code')} />
        <div className="dec-actions">
          <Button>{t('accounts.setUp.submit')}</Button>
        </div>
      </form>
    </div>
  )
}
