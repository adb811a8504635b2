import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { createPortal } from 'react-dom'
import type { QuestionTexts } from './question-view'

interface LoginDialogProps {
  texts: QuestionTexts['login']
  onSignedIn: () => void
}

/** What the server said about a login: null if it worked, else why not. */
async function signIn(email: string, password: string, unreachable: string): Promise<string | null> {
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (response.ok) return null
    const { error } = (await response.json()) as { error: { message: string; fields: readonly { message: string }[] } }
    return error.fields[0]?.message ?? error.message
  } catch {
    return unreachable
  }
}

/**
 * Asks for login over the page when the session has ended, so that nothing typed is lost. Closed without, it can be opened
 * again. Outside the page's form, which it must not send.
 */
export function LoginDialog({ texts, onSignedIn }: LoginDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [error, setError] = useState<string | null>(null)
  const id = useId()
  const workedAt = useRef<Element | null>(null)
  useEffect(() => {
    workedAt.current = document.activeElement
    dialog.current?.showModal()
  }, [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // Events rise through the components, also out of a portal: the question's form is not to hear of it.
    event.stopPropagation()
    const data = new FormData(event.currentTarget)
    const problem = await signIn(String(data.get('email')), String(data.get('password')), texts.unreachable)
    setError(problem)
    if (problem !== null) return
    dialog.current?.close()
    // By itself the focus would return to the button that opened the dialog again, which goes away now.
    if (workedAt.current instanceof HTMLElement) workedAt.current.focus()
    onSignedIn()
  }

  const field = (name: 'email' | 'password', autoComplete: string) => (
    <div className="kern-form-input dec-field">
      <label className="kern-label" htmlFor={`${id}-${name}`}>
        {texts[name]}
      </label>
      <input
        className="kern-form-input__input"
        id={`${id}-${name}`}
        name={name}
        type={name}
        autoComplete={autoComplete}
        aria-describedby={error === null ? undefined : `${id}-error`}
        aria-invalid={error === null ? undefined : true}
      />
    </div>
  )
  return (
    <>
      <button className="dec-retry" type="button" onClick={() => dialog.current?.showModal()}>
        {texts.open}
      </button>
      {createPortal(
        <dialog className="kern-dialog dec-dialog" ref={dialog} aria-labelledby={`${id}-title`}>
          <form className="dec-fields" method="dialog" onSubmit={(event) => void submit(event)} noValidate>
            <h2 className="kern-title" id={`${id}-title`}>
              {texts.title}
            </h2>
            <p className="kern-body">{texts.text}</p>
            <p className="kern-body dec-dialog-error" role="alert" id={`${id}-error`}>
              {error}
            </p>
            {field('email', 'username')}
            {field('password', 'current-password')}
            <div className="dec-actions">
              <button className="kern-btn kern-btn--primary" type="submit">
                <span className="kern-label">{texts.submit}</span>
              </button>
              <button className="kern-btn kern-btn--secondary" type="button" onClick={() => dialog.current?.close()}>
                <span className="kern-label">{texts.later}</span>
              </button>
            </div>
          </form>
        </dialog>,
        document.body,
      )}
    </>
  )
}
