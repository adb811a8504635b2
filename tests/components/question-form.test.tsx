/**
 * @jest-environment jsdom
 */
import { TextEncoder } from 'node:util'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { QuestionForm, type QuestionFormProps } from '@/app/check/[id]/frage/[factorId]/question-form'
import { questionTexts, submitText } from '@/app/check/[id]/frage/[factorId]/question-texts'
import type { QuestionView } from '@/app/check/[id]/frage/[factorId]/question-view'

// jsdom lacks what React's server renderer asks for when it is loaded; rendering to a string never uses it.
globalThis.TextEncoder ??= TextEncoder as never
globalThis.MessageChannel ??= class {
  port1 = {}
  port2 = { postMessage: () => {} }
} as never
const { renderToString } = await import('react-dom/server')

const question = (id: string, more: Partial<QuestionView> = {}): QuestionView => ({
  id,
  stem: `Frage ${id}?`,
  help: 'Hilfe.',
  steps: ['0', '1', '2', '3', '4'].map((value) => ({ value, text: `Stufe ${value} von ${id}` })),
  apart: [
    { value: 'unknown', text: 'Weiß nicht' },
    { value: 'na:kein-bestand', text: 'Trifft nicht zu: kein Bestand' },
  ],
  given: { choice: '', comment: '', clarify: '' },
  version: 0,
  carried: false,
  later: false,
  clarifyHint: 'Amt oder Stelle.',
  errors: {},
  ...more,
})

const props = (more: Partial<QuestionFormProps> = {}): QuestionFormProps => {
  const questions = more.questions ?? [question('a'), question('b')]
  return {
    action: '/api/assessments/x/answers',
    factorId: 'raeume',
    formId: 'form-1',
    questionnaire: '1.0.0',
    undecided: null,
    next: 'next',
    backHref: '/check/x',
    questions,
    stored: Object.fromEntries(questions.map(({ id, given }) => [id, given])),
    refused: [],
    header: <h1>Räume</h1>,
    folds: {},
    savedText: '',
    limits: { comment: 20, commentLines: 3, clarify: 10 },
    texts: questionTexts('Räume', submitText('next', false)),
    ...more,
  }
}

type Reply = Pick<Response, 'ok' | 'status' | 'json'>
const answer = (status: number, body: object = {}): Reply => ({ ok: status < 400, status, json: () => Promise.resolve(body) })
let requests: { body: { answers: Record<string, { choice: string; comment: string; version: number }> } }[]
let reply: () => Reply

const status = () => screen.getByRole('status').textContent
const seconds = (count: number) => act(() => jest.advanceTimersByTimeAsync(count * 1000))
const commentOf = (id: string) => document.getElementById(`q-${id}-comment`) as HTMLTextAreaElement

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-11-23T13:02:00Z') })
  requests = []
  reply = () => answer(200, { savedAt: '2026-11-23T13:03:00Z', versions: { a: 1 } })
  global.fetch = (async (_: string, init: RequestInit) => {
    requests.push({ body: JSON.parse(String(init.body)) })
    return reply()
  }) as unknown as typeof fetch
  HTMLFormElement.prototype.submit = jest.fn()
})
afterEach(() => {
  cleanup()
  document.body.innerHTML = ''
  jest.useRealTimers()
})

describe('without scripts', () => {
  test('the stored answer stands in the form, so that „Weiter“ sends it again', () => {
    const stored = { choice: '3', comment: 'Notiz', clarify: 'Hauptamt' }
    document.body.innerHTML = renderToString(
      <QuestionForm {...props({ questions: [question('a', { given: stored, version: 4 })] })} />,
    )
    const data = new FormData(document.querySelector('form')!)
    expect(Object.fromEntries(data)).toEqual({
      factor: 'raeume',
      formId: 'form-1',
      questionnaire: '1.0.0',
      next: 'next',
      'q.a.choice': '3',
      'q.a.comment': 'Notiz',
      'q.a.clarify': 'Hauptamt',
      'q.a.version': '4',
    })
  })

  test('nothing that needs scripts is on the page', () => {
    document.body.innerHTML = renderToString(<QuestionForm {...props()} />)
    expect(document.querySelectorAll('button')).toHaveLength(1)
  })
})

