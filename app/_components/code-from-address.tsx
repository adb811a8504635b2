'use client'

import { useEffect } from 'react'

/** Printed codes (lib/printed-code.ts). Other things behind `#` are places on the page. */
const printedCode = /^#([0-9a-z]{4}(?:-[0-9a-z]{4}){3,5})$/i

interface CodeFromAddressProps {
  /** The id of the field. */
  field: string
  /** For a form that only looks the code up. */
  send?: boolean
}

/**
 * Moves the code of a link into its field and out of the address: behind `#` neither the server nor a proxy gets to see it, and from
 * then on it does not stand in the history either. Without scripts it is typed or pasted.
 */
export function CodeFromAddress({ field, send = false }: CodeFromAddressProps) {
  useEffect(() => {
    const move = () => {
      const code = printedCode.exec(location.hash)?.[1]
      const input = document.getElementById(field)
      if (code === undefined || !(input instanceof HTMLInputElement)) return
      history.replaceState(history.state, '', location.pathname + location.search)
      input.value = code
      if (send) input.form?.requestSubmit()
    }
    move()
    addEventListener('hashchange', move)
    return () => removeEventListener('hashchange', move)
  }, [field, send])
  return null
}
