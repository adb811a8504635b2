import { Icon } from '@/app/_components/icon'
import type { SaveState } from './answer-saver'
import { LoginDialog } from './login-dialog'
import type { QuestionTexts } from './question-view'

/** `14:03` in Berlin, whatever the computer's clock is set to. */
const berlinTime = (date: Date) =>
  new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(date)

interface SaveStatusProps {
  state: SaveState
  /** What is known when the page is rendered, e.g. „Gespeichert 14:03“. */
  initial: string
  texts: QuestionTexts
  onRetry: () => void
}

/** Says „Gespeichert“ only after the server confirmed it. */
export function SaveStatus({ state, initial, texts, onRetry }: SaveStatusProps) {
  return (
    <div className="kern-body dec-saved" role="status">
      {state.kind === 'idle' && initial && (
        <>
          <Icon name="done" /> {initial}
        </>
      )}
      {state.kind === 'saving' && texts.saving}
      {state.kind === 'saved' && (
        <>
          <Icon name="done" /> {texts.saved.replace('{time}', berlinTime(state.at))}
        </>
      )}
      {state.kind === 'failed' && (
        <button className="dec-retry" type="button" onClick={onRetry}>
          {texts.failed}
        </button>
      )}
      {state.kind === 'denied' && (
        <span>
          {texts.denied}{' '}
          <a className="kern-link" href="/fortsetzen" target="_blank">
            {texts.deniedLink}
          </a>{' '}
          <button className="dec-retry" type="button" onClick={onRetry}>
            {texts.failed}
          </button>
        </span>
      )}
      {state.kind === 'signed-out' && <LoginDialog texts={texts.login} onSignedIn={onRetry} />}
      {state.kind === 'closed' && (
        <span>
          {texts.closed}{' '}
          <button className="dec-retry" type="button" onClick={onRetry}>
            {texts.failed}
          </button>
        </span>
      )}
      {state.kind === 'moved' && (
        <span>
          {texts.moved}{' '}
          <button className="dec-retry" type="button" onClick={() => location.reload()}>
            {texts.reload}
          </button>
        </span>
      )}
      {state.kind === 'refused' && texts.refused}
      {state.kind === 'conflict' && (
        <span>
          {texts.conflict}{' '}
          <button className="dec-retry" type="submit">
            {texts.showConflict}
          </button>
        </span>
      )}
    </div>
  )
}
