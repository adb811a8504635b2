import { inputLimits } from '@/lib/input/limits'

/** Pages of an assessment that a form may lead to. */
const pages = [
  'profil',
  'herausforderungen',
  'quartier',
  'pruefen',
  'ergebnis',
  'weitergeben',
  'offene-punkte',
  'bericht',
  'loeschen',
] as const

/** The address of a page of an assessment. */
export function checkPage(id: string, ...rest: string[]): string {
  return ['/check', encodeURIComponent(id), ...rest].join('/')
}

/**
 * Gives the address a form asked for. Only pages of the same assessment, never another site.
 * @param next a page's name (`pruefen`, `uebersicht` …) or its whole path; anything else gives `fallback`
 */
export function nextPage(id: string, next: unknown, fallback: string): string {
  if (typeof next !== 'string') return fallback
  if (next === 'uebersicht') return checkPage(id)
  const page = pages.find((name) => name === next)
  if (page) return checkPage(id, page)
  const own = checkPage(id)
  const path = next.startsWith(own) ? next.slice(own.length) : null
  return path !== null && /^(\/[a-z0-9-]+)*(#[a-z0-9-]+)?$/.test(path) ? next : fallback
}

/** Pages that signing in may lead back to. */
const ownPage = /^\/(?:check|arbeitsbereich|konto|einladung)(?:[/?][\w\-./?=&%äöüÄÖÜß]*)?$/

/** Gives a page of this site that was asked for before signing in, or null. Never another site, and nothing endless. */
export function pageBeforeLogin(from: unknown): string | null {
  if (typeof from !== 'string' || from.length > inputLimits.pageAddress || !ownPage.test(from) || from.includes('//')) return null
  // An umlaut is six characters in an address.
  return encodeURIComponent(from).length <= 2 * inputLimits.pageAddress ? from : null
}

/** Says in which place the page for signing in is drawn; set by proxy.ts. From a browser it is only an address like any other. */
export const pageAskedHeader = 'x-page-asked'

/** The address of the page for signing in that leads back to a page afterwards. */
export function loginPage(from: string | null): string {
  return from === null ? '/anmelden' : `/anmelden?von=${encodeURIComponent(from)}`
}

/** The address of a page of a workspace. */
export function workspacePage(workspaceId: string, ...rest: string[]): string {
  return ['/arbeitsbereich', encodeURIComponent(workspaceId), ...rest].join('/')
}
