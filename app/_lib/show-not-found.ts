import { redirect } from 'next/navigation'

/** Sends to the page that says so. Not by Next's own `notFound`: that page appears with scripts only. */
export function showNotFound(): never {
  redirect('/fehler/not-found')
}
