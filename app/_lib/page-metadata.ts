import type { Metadata } from 'next'
import { t } from './text'

/** The title of a page; begins with „Fehler:“ when something on it was refused. */
export function pageMetadata(title: string, { refused = false }: { refused?: boolean } = {}): Metadata {
  return { title: refused ? t('page.errorTitle', { title }) : title }
}
