import { accountLabels, NewPasswordFields } from '@/app/_accounts/new-person-fields'
import { Button } from '@/app/_components/button'
import { More } from '@/app/_components/more'
import { Notice } from '@/app/_components/notice'
import { PageErrors } from '@/app/_components/page-errors'
import { TextLink } from '@/app/_components/text-link'
import { TextField } from '@/app/_components/text-field'
import { readActor, readPerson } from '@/app/_lib/actor'
import { germanDate, germanTime } from '@/app/_lib/dates'
import { workspacePage } from '@/app/_lib/next-page'
import { pageMetadata } from '@/app/_lib/page-metadata'
import { queryValue, type PageProps } from '@/app/_lib/page-props'
import { readRejected, showFailure } from '@/app/_lib/read-check'
import { refusedForm, type RefusedForm, wholeForm } from '@/app/_lib/refused-form'
import { t } from '@/app/_lib/text'
import { listSessions } from '@/lib/accounts/account-service'
import { listWorkspaces } from '@/lib/accounts/member-service'
import type { WorkspaceSummary } from '@/lib/accounts/repository'
import type { SessionView } from '@/lib/accounts/session-service'
import { currentTime } from '@/lib/clock'
import { settings } from '@/lib/env'
import { AppError } from '@/lib/errors'

/** The forms of the page: the name under which a refused one is kept, by what the address says; else the one for a new password. */
const forms = { loeschen: 'delete-account', anmeldungen: 'sessions' } as const

/** What became of a form that was sent without a session. A password is not kept, so none of them is as it was filled in. */
const againTexts = {
  password: t('accounts.account.passwordAgain'),
  sessions: t('accounts.account.sessionsAgain'),
  'delete-account': t('accounts.account.deleteAgain'),
} as const

async function read({ searchParams }: PageProps) {
  const search = await searchParams
  const mit = queryValue(search, 'mit')
  const form: keyof typeof againTexts = mit === 'loeschen' || mit === 'anmeldungen' ? forms[mit] : 'password'
  return { search, form, rejected: await readRejected(form, queryValue(search, 'fehler') !== '') }
}

export async function generateMetadata(props: PageProps) {
  return pageMetadata(t('accounts.account.title'), { refused: (await read(props)).rejected !== null })
}

async function readAccount() {
  try {
    const person = await readPerson()
    if (!person) throw new AppError('login-required')
    const actor = await readActor()
    const coordinated = (await listWorkspaces(actor)).filter(({ role }) => role === 'koordination')
    return { person, coordinated, sessions: await listSessions(actor, currentTime()) }
  } catch (error) {
    return showFailure(error, '/konto')
  }
}

function Password({ refused }: { refused: RefusedForm }) {
  return (
    <section className="dec-section" aria-labelledby="passwort">
      <h2 className="kern-heading-medium" id="passwort">
        {t('accounts.account.passwordHeading')}
      </h2>
      <p className="kern-body dec-text">{t('accounts.account.passwordText')}</p>
      <form className="dec-fields dec-space-2" method="post" action="/api/account/password" noValidate>
        <TextField
          name="current-password"
          type="password"
          autoComplete="current-password"
          label={t('accounts.field.currentPassword')}
          value=""
          error={refused.errors['current-password']}
        />
        <NewPasswordFields refused={refused} label={t('accounts.field.newPassword')} />
        <div className="dec-actions">
          <Button>{t('accounts.account.passwordSubmit')}</Button>
        </div>
      </form>
    </section>
  )
}