describe('with scripts', () => {
  test('saves a second after a change and says when, in Berlin', async () => {
    render(<QuestionForm {...props()} />)
    fireEvent.click(screen.getByLabelText('Stufe 2 von a'))
    expect(status()).toBe('')
    await seconds(1)
    expect(requests[0]?.body.answers).toEqual({ a: { choice: '2', comment: '', clarifyWith: '', version: 0 } })
    expect(status()).toContain('Gespeichert 14:03')
    expect((document.querySelector('[name="q.a.version"]') as HTMLInputElement).value).toBe('1')
  })

  test('what was taken over says so until it is saved; it is not saved by itself', async () => {
    const given = { choice: '2', comment: '', clarify: '' }
    const taken = question('a', { given, version: 1, carried: true })
    const folds = { a: { help: null, earlier: null, carried: <p>Übernommen</p>, source: null } }
    reply = () => answer(200, { savedAt: '2026-11-23T13:03:00Z', versions: { a: 2 } })
    render(<QuestionForm {...props({ questions: [taken], folds })} />)
    await seconds(5)
    expect(requests).toEqual([])
    expect(screen.queryByText('Übernommen')).not.toBeNull()
    fireEvent.click(screen.getByLabelText('Stufe 3 von a'))
    await seconds(1)
    expect(screen.queryByText('Übernommen')).toBeNull()
  })

  test('what was typed while scripts were loading is kept and saved', async () => {
    const container = document.createElement('div')
    document.body.append(container)
    container.innerHTML = renderToString(<QuestionForm {...props()} />)
    const box = container.querySelector<HTMLInputElement>('[name="q.a.choice"][value="4"]')!
    box.checked = true
    commentOf('a').value = 'früh getippt'
    render(<QuestionForm {...props()} />, { container, hydrate: true })
    expect(commentOf('a').value).toBe('früh getippt')
    expect(container.querySelector<HTMLInputElement>('[name="q.a.choice"][value="4"]')!.checked).toBe(true)
    await seconds(1)
    expect(requests[0]?.body.answers.a).toMatchObject({ choice: '4', comment: 'früh getippt' })
  })

  test('offers another try while the server is away and keeps the text', async () => {
    reply = () => {
      throw new TypeError('offline')
    }
    render(<QuestionForm {...props()} />)
    fireEvent.input(commentOf('a'), { target: { value: 'bleibt' } })
    await seconds(1)
    const retry = screen.getByRole('button', { name: 'Nicht gespeichert – erneut versuchen' })
    expect(commentOf('a').value).toBe('bleibt')
    reply = () => answer(200, { savedAt: '2026-11-23T13:04:00Z', versions: { a: 1 } })
    fireEvent.click(retry)
    await seconds(0)
    expect(status()).toContain('Gespeichert 14:04')
  })

  test('„Weiter“ waits for the save and then sends the form the native way', async () => {
    render(<QuestionForm {...props()} />)
    fireEvent.click(screen.getByLabelText('Stufe 1 von a'))
    fireEvent.submit(document.querySelector('form')!)
    await seconds(0)
    expect(requests).toHaveLength(1)
    expect(HTMLFormElement.prototype.submit).toHaveBeenCalledTimes(1)
  })

  test('„Weiter“ stays on the page while nothing can be saved', async () => {
    reply = () => answer(503)
    render(<QuestionForm {...props()} />)
    fireEvent.click(screen.getByLabelText('Stufe 1 von a'))
    fireEvent.submit(document.querySelector('form')!)
    await seconds(0)
    expect(HTMLFormElement.prototype.submit).not.toHaveBeenCalled()
    expect(status()).toContain('Nicht gespeichert')
  })

  test('an over-long text is named in a summary that takes the focus and leads to the field', async () => {
    render(<QuestionForm {...props()} />)
    fireEvent.input(commentOf('b'), { target: { value: 'x'.repeat(21) } })
    fireEvent.submit(document.querySelector('form')!)
    await seconds(0)
    const summary = screen.getByRole('alert')
    expect(document.activeElement).toBe(summary)
    const link = summary.querySelector('a')!
    expect(link.getAttribute('href')).toBe('#q-b-comment')
    expect(link.textContent).toBe('Ihre Anmerkung: Der Text ist zu lang. Möglich sind höchstens 20 Zeichen, es sind 21.')
    expect(commentOf('b').getAttribute('aria-invalid')).toBe('true')
    expect(document.title).toMatch(/^Fehler: /)
    expect(HTMLFormElement.prototype.submit).not.toHaveBeenCalled()
  })

  test('too many lines are named the same way, are not sent, and stay in the field', async () => {
    render(<QuestionForm {...props()} />)
    fireEvent.input(commentOf('b'), { target: { value: '1\n2\n\n4' } })
    await seconds(5)
    expect(requests).toEqual([])
    fireEvent.submit(document.querySelector('form')!)
    await seconds(0)
    const link = screen.getByRole('alert').querySelector('a')!
    expect(link.textContent).toBe(
      'Ihre Anmerkung: Der Text hat zu viele Zeilen. Möglich sind höchstens 3, es sind 4, leere mitgezählt.',
    )
    expect(commentOf('b').value).toBe('1\n2\n\n4')
    fireEvent.input(commentOf('b'), { target: { value: '1\n2\n4' } })
    await seconds(2)
    expect(requests).toHaveLength(1)
  })

  test('a conflict is told, and the form leads to both versions', async () => {
    reply = () => answer(409, { versions: { a: 3 }, conflicts: [{ questionId: 'a' }], error: { code: 'conflict', fields: [] } })
    render(<QuestionForm {...props()} />)
    fireEvent.click(screen.getByLabelText('Stufe 1 von a'))
    await seconds(1)
    expect(status()).toContain('an anderer Stelle geändert')
    fireEvent.submit(document.querySelector('form')!)
    await seconds(0)
    expect(HTMLFormElement.prototype.submit).toHaveBeenCalledTimes(1)
    expect((document.querySelector('[name="q.a.version"]') as HTMLInputElement).value).toBe('0')
  })

  test('a choice can be taken back, and the focus stays in the question', async () => {
    render(<QuestionForm {...props()} />)
    fireEvent.click(screen.getByLabelText('Stufe 3 von a'))
    await seconds(0)
    fireEvent.click(screen.getByRole('button', { name: /Auswahl aufheben.*Frage a/ }))
    expect((screen.getByLabelText('Stufe 3 von a') as HTMLInputElement).checked).toBe(false)
    expect(document.activeElement).toBe(screen.getByLabelText('Stufe 0 von a'))
    await seconds(1)
  })

  test('leaving asks only while something is unsaved', async () => {
    render(<QuestionForm {...props()} />)
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(leave()).toBe(true)
    fireEvent.click(screen.getByLabelText('Stufe 3 von a'))
    await seconds(0)
    expect(leave()).toBe(false)
    await seconds(1)
    expect(leave()).toBe(true)
  })
})

describe('a refused form shown again', () => {
  const refused = () =>
    props({
      questions: [
        question('a', {
          given: { choice: '1', comment: 'zu lang', clarify: '' },
          errors: { comment: 'Ihre Anmerkung: Der Text ist zu lang.' },
        }),
      ],
      stored: { a: { choice: '1', comment: '', clarify: '' } },
      refused: [{ href: '#q-a-comment', text: 'Ihre Anmerkung: Der Text ist zu lang.' }],
    })

  test('summary and field say the same, the fold is open, the focus is on the summary', () => {
    render(<QuestionForm {...refused()} />)
    expect(document.activeElement).toBe(screen.getByRole('alert'))
    expect(document.getElementById('q-a-comment-fehler')?.textContent).toContain('Ihre Anmerkung: Der Text ist zu lang.')
    expect(commentOf('a').closest('details')?.open).toBe(true)
    expect(commentOf('a').value).toBe('zu lang')
  })

  test('the error goes once the text is changed', async () => {
    render(<QuestionForm {...refused()} />)
    fireEvent.input(commentOf('a'), { target: { value: 'kurz' } })
    await seconds(0)
    expect(document.getElementById('q-a-comment-fehler')).toBeNull()
  })
})
