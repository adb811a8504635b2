'use client'

import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import { useForm } from 'react-hook-form'
import { countLines } from '@/lib/assessments/line-count'
import { createAnswerSaver, type AnswerSaver, type SaveState } from './answer-saver'
import { fieldName, type GivenAnswer, type NoteLimits, type QuestionView } from './question-view'

/** The form's values, nested as the field names are. */
export interface AnswerForm {
  q: Record<string, GivenAnswer & { version: string }>
}

const parts = ['choice', 'comment', 'clarify'] as const
const formDomId = 'antworten'

/** What stands in the server-rendered form before React takes over: typed while scripts were still loading. */
function readTyped(): FormData | null {
  if (typeof document === 'undefined') return null
  const element = document.getElementById(formDomId)
  return element instanceof HTMLFormElement ? new FormData(element) : null
}

const contentOf = ({ choice, comment, clarify }: GivenAnswer): GivenAnswer => ({ choice: choice ?? '', comment, clarify })

interface AnswerFormOptions {
  readonly action: string
  readonly factorId: string
  readonly formId: string
  readonly questionnaire: string
  readonly questions: readonly QuestionView[]
  /** What is stored; differs from what is shown where a refused submission is shown again. */
  readonly stored: Readonly<Record<string, GivenAnswer>>
  readonly limits: NoteLimits
}

/** Wires react-hook-form to the saver: nothing typed is lost, before hydration, offline, or on leaving the page. */
export function useAnswerForm({ action, factorId, formId, questionnaire, questions, stored, limits }: AnswerFormOptions) {
  const form = useForm<AnswerForm>({
    defaultValues: {
      q: Object.fromEntries(questions.map(({ id, given, version }) => [id, { ...given, version: String(version) }])),
    },
    mode: 'onChange',
  })
  const [typed] = useState(readTyped)
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  // False on the server and while React takes over: what needs scripts appears afterwards.
  const ready = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  const saver = useRef<AnswerSaver | null>(null)

  useLayoutEffect(() => {
    for (const { id, given } of questions) {
      for (const part of parts) {
        const value = typed?.get(fieldName(id, part))
        if (typeof value !== 'string') continue
        const text = value.replaceAll('\r\n', '\n')
        if (text !== given[part]) form.setValue(fieldName(id, part), text)
      }
    }
  }, [form, questions, typed])

  useEffect(() => {
    const valuesOf = () => form.getValues('q')
    const own = createAnswerSaver({
      url: action,
      factorId,
      formId,
      questionnaire,
      stored,
      acceptable: ({ comment, clarify }) =>
        comment.length <= limits.comment && countLines(comment) <= limits.commentLines && clarify.length <= limits.clarify,
      given: () => Object.fromEntries(Object.entries(valuesOf()).map(([id, value]) => [id, contentOf(value)])),
      versions: () => Object.fromEntries(Object.entries(valuesOf()).map(([id, { version }]) => [id, Number(version)])),
      onVersions: (versions) => {
        for (const [id, version] of Object.entries(versions)) form.setValue(fieldName(id, 'version'), String(version))
      },
      onState: setState,
    })
    saver.current = own
    const unsubscribe = form.subscribe({ formState: { values: true }, callback: () => own.changed() })
    const retry = () => void own.flush()
    window.addEventListener('online', retry)
    own.changed()
    return () => {
      own.stop()
      unsubscribe()
      window.removeEventListener('online', retry)
    }
  }, [action, factorId, formId, questionnaire, stored, limits, form])

  const leaving = useRef(false)
  useGuardedLeave(saver, leaving)
  const save = async () => (await saver.current?.flush()) ?? false
  /** Sends the form the native way once nothing is unsaved; what cannot be stored now stays and is tried again. */
  const submit = async (element: HTMLFormElement) => {
    if (!(await save())) return
    leaving.current = true
    element.submit()
  }
  return { form, state, ready, save, submit, formDomId }
}

/** Leaving with something unsaved: links wait for the save, closing the window asks first. */
function useGuardedLeave(saver: RefObject<AnswerSaver | null>, leaving: RefObject<boolean>) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!leaving.current && saver.current?.unsaved()) event.preventDefault()
    }
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!link || !plain || link.target || link.hasAttribute('download') || !saver.current?.unsaved()) return
      if (link.origin !== location.origin || (link.pathname === location.pathname && link.hash)) return
      event.preventDefault()
      void saver.current.flush().then((done) => {
        if (!done) return
        leaving.current = true
        location.assign(link.href)
      })
    }
    // A page taken out of the browser's memory may be older than what is stored.
    const wake = (event: PageTransitionEvent) => {
      if (event.persisted && !saver.current?.unsaved()) location.reload()
    }
    window.addEventListener('beforeunload', ask)
    window.addEventListener('pageshow', wake)
    document.addEventListener('click', follow)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('pageshow', wake)
      document.removeEventListener('click', follow)
    }
  }, [saver, leaving])
}
