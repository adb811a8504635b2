'use client'

import { useEffect } from 'react'

/** Moves the focus to the error summary when the page shows one. */
export function FocusSummary() {
  useEffect(() => {
    document.getElementById('fehler')?.focus()
  }, [])
  return null
}
