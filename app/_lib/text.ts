import { createTranslate } from '@/lib/i18n/translate'

/** The words of the interface. Server only: client components get finished strings as props. */
export const t = createTranslate('de')
