import { accountLabels, NewPersonFields } from '@/app/_accounts/new-person-fields'
import { Button } from '@/app/_components/button'
import { CodeFromAddress } from '@/app/_components/code-from-address'
import { PageErrors } from '@/app/_components/page-errors'
import { fieldIdOf, TextField } from '@/app/_components/text-field'
import { TextLink } from '@/app/_components/text-link'
import { readActor, readPerson } from '@/app/_lib/actor'
import { errorText } from '@/app/_lib/error-text'
import { invitationForm, invitationPage } from '@/app/_lib/invitation-form'
import { loginPage, workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type PageProps } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { refusedForm, type RefusedForm, wholeForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { type InvitationView, readInvitation } from '@/lib/accounts/invitation-service'
import type { SessionView } from '@/lib/accounts/session-service'
import type { RejectedInput } from '@/lib/assessments/types'
import { currentTime } from '@/lib/clock'
import { toAppError } from '@/lib/database-error'

/** What a code is good for, or why it is not. */
async function readCode(code: string): Promise<{ invitation: InvitationView | null; error?: string }> {
  if (code === '') return { invitation: null }
  try {
    return { invitation: await readInvitation(code, await readActor(), currentTime()) }
  } catch (failure) {
    const [error] = toAppError(failure).fields
    return error ? { invitation: null, error: errorText(error) } : showFailure(failure, '/einladung')
  }
}

/** Whoever gains nothing by the invitation is not asked to try it again. */
function stillTrue(rejected: RejectedInput | null, { useful }: InvitationView): RejectedInput | null {
  if (!rejected || useful) return rejected
  return { ...rejected, errors: rejected.errors.filter(({ code }) => code !== 'login-required') }
}

/** A code that was typed and that nothing can be found for, or a form to type another one. */
async function readTyped(asked: boolean) {
  const typed = refusedForm(await readRejected('invitation-code', asked), accountLabels)
  const code = typed.typed('code') ?? ''
  return { code, refused: typed, invitation: null, error: typed.errors['code'] }
}

async function read({ searchParams }: PageProps) {
  const search = await searchParams
  const asked = queryValue(search, 'fehler') !== ''
  if (queryValue(search, 'mit') === 'code') return await readTyped(asked)
  // Also where nothing was refused: the code is kept there since it was looked up.
  const kept = await readRejected(invitationForm, true)
  const rejected = asked ? kept : null
  const code = refusedForm(kept, {}).typed('code') ?? ''
  const found = await readCode(code)
  const refused = refusedForm(found.invitation && stillTrue(rejected, found.invitation), accountLabels, (field, error) =>
    field === wholeForm && error === 'login-required' ? t('accounts.invitation.again') : null,
  )
  return { code, refused, ...found }
}

export async function generateMetadata(props: PageProps) {
  const { refused, error } = await read(props)
  return pageMetadata(t('accounts.invitation.title'), { refused: refused.summary.length > 0 || error !== undefined })
}

function CodeForm({ code, error }: { code: string; error?: string }) {
  return (
    <>
      <PageErrors items={error ? [{ href: '#feld-code', text: error }] : []} />
      <h1 className="kern-heading-large">{t('accounts.invitation.title')}</h1>
      <p className="kern-body kern-body--large dec-text--large">{t('accounts.invitation.lead')}</p>
      <form className="dec-fields dec-space-4" method="post" action="/api/invitation/look" noValidate>
        <TextField
          name="code"
          code
          label={t('accounts.field.code')}
          hint={t('accounts.invitation.codeHint')}
          value={code}
          error={error}
        />
        <div className="dec-actions">
          <Button>{t('accounts.invitation.look')}</Button>
        </div>
      </form>
      <CodeFromAddress field={fieldIdOf('code')} send />
    </>
  )
}

interface JoinAsProps {
  code: string
  person: SessionView
  invitation: InvitationView
}

/** With the account one is signed in with; only a look where the role that one has allows as much. */
function JoinAs({ code, person, invitation: { workspaceId, known, useful } }: JoinAsProps) {
  const signedInAs = (
    <p className="kern-body dec-text">{t('accounts.invitation.joinAs', { name: person.name, email: person.email })}</p>
  )
  if (!useful) {
    return (
      <div className="dec-flow dec-space-4">
        {signedInAs}
        <p>
          <TextLink href={workspacePage(workspaceId)}>{t('accounts.invitation.toWorkspace')}</TextLink>
        </p>
      </div>
    )
  }
  return (
    <form className="dec-flow dec-space-4" method="post" action="/api/invitation">
      <input type="hidden" name="code" value={code} />
      {signedInAs}
      <Button>{t(known ? 'accounts.invitation.raise' : 'accounts.invitation.join')}</Button>
    </form>
  )
}

function JoinAsNew({ code, refused }: { code: string; refused: RefusedForm }) {
  return (
    <>
      <section className="dec-section dec-section--near" aria-labelledby="vorhandenes-konto">
        <h2 className="kern-heading-medium" id="vorhandenes-konto">
          {t('accounts.invitation.haveHeading')}
        </h2>
        <p className="dec-space-1">
          <TextLink href={loginPage(invitationPage)}>{t('accounts.invitation.have')}</TextLink>
        </p>
      </section>
      <section className="dec-section dec-section--near" aria-labelledby="neues-konto">
        <h2 className="kern-heading-medium" id="neues-konto">
          {t('accounts.invitation.newHeading')}
        </h2>
        <form className="dec-fields dec-space-2" method="post" action="/api/invitation" noValidate>
          <input type="hidden" name="code" value={code} />
          <NewPersonFields refused={refused} />
          <div className="dec-actions">
            <Button>{t('accounts.invitation.newSubmit')}</Button>
          </div>
        </form>
      </section>
    </>
  )
}

/** Another link may be opened while this invitation is still kept for the browser. */
function Another() {
  const field = 'code-aus-adresse'
  return (
    <>
      <p className="kern-body dec-section dec-section--near">
        <TextLink href={`${invitationPage}?mit=code`}>{t('accounts.invitation.other')}</TextLink>
      </p>
      <form hidden method="post" action="/api/invitation/look">
        <input type="hidden" name="code" id={field} />
      </form>
      <CodeFromAddress field={field} send />
    </>
  )
}

/** What the invitation makes of the person who reads. */
function roleText({ role, known, useful }: InvitationView): string {
  const words = { role: t(`workspace.role.${role}`), text: t(`workspace.roleText.${role}`) }
  if (!known) return t('accounts.invitation.role', words)
  return t(useful ? 'accounts.invitation.raised' : 'accounts.invitation.known', { ...words, known: t(`workspace.role.${known}`) })
}

export default async function InvitationPage(props: PageProps) {
  const { code, refused, invitation, error } = await read(props)
  if (!invitation) {
    return (
      <div className="dec-column">
        <CodeForm code={code} error={error} />
      </div>
    )
  }
  const person = await readPerson().catch((failure: unknown) => showFailure(failure, '/einladung'))
  return (
    <div className="dec-column">
      <PageErrors items={refused.summary} />
      <h1 className="kern-heading-large">{t('accounts.invitation.into', { name: invitation.workspaceName })}</h1>
      <p className="kern-body kern-body--large dec-text--large">{roleText(invitation)}</p>
      {person ? <JoinAs code={code} person={person} invitation={invitation} /> : <JoinAsNew code={code} refused={refused} />}
      <Another />
    </div>
  )
}