function Sessions({ person, sessions }: { person: SessionView; sessions: Awaited<ReturnType<typeof listSessions>> }) {
  const { sessionIdleMinutes, sessionHours } = settings()
  return (
    <section className="dec-section dec-flow" aria-labelledby="anmeldungen">
      <h2 className="kern-heading-medium" id="anmeldungen">
        {t('accounts.account.sessionsHeading')}
      </h2>
      <p className="kern-body dec-text">{t('accounts.account.sessionsCount', { count: sessions.length })}</p>
      <ul className="dec-checks-list">
        {sessions.map(({ id, createdAt, updatedAt }) => {
          const begun = { date: germanDate(createdAt), time: germanTime(createdAt) }
          const key = id === person.id ? 'accounts.account.sessionHere' : 'accounts.account.session'
          return (
            <li key={id}>
              <p className="kern-body">{t(key, { ...begun, used: germanTime(updatedAt) })}</p>
              <form method="post" action="/api/account/sessions">
                <button
                  className="dec-link-button"
                  type="submit"
                  name="session"
                  value={id}
                  aria-label={t('accounts.account.sessionEndNamed', begun)}
                >
                  {t('accounts.account.sessionEnd')}
                </button>
              </form>
            </li>
          )
        })}
      </ul>
      <p className="kern-body kern-body--small dec-text dec-quiet">
        {t('accounts.account.sessionsText', { idle: sessionIdleMinutes, hours: sessionHours })}
      </p>
      {sessions.length > 1 && (
        <form method="post" action="/api/account/sessions">
          <Button look="secondary">{t('accounts.account.sessionsEnd')}</Button>
        </form>
      )}
    </section>
  )
}

interface DeleteProps {
  refused: RefusedForm
  open: boolean
  /** Where somebody may have to take over. */
  coordinated: readonly WorkspaceSummary[]
}

function Delete({ refused, open, coordinated }: DeleteProps) {
  return (
    <section className="dec-section" aria-labelledby="loeschen">
      <h2 className="kern-heading-medium" id="loeschen">
        {t('accounts.account.deleteHeading')}
      </h2>
      <p className="kern-body dec-text">{t('accounts.account.deleteText')}</p>
      <p className="kern-body dec-text">{t('accounts.account.deleteInvitations')}</p>
      <p className="kern-body dec-text">{t('accounts.account.deleteLast')}</p>
      {coordinated.length > 0 && (
        <>
          <p className="kern-body dec-text">{t('accounts.account.handoverText')}</p>
          <ul className="dec-aside-list">
            {coordinated.map(({ id, name }) => (
              <li key={id}>
                <TextLink href={workspacePage(id, 'uebergabe')}>{t('accounts.account.handover', { name })}</TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="dec-space-2">
        <More summary={t('accounts.account.deleteOpen')} open={open}>
          <form className="dec-fields" method="post" action="/api/account/delete" noValidate>
            <TextField
              // The page has a field for a new password too.
              id={open ? undefined : 'feld-passwort-loeschen'}
              name="password"
              type="password"
              autoComplete="current-password"
              label={t('accounts.field.currentPassword')}
              value=""
              error={refused.errors['password']}
            />
            <div className="dec-actions">
              <Button>{t('accounts.account.deleteSubmit')}</Button>
            </div>
          </form>
        </More>
      </div>
    </section>
  )
}

export default async function AccountPage(props: PageProps) {
  const { search, form, rejected } = await read(props)
  const deleting = form === 'delete-account'
  const ended = queryValue(search, 'beendet')
  const { person, coordinated, sessions } = await readAccount()
  const labels = { ...accountLabels, password: t(deleting ? 'accounts.field.currentPassword' : 'accounts.field.newPassword') }
  const refused = refusedForm(rejected, labels, (field, code) =>
    field === wholeForm && code === 'login-required' ? againTexts[form] : null,
  )
  const none = refusedForm(null, {})
  return (
    <div className="dec-column">
      {queryValue(search, 'passwort') !== '' && <Notice>{t('accounts.account.passwordDone')}</Notice>}
      {ended !== '' && <Notice>{t(ended === 'eine' ? 'accounts.account.sessionDone' : 'accounts.account.sessionsDone')}</Notice>}
      <PageErrors items={refused.summary} />
      <h1 className="kern-heading-large">{t('accounts.account.title')}</h1>
      <dl className="dec-pairs dec-space-2">
        <div>
          <dt>{t('accounts.account.name')}</dt>
          <dd>{person.name}</dd>
        </div>
        <div>
          <dt>{t('accounts.account.email')}</dt>
          <dd>{person.email}</dd>
        </div>
      </dl>
      <form className="dec-space-2" method="post" action="/api/session/end">
        <Button look="secondary">{t('accounts.account.signOut')}</Button>
      </form>
      {!deleting && <Password refused={refused} />}
      {!deleting && <Sessions person={person} sessions={sessions} />}
      <Delete refused={deleting ? refused : none} open={deleting} coordinated={coordinated} />
    </div>
  )
}
