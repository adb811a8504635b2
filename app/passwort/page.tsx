import { accountLabels, NewPasswordFields } from '@/app/_accounts/new-person-fields'
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
  return { rejected: await readRejected('reset', queryValue(search, 'fehler') !== '') }
}

export async function generateMetadata(props: PageProps) {
  return pageMetadata(t('accounts.reset.title'), { refused: (await read(props)).rejected !== null })
}

export default async function ResetPage(props: PageProps) {
  const { rejected } = await read(props)
  const refused = refusedForm(rejected, accountLabels)
  return (
    <div className="dec-column">
      <PageErrors items={refused.summary} />
      <h1 className="kern-heading-large">{t('accounts.reset.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('accounts.reset.lead')}</p>
      <form className="dec-fields dec-space-4" method="post" action="/api/password" noValidate>
        <TextField
          name="code"
          code
          label={t('accounts.field.code')}
          hint={t('accounts.invitation.codeHint')}
          value={refused.typed('code') ?? ''}
          error={refused.errors['code']}
        />
        <NewPasswordFields refused={refused} label={t('accounts.field.newPassword')} />
        <CodeFromAddress field={fieldIdOf('code')} />
        <div className="dec-actions">
          <Button>{t('accounts.reset.submit')}</Button>
        </div>
      </form>
    </div>
  )
}
