import { TextField } from '@/app/_components/text-field'
import type { RefusedForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'

/** Labels of the fields of accounts, for errors. */
export const accountLabels = {
  email: t('accounts.field.email'),
  password: t('accounts.field.password'),
  'password-again': t('accounts.field.passwordAgain'),
  'current-password': t('accounts.field.currentPassword'),
  name: t('accounts.field.name'),
  code: t('accounts.field.code'),
  kommune: t('accounts.field.kommune'),
} as const

/** A new password, typed twice. */
export function NewPasswordFields({ refused, label }: { refused: RefusedForm; label?: string }) {
  return (
    <>
      <TextField
        name="password"
        type="password"
        autoComplete="new-password"
        label={label ?? t('accounts.field.password')}
        hint={t('accounts.field.passwordHint')}
        value=""
        error={refused.errors['password']}
      />
      <TextField
        name="password-again"
        type="password"
        autoComplete="new-password"
        label={t('accounts.field.passwordAgain')}
        hint={t('accounts.field.passwordAgainHint')}
        value=""
        error={refused.errors['password-again']}
      />
    </>
  )
}

/** Name, e-mail address and password of somebody who gets an account. */
export function NewPersonFields({ refused }: { refused: RefusedForm }) {
  return (
    <>
      <TextField
        name="name"
        autoComplete="name"
        label={t('accounts.field.name')}
        hint={t('accounts.field.nameHint')}
        value={refused.typed('name') ?? ''}
        error={refused.errors['name']}
      />
      <TextField
        name="email"
        type="email"
        autoComplete="username"
        label={t('accounts.field.email')}
        hint={t('accounts.field.emailHint')}
        value={refused.typed('email') ?? ''}
        error={refused.errors['email']}
      />
      <NewPasswordFields refused={refused} />
    </>
  )
}
